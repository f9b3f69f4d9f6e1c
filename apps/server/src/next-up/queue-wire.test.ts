import { expect, it } from '@jest/globals';
import type { Appointment } from '@solodesk/core';
import type { QueuedItem } from '@solodesk/core/use-cases';
import { toQueueItem } from './queue-wire.ts';

const detail = (slot: string, value: string, sensitive: boolean) => ({ slot, label: slot, value, sensitive });

it('an appointment says what it is for and what was told of it, but for what is sensitive', () => {
  const appointment: Appointment = {
    ...{ key: 1, site: 'clinic', id: 'a', resource: '', startsAt: 9, endsAt: 19, service: 'First visit' },
    ...{ contactKey: null, conversationKey: null, state: 'booked', createdAt: 1, sequence: 0 },
    details: [detail('reason', 'A filling came out', false), detail('allergies', 'Latex', true)],
  };
  const queued: QueuedItem = {
    item: {
      ...{ place: { kind: 'appointment', subject: 1 }, subject: { kind: 'appointment', appointment, contact: null } },
      ...{ score: 15, level: 'normal', reasons: [], since: 9, dueAt: 9, stamp: 9, nextChangeAt: null },
    },
    away: null,
  };
  expect(toQueueItem(queued, { ticketPrefix: 'CLINIC' }, new Map()).text).toBe('First visit · A filling came out');
});
