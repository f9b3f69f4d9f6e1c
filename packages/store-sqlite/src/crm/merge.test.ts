import { afterAll, describe, expect, it } from '@jest/globals';
import { PLAIN_PRIORITY, TO_OWNER, newTicket } from '@solodesk/core';
import type { ContactDraft } from '@solodesk/core';
import { Stage, silentLog } from '@solodesk/core/testing';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { openSqliteStore } from '../sqlite-store.ts';
import { tablesOf } from '../privacy/undecided-tables.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { DERIVED_TABLES, JOINED_TABLES, MOVED_TABLES } from './moved-tables.ts';

const directory = temporaryDirectory();

/** Every row of the database, but for counters that only ever rise. */
function everyRow(file: string): Record<string, unknown[]> {
  const db = new Database(file, { readonly: true });
  const tables = tablesOf(db).filter(
    (table) => !table.startsWith('search_') && table !== 'heartbeat' && !DERIVED_TABLES.includes(table),
  );
  const rows = Object.fromEntries(
    tables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]),
  );
  db.close();
  return rows;
}

const email = fc.constantFrom(null, 'a@one.example', 'b@one.example');
const person = fc.record({
  draft: fc.record({
    name: fc.constantFrom(null, 'Ada', '小琳'),
    email,
    phone: fc.constantFrom(null, '+49301', '+49302'),
    locale: fc.constantFrom(null, 'en', 'zh'),
  }),
  ownId: fc.boolean(),
  since: fc.option(fc.integer({ min: 1, max: 900 })),
  source: fc.constantFrom({}, { campaign: 'spring' }),
  tags: fc.subarray(['vip', 'new', '批发']),
  attributes: fc.dictionary(fc.constantFrom('size', 'hat'), fc.constantFrom('S', 'M'), { maxKeys: 2 }),
  marketing: fc.option(fc.integer({ min: 1, max: 99 })),
  orders: fc.nat(3),
  visitors: fc.nat(2),
  tickets: fc.nat(2),
  booked: fc.boolean(),
  surveyed: fc.boolean(),
});
type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;

const file = directory.file('desk.db');
const stage = new Stage(await openSqliteStore({ file, log: silentLog }));
const { store } = stage;
afterAll(async () => {
  await store.close();
  directory.remove();
});
let last = 0;
let number = 0;

/** Two people with all that can point at them. */
async function make(people: readonly Person[]): Promise<{ winner: number; loser: number }> {
  const write = { site: 'shop', at: 1_000, uuid: () => stage.uuid(), batch: null };
  const keys: number[] = [];
  for (const one of people) {
    const place = ++last;
    const draft: ContactDraft = {
      ...one.draft,
      // Somebody without an own id, an address or a number is nobody.
      ...((one.ownId || (one.draft.email ?? one.draft.phone) === null) && { id: `own-${place}` }),
      ...(one.since !== null && { customerSince: one.since }),
      source: one.source,
    };
    const [saved] = await store.saveContacts([{ ...draft, id: draft.id ?? `made-${place}` }], write);
    const key = saved?.record.key ?? 0;
    keys.push(key);
    const { tags, attributes, marketing } = one;
    const how = { at: marketing ?? 0, how: 'owner' };
    const id = saved?.record.id ?? '';
    const orders = Array.from({ length: one.orders }, (_, n) => ({ number: `${place}-${n}`, customer: { id } }));
    const many = <T>(count: number, each: () => Promise<T>) => Array.from({ length: count }, each);
    const browser = async () => {
      const visitor = await stage.visitor();
      await store.linkVerifiedVisitor(visitor.key, id, write);
      await stage.says(visitor);
    };
    const ticket = () =>
      store.saveTicket(
        newTicket(
          { subject: 'x', details: [], category: 'o', form: null, contact: {}, missing: [], locale: 'en' },
          {
            ...{ id: stage.uuid(), site: 'shop', number: ++number, at: 1, by: { kind: 'api' }, dueAt: null },
            ...{ route: TO_OWNER, priority: PLAIN_PRIORITY, contactKey: key },
          },
        ),
      );
    const appointment = () =>
      store.bookAppointment({
        ...{ id: stage.uuid(), site: 'shop', resource: `r${place}`, startsAt: 1, endsAt: 2, service: 's' },
        ...{ contactKey: key, conversationKey: null, createdAt: 1 },
      });
    const survey = () =>
      store.askSurvey({
        ...{ id: stage.uuid(), site: 'shop', survey: 'spring', visitorKey: null, contactKey: key },
        ...{ conversationKey: null, ticket: null, locale: 'en', askedAt: 1, restMs: 0 },
      });
    // At once, so that they share their transactions.
    await Promise.all([
      store.changeProfile('shop', key, { addTags: tags, attributes, marketing: marketing === null ? null : how }),
      store.saveOrders(orders, write),
      ...many(one.visitors, browser),
      ...many(one.tickets, ticket),
      ...many(one.booked ? 1 : 0, appointment),
      ...many(one.surveyed ? 1 : 0, survey),
    ]);
  }
  return { winner: keys[0] ?? 0, loser: keys[1] ?? 0 };
}

describe('a merge that is undone', () => {
  it('leaves every row of the database as it was, whatever both had', async () => {
    await fc.assert(
      fc.asyncProperty(person, person, async (one, other) => {
        const { winner, loser } = await make([one, other]);
        const before = everyRow(file);
        const outcome = await store.mergeContacts('shop', { winner, loser, vouched: false, at: 9 });
        if (outcome.kind !== 'merged') throw new Error(outcome.kind);
        const between = everyRow(file);
        expect(between).not.toEqual(before);
        // Nothing points at the loser any more.
        for (const { table } of MOVED_TABLES) {
          expect((between[table] as { contact: number | null }[]).some(({ contact }) => contact === loser)).toBe(false);
        }
        expect(await store.undoMerge('shop', outcome.merge.key)).not.toBeNull();
        expect(everyRow(file)).toEqual(before);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });
});

describe('the schema', () => {
  it('has no table that points at a contact and is forgotten when two become one', async () => {
    const db = new Database(file, { readonly: true });
    const pointing = tablesOf(db).filter((table) =>
      db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table).includes('contact'),
    );
    db.close();
    expect(pointing.sort()).toEqual(
      [...MOVED_TABLES.map(({ table }) => table), ...JOINED_TABLES, ...DERIVED_TABLES].sort(),
    );
  });
});
