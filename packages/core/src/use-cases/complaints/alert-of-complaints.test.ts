import { describe, expect, it } from '@jest/globals';
import type { Decision } from '../../domain/conversation/decision.ts';
import { openComplaint } from '../../domain/complaint/complaint-deadline.ts';
import type { PriorityLevel } from '../../domain/priority/priority-rule.ts';
import { TO_OWNER } from '../../domain/ticket/ticket-route.ts';
import { PLAIN_PRIORITY, newTicket } from '../../domain/ticket/ticket.ts';
import { anonymous } from '../../testing/contract/stage.ts';
import { createTestDesk } from '../../testing/test-desk.ts';
import { complaintAlerts } from './alert-of-complaints.ts';
import { receiveVisitorMessage } from '../conversation/receive-visitor-message.ts';

describe('a complaint in quiet hours', () => {
  /** How long its alert waits, in hours. */
  async function waits(level: PriorityLevel): Promise<number[]> {
    const desk = createTestDesk();
    const mara = { email: 'mara@shop.example', name: 'Mara', passwordHash: '', createdAt: 1 };
    const { key } = await desk.store.createAccount(mara);
    await desk.store.addMembership(key, 'shop', 'owner');
    const quiet = { from: 0, to: 1_439 };
    await desk.store.putNoticeSettings(key, { mail: true, address: null, locale: null, quiet });
    const visitor = await desk.store.createVisitor(anonymous('shop', 'v-1'), 'hash');
    await receiveVisitorMessage(desk, visitor, { text: 'hello', clientId: 'c-1' });
    const next = await desk.store.findConversationOfVisitor('shop', visitor.key);
    if (next === null) throw new Error('nothing was said');
    const at = desk.clock.now();
    const ticket = newTicket(
      { category: 'complaint', form: null, subject: 'Vase', details: [], contact: {}, missing: [], locale: 'en' },
      {
        ...{ id: 'id', site: 'shop', number: 1, at, by: { kind: 'bot' }, route: TO_OWNER },
        ...{ priority: { ...PLAIN_PRIORITY, level }, contactKey: null },
        ...openComplaint({ dueAt: at + 16, warnAt: at + 12 }),
      },
    );
    const decision: Decision = { events: [], next, tickets: [ticket] };
    const entries = await complaintAlerts(desk, desk.site, decision);
    return entries.map(({ dueAt }) => Math.ceil((dueAt - at) / 3_600_000));
  }

  it('is told of when they end, and at once when it is urgent', async () => {
    expect(await waits('urgent')).toEqual([0]);
    const [wait] = await waits('high');
    expect(wait).toBeGreaterThan(0);
  });
});
