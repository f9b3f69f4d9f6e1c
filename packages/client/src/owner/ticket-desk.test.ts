import { describe, expect, it } from '@jest/globals';
import type { TicketSummary, TicketView } from '@solodesk/protocol/owner';
import type { OwnerCall } from './owner-socket.ts';
import { createTicketDesk, isSameSieve } from './ticket-desk.ts';

const LATE: TicketView = { id: 'v1', name: 'Late', sieve: { filter: 'open', due: 'late' } };

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
    await desk.changeMany({ site: 'shop', numbers: [7, 8], state: 'waiting' });
    await desk.keepView('shop', LATE);
    await desk.dropView('shop', LATE.id);
    expect(said).toEqual([
      ['tickets', { site: 'shop', filter: 'open' }],
      ['ticket', { site: 'shop', number: 7 }],
      ['ticket_change', { site: 'shop', number: 7, state: 'solved' }],
      ['ticket_offer', { site: 'shop', number: 7, offer: { remedies: ['refund'] } }],
      ['ticket_note', { site: 'shop', number: 7, text: 'called' }],
      ['tickets_change', { site: 'shop', numbers: [7, 8], state: 'waiting' }],
      ['ticket_view_put', { site: 'shop', ...LATE }],
      ['ticket_view_drop', { site: 'shop', id: LATE.id }],
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

  it('have views that come with each list and with each change, and tell nobody when they are the same', async () => {
    const answer = { ok: true, tickets: [], more: false, counts: {}, categories: [], targets: [], views: [LATE] };
    const { desk, heardViews } = createTicketDesk((async () => answer) as unknown as OwnerCall);
    let told = 0;
    desk.views.subscribe(() => (told += 1));
    await desk.list({ site: 'shop', filter: 'open' });
    await desk.list({ site: 'shop', filter: 'all' });
    expect([desk.views.get(), told]).toEqual([{ shop: [LATE] }, 1]);
    heardViews('shop', []);
    heardViews('bakery', [LATE]);
    expect([desk.views.get(), told]).toEqual([{ shop: [], bakery: [LATE] }, 3]);
  });

  it('are chosen alike in whatever order it is said', () => {
    expect(
      isSameSieve({ filter: 'open', due: 'late', hands: 'owner' }, { hands: 'owner', due: 'late', filter: 'open' }),
    ).toBe(true);
    expect(isSameSieve({ filter: 'open' }, { filter: 'open', complaint: true })).toBe(false);
    expect(isSameSieve({ filter: 'open', category: 'high' }, { filter: 'open', level: 'high' })).toBe(false);
  });
});
