import type { ErasedRows, Erasure, Person, PrivacyStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { CommitWriter } from '../commit-writer.ts';
import type { DueJobs } from '../due-jobs.ts';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../storage-failure.ts';
import { ErasureSteps } from './erase-person.ts';
import { EventEraser } from './event-eraser.ts';
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

/** @param inside what else the process remembers of rows */
export function createPrivacyStore(
  db: Database,
  group: GroupCommit,
  sites: SiteKeys,
  inside: { writer: CommitWriter; dueJobs: DueJobs },
): PrivacyStore {
  const finder = new PersonFinder(db, sites);
  const steps = new ErasureSteps(db);
  const ofVisitors = 'conversation IN (SELECT value FROM json_each(@visitors))';
  const words = new EventEraser(db, ofVisitors);
  // A transaction numbers its events after the last one there is: that one may go only with the tombstone that follows it.
  const olderWords = new EventEraser(
    db,
    `${ofVisitors} AND id NOT IN (SELECT max(id) FROM event WHERE ${ofVisitors} GROUP BY conversation)`,
  );
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
      let messages = 0;
      for (;;) {
        const gone = await group.write(() => olderWords.next(keysOf(finder.find(site, question)?.person)));
        messages += gone;
        if (gone === 0) break;
      }
      return group.write(() => {
        const found = finder.find(site, question);
        if (found === null) return null;
        const { person } = found;
        const lastSeqs = person.conversations.map((conversation) => ({
          ...conversation,
          lastSeq: statements.lastSeq.get(conversation.key) ?? 0,
        }));
        let last = 0;
        for (let gone = -1; gone !== 0; last += gone) gone = words.next(keysOf(person));
        const rows = withMessages(steps.run(found, at), messages + last);
        const conversations = lastSeqs.map((conversation) => ({
          key: conversation.key,
          id: conversation.id,
          event: inside.writer.leaveTombstone(site, conversation, at),
        }));
        for (const visitor of person.visitors) inside.dueJobs.forget(visitor);
        const tickets = person.tickets.map(({ number }) => number);
        const { visitors } = person;
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

function keysOf(person: Person | undefined): { visitors: string } {
  return { visitors: JSON.stringify(person?.visitors ?? []) };
}

/** What went before the rest belongs to the same receipt. */
function withMessages(rows: ErasedRows[], messages: number): ErasedRows[] {
  if (messages === 0) return rows;
  const last = rows.find(({ table }) => table === 'event')?.erased ?? 0;
  const event = { table: 'event', erased: messages + last, anonymised: 0 };
  return [event, ...rows.filter(({ table }) => table !== 'event')];
}

function prepare(db: Database) {
  return {
    lastSeq: db.prepare<[number], number>('SELECT last_seq FROM conversation WHERE key = ?').pluck(),
    insert: db.prepare(
      'INSERT INTO erasure (site, id, at, by, rows, conversations, tickets, visitors) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    noteFiles: db.prepare('UPDATE erasure SET files = files + ? WHERE id = ? AND site = ?'),
    list: db.prepare<[number, number], ErasureRow>('SELECT * FROM erasure WHERE site = ? ORDER BY key DESC LIMIT ?'),
    after: db.prepare<[number], ErasureRow>('SELECT * FROM erasure WHERE key > ? ORDER BY key LIMIT 1000'),
    last: db.prepare<[], number>('SELECT max(key) FROM erasure').pluck(),
  };
}
