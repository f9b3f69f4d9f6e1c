import { mergeFault, mergedContact } from '@solodesk/core';
import type { Contact, MergeStore, SharedReach } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import { CONTACT_COLUMNS, toContact } from '../records/contact-rows.ts';
import type { ContactRow } from '../records/contact-rows.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import { MergeRows, toMerge } from './merge-rows.ts';
import type { MergeRow } from './merge-rows.ts';
import { ProfileRows } from './profiles.ts';

export function createMergeStore(db: Database, group: GroupCommit, sites: SiteKeys): MergeStore {
  const rows = new MergeRows(db, new ProfileRows(db));
  const statements = prepare(db);
  const contact = (site: string, key: number): Contact | null => {
    const row = statements.contact.get(key, sites.find(site) ?? 0);
    return row === undefined ? null : toContact(row, site);
  };
  const alike = (site: string, by: SharedReach, value: string | null, limit: number) =>
    value === null
      ? []
      : statements[by].flatMap((statement) =>
          statement.all(sites.find(site) ?? 0, value, limit).map((row) => toContact(row, site)),
        );

  return {
    duplicates: (site, contactKey, limit) =>
      reading(() => {
        const one = contact(site, contactKey);
        if (one === null) return [];
        const found = new Map<number, { contact: Contact; shared: SharedReach[] }>();
        for (const by of ['email', 'phone'] as const) {
          for (const other of alike(site, by, one[by], limit + 1)) {
            if (other.key === contactKey) continue;
            const known = found.get(other.key) ?? { contact: other, shared: [] };
            known.shared.push(by);
            found.set(other.key, known);
          }
        }
        return [...found.values()].sort((a, b) => a.contact.key - b.contact.key).slice(0, limit);
      }),

    previewMerge: (site, winnerKey, loserKey) =>
      reading(() => {
        const [winner, loser] = [contact(site, winnerKey), contact(site, loserKey)];
        if (winner === null || loser === null) return null;
        const needsVouching = winner.verified !== loser.verified;
        return { winner, loser, after: mergedContact(winner, loser), moved: rows.count(loser.key), needsVouching };
      }),

    mergeContacts: (site, { winner: winnerKey, loser: loserKey, vouched, at }) =>
      group.write(() => {
        const [winner, loser] = [contact(site, winnerKey), contact(site, loserKey)];
        if (winner === null || loser === null) return { kind: 'gone' };
        const fault = mergeFault(winner, loser);
        if (fault !== null) return { kind: 'refused', why: fault };
        if (winner.verified !== loser.verified && !vouched) return { kind: 'refused', why: 'needs_vouching' };
        return { kind: 'merged', merge: rows.merge(sites.make(site), winner, loser, at) };
      }),

    mergesOf: (site, contactKey) =>
      reading(() => statements.merges.all(contactKey, sites.find(site) ?? 0).map(toMerge)),

    undoMerge: (site, mergeKey) =>
      group.write(() => {
        const siteKey = sites.find(site) ?? 0;
        const row = statements.merge.get(mergeKey, siteKey);
        return row !== undefined && rows.undo(siteKey, row) ? toMerge(row) : null;
      }),
  };
}

function prepare(db: Database) {
  const by = (column: SharedReach) =>
    [1, 0].map((verified) =>
      db.prepare<[number, string, number], ContactRow>(
        `SELECT ${CONTACT_COLUMNS} FROM contact WHERE site = ? AND ${column} = ? AND verified = ${verified} ORDER BY key LIMIT ?`,
      ),
    );
  const merge = 'SELECT key, winner, loser, at, state FROM contact_merge WHERE';
  return {
    contact: db.prepare<[number, number], ContactRow>(
      `SELECT ${CONTACT_COLUMNS} FROM contact WHERE key = ? AND site = ?`,
    ),
    email: by('email'),
    phone: by('phone'),
    merges: db.prepare<[number, number], MergeRow>(`${merge} winner = ? AND site = ? ORDER BY key DESC`),
    merge: db.prepare<[number, number], MergeRow>(`${merge} key = ? AND site = ?`),
  };
}
