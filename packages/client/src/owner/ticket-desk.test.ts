import { describe, expect, it } from '@jest/globals';
import type { TicketSummary } from '@solodesk/protocol/owner';
import type { OwnerCall } from './owner-socket.ts';
import { createTicketDesk } from './ticket-desk.ts';

describe('the tickets of a console', () => {
  const said: unknown[] = [];
  const call = (async (event: string, body: unknown) => {
    said.push([event, body]);
    return { ok: false, error: { kind: 'not_found', message: 'no such ticket' } };
  }) as unknown as OwnerCall;

  it('are asked for and changed by one question each, and what the server says to it comes back', async () => {
    const { desk } = createTicketDesk(call);
    const refused = { ok: false, error: { kind: 'not_found' } };
    expect(await desk.list({ site: 'shop', filter: 'open' })).toMatchObject(refused);
    expect(await desk.read('shop', 7)).toMatchObject(refused);
    await desk.change({ site: 'shop', number: 7, state: 'solved' });
    await desk.offer('shop', 7, { remedies: ['refund'] });
    await desk.note('shop', 7, 'called');
    expect(said).toEqual([
      ['tickets', { site: 'shop', filter: 'open' }],
      ['ticket', { site: 'shop', number: 7 }],
      ['ticket_change', { site: 'shop', number: 7, state: 'solved' }],
      ['ticket_offer', { site: 'shop', number: 7, offer: { remedies: ['refund'] } }],
      ['ticket_note', { site: 'shop', number: 7, text: 'called' }],
    ]);
  });

  it('that change are told to everybody who listens, until they listen no more, also while one of them leaves', () => {
    const { desk, heard } = createTicketDesk(call);
    const told: string[] = [];
    const stop = desk.subscribe((site, { number }) => {
      told.push(`first ${site} ${number}`);
      stop();
    });
    desk.subscribe((site, { number }) => told.push(`second ${site} ${number}`));
    heard('shop', { number: 1 } as TicketSummary);
    heard('bakery', { number: 2 } as TicketSummary);
    expect(told).toEqual(['first shop 1', 'second shop 1', 'second bakery 2']);
  });
});
