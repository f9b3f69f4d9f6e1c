import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PLAIN_PRIORITY, TO_OWNER, newTicket } from '@solodesk/core';
import { Stage } from '@solodesk/core/testing';
import { besideServer } from '../testing/beside-server.ts';
import type { BesideServer } from '../testing/beside-server.ts';

describe('solodesk ticket', () => {
  let at: BesideServer;

  beforeEach(async () => {
    at = await besideServer();
    const stage = new Stage(at.server);
    const visitor = await stage.visitor('bakery');
    const number = await at.server.drawTicketNumber('bakery');
    const made = newTicket(
      {
        ...{ category: 'cakes', form: 'cake', subject: 'A cake with plums', missing: [], locale: 'en' },
        details: [
          { slot: 'size', label: 'Size', value: 'large', sensitive: false },
          { slot: 'allergy', label: 'Allergy', value: 'hazelnut', sensitive: true },
        ],
        contact: { email: 'ada@home.example' },
      },
      {
        ...{ id: 't-1', site: 'bakery', number, at: 1_000, by: { kind: 'visitor' }, route: TO_OWNER },
        ...{ priority: PLAIN_PRIORITY, contactKey: null, dueAt: null },
      },
    );
    const message = await stage.message(visitor);
    await stage.commit({ ...message, next: { ...message.next, tickets: [number] }, tickets: [made] });
  });
  afterEach(() => at.remove());

  it('lists and shows tickets, and nothing that is sensitive', async () => {
    await at.solodesk('ticket', 'list', 'plums');
    expect(at.printed[0]).toBe('BAKERY-T1  new  30 normal  A cake with plums');
    await at.solodesk('ticket', 'list', 'hazelnut');
    expect(at.printed[1]).toBe('No tickets.');
    await at.solodesk('ticket', 'show', 'bakery-t1');
    expect(at.printed[2]).toContain('Size: large');
    expect(at.printed[2]).toContain('settled by: the owner (no rule fits)');
    await at.solodesk('ticket', 'show', '1', '--json');
    expect(JSON.parse(at.printed[3]!)).toMatchObject({
      name: 'BAKERY-T1',
      state: 'new',
      history: [{ by: { kind: 'visitor' } }],
    });
    expect(at.printed.join('')).not.toContain('hazelnut');
  });

  it('solves a ticket beside a running at.server, and its conversation says so', async () => {
    await at.solodesk('ticket', 'solve', 'BAKERY-T1');
    expect(at.printed[0]).toBe('BAKERY-T1 is solved.');
    const ticket = await at.server.findTicketByNumber('bakery', 1);
    expect(ticket).toMatchObject({ state: 'solved' });
    const log = await at.server.readLog(ticket?.conversationKey ?? 0, { limit: 9 });
    expect(log.at(-1)?.entry).toMatchObject({ type: 'ticket', name: 'BAKERY-T1', state: 'solved' });
  });

  it('says so when there is no such ticket', async () => {
    await expect(at.solodesk('ticket', 'solve', '9')).rejects.toThrow('"bakery" has no ticket "9"');
  });
});
