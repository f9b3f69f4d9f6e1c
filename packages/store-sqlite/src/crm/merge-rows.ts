import { mergedContact, mergedProfile } from '@solodesk/core';
import type { Contact, ContactMerge, MovedCounts, Profile } from '@solodesk/core';
import type { Database, Statement } from 'better-sqlite3';
import { CONTACT_FIELDS, contactColumns } from '../records/contact-rows.ts';
import { createRecordTable } from '../records/record-table.ts';
import type { Columns } from '../records/record-table.ts';
import { MOVED_TABLES } from './moved-tables.ts';
import type { ProfileRows } from './profiles.ts';

/** What a merge leaves behind so that it can be undone. */
interface MergeState {
  readonly loserName: string;
  readonly moved: MovedCounts;
  readonly loser: { readonly row: Columns; readonly profile: Profile };
  /** The winner before and after; undoing puts back what nobody has changed since. */
  readonly before: { readonly row: Columns; readonly profile: Profile };
  readonly after: { readonly row: Columns; readonly profile: Profile };
  /** Keys of the rows that were moved, by table. */
  readonly rows: Readonly<Record<string, readonly number[]>>;
}

export interface MergeRow {
  key: number;
  winner: number;
  loser: number;
  at: number;
  state: string;
}

interface Mover {
  readonly table: string;
  readonly kind: keyof MovedCounts | null;
  readonly keys: Statement<[number], number>;
  readonly move: Statement<[number, number, number]>;
}

/** Makes one contact of two and two of one, inside of a transaction. */
export class MergeRows {
  readonly #table;
  readonly #profiles: ProfileRows;
  readonly #movers: readonly Mover[];
  readonly #statements;

  constructor(db: Database, profiles: ProfileRows) {
    this.#profiles = profiles;
    this.#table = createRecordTable(db, 'contact', CONTACT_FIELDS);
    this.#movers = MOVED_TABLES.map(({ table, key, kind }) => ({
      table,
      kind,
      keys: db.prepare<[number], number>(`SELECT ${key} FROM ${table} WHERE contact = ? ORDER BY ${key}`).pluck(),
      move: db.prepare(`UPDATE ${table} SET contact = ? WHERE ${key} = ? AND contact = ?`),
    }));
    this.#statements = {
      insert: db.prepare(`INSERT INTO contact_merge (site, winner, loser, at, loser_id, loser_email, loser_phone, state)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)`),
      remove: db.prepare<[number]>('DELETE FROM contact_merge WHERE key = ?'),
      restore: db.prepare(
        `INSERT INTO contact (key, ${CONTACT_FIELDS.join(', ')}) VALUES (@key, ${CONTACT_FIELDS.map((name) => `@${name}`).join(', ')})`,
      ),
    };
  }

  /** How many rows would be moved. */
  count(contact: number): MovedCounts {
    const counts = { visitors: 0, orders: 0, tickets: 0, appointments: 0, surveys: 0 };
    for (const { kind, keys } of this.#movers) if (kind !== null) counts[kind] = keys.all(contact).length;
    return counts;
  }

  merge(site: number, winner: Contact, loser: Contact, at: number): ContactMerge {
    const [winnerRow, loserRow] = [this.#row(winner.key), this.#row(loser.key)];
    const [winnerProfile, loserProfile] = [this.#profiles.read(winner.key), this.#profiles.read(loser.key)];
    const merged = mergedContact(winner, loser);
    const after = {
      row: { ...winnerRow, ...contactColumns(merged, site) },
      profile: mergedProfile(winnerProfile, loserProfile, winner.email === null),
    };
    const rows: Record<string, number[]> = {};
    for (const { table, keys, move } of this.#movers) {
      rows[table] = keys.all(loser.key);
      for (const key of rows[table]) move.run(winner.key, key, loser.key);
    }
    const state: MergeState = {
      loserName: loser.name ?? loser.email ?? loser.phone ?? loser.id,
      moved: { ...this.#countOf(rows) },
      loser: { row: loserRow, profile: loserProfile },
      before: { row: winnerRow, profile: winnerProfile },
      after,
      rows,
    };
    // The loser goes first: the winner may take its id.
    this.#profiles.write(site, { ...loserProfile, tags: [], attributes: {}, marketing: null });
    this.#table.remove(loser.key);
    this.#table.update(winner.key, after.row);
    this.#profiles.write(site, after.profile);
    const { lastInsertRowid } = this.#statements.insert.run(
      ...[site, winner.key, loser.key, at],
      ...(loser.verified ? [loser.ownId ? loser.id : null, loser.email, loser.phone] : [null, null, null]),
      JSON.stringify(state),
    );
    const { loserName, moved } = state;
    return { key: Number(lastInsertRowid), winner: winner.key, loser: loser.key, loserName, at, moved };
  }

  /** False where the winner is not there any more. */
  undo(site: number, row: MergeRow): boolean {
    const state = JSON.parse(row.state) as MergeState;
    const now = this.#table.read(row.winner);
    if (now === undefined) return false;
    this.#table.update(row.winner, restored(now, state.before.row, state.after.row));
    this.#profiles.write(
      site,
      restoredProfile(this.#profiles.read(row.winner), state.before.profile, state.after.profile),
    );
    this.#statements.restore.run({ ...state.loser.row, key: row.loser });
    this.#profiles.write(site, state.loser.profile);
    for (const { table, move } of this.#movers) {
      for (const key of state.rows[table] ?? []) move.run(row.loser, key, row.winner);
    }
    this.#statements.remove.run(row.key);
    return true;
  }

  #row(key: number): Columns {
    const row = this.#table.read(key);
    if (row === undefined) throw new Error('a contact that was found is not there');
    return row;
  }

  #countOf(rows: Readonly<Record<string, readonly number[]>>): MovedCounts {
    const counts = { visitors: 0, orders: 0, tickets: 0, appointments: 0, surveys: 0 };
    for (const { table, kind } of this.#movers) if (kind !== null) counts[kind] = rows[table]?.length ?? 0;
    return counts;
  }
}

export function toMerge({ key, winner, loser, at, state }: MergeRow): ContactMerge {
  const { loserName, moved } = JSON.parse(state) as MergeState;
  return { key, winner, loser, loserName, at, moved };
}

/** What stands as the merge left it is as it was before; what was changed since stays. */
function restored(now: Columns, before: Columns, after: Columns): Columns {
  return Object.fromEntries(
    Object.entries(now).map(([name, value]) => [name, value === after[name] ? (before[name] ?? null) : value]),
  );
}

function restoredProfile(now: Profile, before: Profile, after: Profile): Profile {
  const tags = now.tags.filter((tag) => before.tags.includes(tag) || !after.tags.includes(tag));
  const attributes = Object.entries(now.attributes).filter(
    ([name, value]) => name in before.attributes || after.attributes[name] !== value,
  );
  const isSame = now.marketing?.at === after.marketing?.at;
  return {
    ...now,
    tags,
    attributes: Object.fromEntries(attributes),
    marketing: isSame ? before.marketing : now.marketing,
  };
}
