import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnerUp, TicketSummary } from '@solodesk/protocol/owner';
import { ApiDesk } from '../testing/api-desk.ts';
import type { Owner } from '../testing/owner.ts';

const LEE = { to: 'address', name: 'Lee', mail: 'lee@repairs.example' } as const;

describe('tickets in the console', () => {
  let at: ApiDesk;
  let owner: Owner;
  beforeAll(async () => {
    const routing = [{ name: 'repairs', category: ['repair*'], to: { name: LEE.name, address: LEE.mail } }];
    at = await ApiDesk.start({ sites: { shop: { timeZone: 'UTC', routing }, bakery: {} } });
    owner = await at.desk.console();
    for (let n = 1; n <= 53; n++) await at.ok('POST /api/tickets', { subject: `Vase ${n}`, category: 'returns' });
    await at.ok('POST /api/tickets', { subject: 'Cake' }, at.bakery);
  });
  afterAll(() => at.end());

  const list = (query: Partial<OwnerUp['tickets']> = {}) => owner.must('tickets', { filter: 'open', ...query });
  const numbers = (tickets: readonly TicketSummary[]) => tickets.map(({ number }) => number);

  it('are listed a page at a time, with counts, and what they can become', async () => {
    const first = await list();
    const last = first.tickets.at(-1)?.number;
    const second = await list({ ...(last !== undefined && { after: last }) });
    expect([first.tickets.length, first.more, second.tickets.length, second.more]).toEqual([50, true, 3, false]);
    expect(new Set([...numbers(first.tickets), ...numbers(second.tickets)]).size).toBe(53);
    expect(first.tickets[0]).toMatchObject({ name: 'SHOP-T1', subject: 'Vase 1', state: 'new' });
    expect(first.counts.open).toBe(53);
    expect(first.categories).toEqual(expect.arrayContaining(['shop', 'general']));
    expect(first.targets).toEqual([LEE]);
  });

  it('are found by their name in any case, and by words', async () => {
    for (const search of ['SHOP-T7', 'shop-t7', '7', '#t7'])
      expect(numbers((await list({ filter: 'all', search })).tickets)).toEqual([7]);
    expect(numbers((await list({ search: 'vase 12' })).tickets)).toEqual([12]);
    expect(numbers((await list({ search: 'cake' })).tickets)).toEqual([]);
  });

  it('are read with their history, changed step by step, and everybody at the desk hears of it', async () => {
    const colleague = await at.desk.console();
    const { ticket } = await owner.must('ticket_change', { number: 3, category: 'repairs', target: LEE });
    expect(ticket).toMatchObject({ number: 3, category: 'repairs' });
    await owner.must('ticket_note', { number: 3, text: 'Lee calls on Monday.' });
    await owner.must('ticket_change', { number: 3, state: 'solved' });
    const read = await owner.must('ticket', { number: 3 });
    expect(read.ticket).toMatchObject({ state: 'solved', name: 'SHOP-T3' });
    expect(JSON.stringify(read.ticket)).toContain('Lee calls on Monday.');
    await colleague.heard.until<{ ticket: TicketSummary }>(
      'ticket',
      (told) => told.ticket.number === 3 && told.ticket.state === 'solved',
    );
    expect(numbers((await list({ filter: 'solved' })).tickets)).toEqual([3]);
    expect(await owner.emit('ticket_offer', { number: 3, offer: { text: 'Sorry' } })).toMatchObject({
      ok: false,
      error: { kind: 'refused' },
    });
  });

  it('of a conversation are listed with it', async () => {
    const visitor = await at.desk.visit();
    const { conversation } = await visitor.mustSay('hello');
    expect((await list({ conversation })).tickets).toEqual([]);
    expect((await list({ conversation: crypto.randomUUID() })).tickets).toEqual([]);
  });

  it('that are not there are told so, and what makes no sense is refused', async () => {
    const missing = { ok: false, error: { kind: 'not_found' } };
    expect(await owner.emit('ticket', { number: 999 })).toMatchObject(missing);
    expect(await owner.emit('ticket_change', { number: 999, state: 'solved' })).toMatchObject(missing);
    expect(await owner.emit('ticket_note', { number: 999, text: 'x' })).toMatchObject(missing);
    expect(await owner.emit('ticket_offer', { number: 999, offer: { text: 'x' } })).toMatchObject(missing);
    expect(await owner.emit('ticket', { number: 53, site: 'bakery' })).toMatchObject(missing);
    for (const [event, body] of [
      ['ticket', { site: 'shop', number: 0 }],
      ['ticket', { site: 'shop' }],
      ['tickets', { site: 'shop', filter: 'everything' }],
      ['ticket_change', { site: 'shop', number: 1, state: 'new' }],
      ['ticket_note', { site: 'shop', number: 1, text: '' }],
      ['ticket_offer', { site: 'shop', number: 1, offer: {} }],
    ] as const) {
      expect(await owner.emitAnything(event, body)).toMatchObject({ ok: false, error: { kind: 'bad_request' } });
    }
    expect(await owner.emitAnything('tickets', { site: 'no-such-site', filter: 'open' })).toMatchObject({ ok: false });
  });
});
