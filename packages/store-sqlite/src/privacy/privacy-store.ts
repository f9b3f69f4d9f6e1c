import type { ErasedRows, Erasure, PrivacyStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import type { PersonEraser } from './person-eraser.ts';
import { PersonFinder } from './person-rows.ts';

interface ErasureRow {
  key: number;
  site: number;
  id: string;
  at: number;
  by: string;
  rows: string;
  files: number;
  conversations: string;
  tickets: string;
  visitors: string;
}

export function createPrivacyStore(
  db: Database,
  group: GroupCommit,
  sites: SiteKeys,
  eraser: PersonEraser,
): PrivacyStore {
  const finder = new PersonFinder(db, sites);
  const { steps } = eraser;
  const statements = prepare(db);

  const toErasure = ({ site, rows, conversations, tickets, visitors, ...row }: ErasureRow): Erasure => ({
    ...row,
    site: sites.idOf(site),
    rows: JSON.parse(rows) as ErasedRows[],
    conversations: JSON.parse(conversations) as Erasure['conversations'],
    tickets: JSON.parse(tickets) as number[],
    visitors: JSON.parse(visitors) as number[],
  });

  return {
    findPerson: (site, question) => reading(() => finder.find(site, question)?.person ?? null),

    rehearseErasure: (site, question) =>
      reading(() => {
        const found = finder.find(site, question);
        return found === null ? null : { person: found.person, rows: steps.rehearse(found, 0) };
      }),

    personRows: (site, question) =>
      reading(() => {
        const found = finder.find(site, question);
        return found === null ? null : steps.read(found);
      }),

    async erasePerson(site, question, { id, at, by }) {
      const messages = await eraser.dropWords(() => finder.find(site, question)?.person.visitors ?? []);
      return group.write(() => {
        const found = finder.find(site, question);
        if (found === null) return null;
        const { rows, tombstones: conversations } = eraser.dropRest(site, found, at, messages);
        const { visitors } = found.person;
        const tickets = found.person.tickets.map(({ number }) => number);
        const lists = [rows, conversations, tickets, visitors].map((list) => JSON.stringify(list));
        const { lastInsertRowid } = statements.insert.run(sites.make(site), id, at, by, ...lists);
        return { key: Number(lastInsertRowid), id, site, at, by, rows, files: 0, conversations, tickets, visitors };
      });
    },

    noteErasedFiles: (site, id, files) => group.write(() => void statements.noteFiles.run(files, id, sites.find(site))),
    erasures: (site, limit) => reading(() => statements.list.all(sites.find(site) ?? 0, limit).map(toErasure)),
    erasuresAfter: (key) => reading(() => statements.after.all(key).map(toErasure)),
    lastErasure: () => reading(() => statements.last.get() ?? 0),

    // Beside the writes: a checkpoint inside of a transaction is refused.
    scrub: () =>
      reading(() => {
        const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
        return result?.busy === 0;
      }),
  };
}

function prepare(db: Database) {
  return {
    insert: db.prepare(
      'INSERT INTO erasure (site, id, at, by, rows, conversations, tickets, visitors) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    noteFiles: db.prepare('UPDATE erasure SET files = files + ? WHERE id = ? AND site = ?'),
    list: db.prepare<[number, number], ErasureRow>('SELECT * FROM erasure WHERE site = ? ORDER BY key DESC LIMIT ?'),
    after: db.prepare<[number], ErasureRow>('SELECT * FROM erasure WHERE key > ? ORDER BY key LIMIT 1000'),
    last: db.prepare<[], number>('SELECT max(key) FROM erasure').pluck(),
  };
}
