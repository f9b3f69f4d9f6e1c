import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnerUp, TicketView } from '@solodesk/protocol/owner';
import { ApiDesk, NOW } from '../testing/api-desk.ts';
import { FollowedSite, NO_LOOKS } from '../testing/followed-site.ts';
import type { Owner } from '../testing/owner.ts';

const HOUR = 3_600_000;
const LEE = { to: 'person', name: 'Lee', mail: 'lee@repairs.example' } as const;
const [FIRST, SECOND] = [crypto.randomUUID(), crypto.randomUUID()];

describe('the list of tickets in the console', () => {
  let at: ApiDesk;
  let owner: Owner;
  let followed: FollowedSite;
  beforeAll(async () => {
    at = await ApiDesk.start({ ...NO_LOOKS, sites: { shop: { timeZone: 'UTC' }, bakery: {} } });
    owner = await at.desk.console();
    followed = await FollowedSite.begin(at.desk, at.clock);
    const dues = [null, NOW - HOUR, NOW + 1.5 * HOUR, NOW + 30 * HOUR, null];
    for (const [index, dueAt] of dues.entries()) {
      const due = dueAt === null ? {} : { dueAt: new Date(dueAt).toISOString() };
      await at.ok('POST /api/tickets', { subject: `Vase ${index + 1}`, category: 'returns', ...due });
    }
  });
  afterAll(() => at.end());

  const find = async (sieve: Partial<OwnerUp['tickets']>) =>
    (await owner.must('tickets', { filter: 'open', ...sieve })).tickets.map(({ number }) => number);
  const change = (numbers: number[], edit: Partial<OwnerUp['tickets_change']>) =>
    followed.after(() => owner.must('tickets_change', { numbers, ...edit }));

  it('is narrowed down to what is late, and to what is due before midnight where the site is', async () => {
    expect(await find({ due: 'late' })).toEqual([2]);
    expect(await find({ due: 'today' })).toEqual([2, 3]);
    expect(await find({ due: 'today', search: 'vase 3' })).toEqual([3]);
  });

  it('changes many at once: what cannot be done to one of them keeps none of the others', async () => {
    expect(await change([1, 1, 99, 2], { category: 'repairs' })).toEqual({
      ...{ ok: true, done: [1, 2] },
      failed: [{ number: 99, kind: 'not_found' }],
    });
    expect(await find({ category: 'repairs' })).toEqual([1, 2]);
    await change([1, 4], { target: LEE });
    expect(await find({ hands: 'others' })).toEqual([1, 4]);
    expect(await find({ hands: 'owner' })).toEqual([2, 3, 5]);
    await change([3, 4], { state: 'solved' });
    await change([5], { state: 'waiting' });
    expect(await find({})).toEqual([1, 2]);
    expect((await find({ filter: 'solved' })).sort()).toEqual([3, 4]);
    await change([3, 4, 5], { state: 'open' });
    expect(await find({})).toEqual([1, 2, 3, 4, 5]);
  });

  it('says who did it, in the history of each', async () => {
    const { ticket } = await owner.must('ticket', { number: 4 });
    const byOwner = ticket.history.filter(({ by }) => by.kind === 'owner').map(({ what }) => what.type);
    expect(byOwner).toEqual(['routed', 'state', 'state']);
  });

  it('keeps choices under a name on every device, changes them and lets them go', async () => {
    const late: TicketView = { id: FIRST, name: 'Late ones', sieve: { filter: 'open', due: 'late' } };
    const mine: TicketView = { id: SECOND, name: '我的', sieve: { filter: 'all', hands: 'owner', complaint: true } };
    await followed.after(() => owner.must('ticket_view_put', late));
    at.clock.advance(1);
    await followed.after(() => owner.must('ticket_view_put', mine));
    expect((await owner.must('tickets', { filter: 'all' })).views).toEqual([late, mine]);
    await followed.after(() => owner.must('ticket_view_put', { ...late, name: 'Overdue' }));
    expect((await owner.must('tickets', { filter: 'all' })).views).toEqual([{ ...late, name: 'Overdue' }, mine]);
    await followed.after(() => owner.must('ticket_view_drop', { id: FIRST }));
    expect((await owner.must('tickets', { filter: 'all' })).views).toEqual([mine]);
    expect((await owner.must('tickets', { site: 'bakery', filter: 'all' })).views).toEqual([]);
  });

  it('takes no more of them than a person can tell apart', async () => {
    const put = () => owner.emit('ticket_view_put', { id: crypto.randomUUID(), name: 'x', sieve: { filter: 'all' } });
    for (let count = 1; count < 20; count++) expect(await put()).toMatchObject({ ok: true });
    expect(await put()).toMatchObject({ ok: false, error: { kind: 'refused' } });
  });

  it('refuses what makes no sense, and what is no site of theirs', async () => {
    const bad = { ok: false, error: { kind: 'bad_request' } };
    for (const [event, body] of [
      ['tickets', { site: 'shop', filter: 'open', due: 'soon' }],
      ['tickets', { site: 'shop', filter: 'open', complaint: false }],
      ['tickets_change', { site: 'shop', numbers: [], state: 'open' }],
      ['tickets_change', { site: 'shop', numbers: Array.from({ length: 101 }, (_, n) => n + 1), state: 'open' }],
      ['ticket_view_put', { site: 'shop', id: 'no id', name: 'x', sieve: { filter: 'open' } }],
      ['ticket_view_put', { site: 'shop', id: FIRST, name: ' ', sieve: { filter: 'open' } }],
      ['ticket_view_put', { site: 'shop', id: FIRST, name: 'x', sieve: { filter: 'open', search: 'Ada' } }],
    ] as const) {
      expect(await owner.emitAnything(event, body)).toMatchObject(bad);
    }
    const gone = { ok: false, error: { kind: 'not_found' } };
    const site = 'elsewhere';
    expect(await owner.emit('tickets_change', { site, numbers: [1], state: 'solved' })).toMatchObject(gone);
    expect(await owner.emit('ticket_view_drop', { site, id: SECOND })).toMatchObject(gone);
    expect(await owner.emit('ticket_view_put', { site, id: FIRST, name: 'x', sieve: { filter: 'all' } })).toMatchObject(
      gone,
    );
  });
});
