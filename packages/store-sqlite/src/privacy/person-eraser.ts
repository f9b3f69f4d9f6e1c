import type { ErasedRows } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { CommitWriter } from '../commit-writer.ts';
import type { DueJobs } from '../jobs/due-jobs.ts';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { ErasureSteps } from './erase-person.ts';
import { EventEraser } from './event-eraser.ts';
import type { PersonRows } from './person-rows.ts';

interface Tombstone {
  readonly key: number;
  readonly id: string;
  readonly event: number;
}

/** Takes out people and conversations: words in slices, then the rest at once, with a tombstone for each conversation. */
export class PersonEraser {
  readonly steps: ErasureSteps;
  readonly #group: GroupCommit;
  readonly #sites: SiteKeys;
  readonly #inside: { writer: CommitWriter; dueJobs: DueJobs };
  readonly #words: EventEraser;
  readonly #olderWords: EventEraser;
  readonly #statements;

  /** @param inside what else the process remembers of rows */
  constructor(db: Database, group: GroupCommit, sites: SiteKeys, inside: { writer: CommitWriter; dueJobs: DueJobs }) {
    this.#group = group;
    this.#sites = sites;
    this.#inside = inside;
    this.steps = new ErasureSteps(db);
    const ofVisitors = 'conversation IN (SELECT value FROM json_each(@visitors))';
    this.#words = new EventEraser(db, ofVisitors);
    // A transaction numbers its events after the last one there is: that one may go only with the tombstone that follows it.
    this.#olderWords = new EventEraser(
      db,
      `${ofVisitors} AND id NOT IN (SELECT max(id) FROM event WHERE ${ofVisitors} GROUP BY conversation)`,
    );
    this.#statements = {
      conversation: db.prepare<[number], { key: number; id: string; lastSeq: number }>(
        'SELECT key, id, last_seq AS lastSeq FROM conversation WHERE key = ?',
      ),
      // What was agreed there has a life of its own.
      unlink: ['ticket', 'appointment'].map((table) =>
        db.prepare<[number]>(`UPDATE ${table} SET conversation = NULL WHERE conversation = ?`),
      ),
    };
  }

  /** Words, slice by slice; how many. @param visitors asked anew for each slice */
  async dropWords(visitors: () => readonly number[]): Promise<number> {
    let messages = 0;
    for (;;) {
      const gone = await this.#group.write(() => this.#olderWords.next({ visitors: JSON.stringify(visitors()) }));
      messages += gone;
      if (gone === 0) return messages;
    }
  }

  /** All the rest, inside of a transaction. @param messages that went before it */
  dropRest(
    site: string,
    found: PersonRows,
    at: number,
    messages: number,
  ): { rows: ErasedRows[]; tombstones: Tombstone[] } {
    const { visitors } = found.person;
    const conversations = visitors.flatMap((key) => this.#statements.conversation.get(key) ?? []);
    let last = 0;
    for (let gone = -1; gone !== 0; last += gone) gone = this.#words.next({ visitors: JSON.stringify(visitors) });
    const rows = withMessages(this.steps.run(found, at), messages + last);
    const tombstones = conversations.map((conversation) => ({
      ...{ key: conversation.key, id: conversation.id },
      event: this.#inside.writer.leaveTombstone(site, conversation, at),
    }));
    for (const visitor of visitors) this.#inside.dueJobs.forget(visitor);
    return { rows, tombstones };
  }

  /** A conversation that is too old, with its browser; contact, requests and appointments stay. */
  async dropConversation(site: string, key: number, at: number): Promise<void> {
    await this.dropWords(() => [key]);
    await this.#group.write(() => {
      for (const unlink of this.#statements.unlink) unlink.run(key);
      this.dropRest(site, onlyVisitor(site, this.#sites.make(site), key), at, 0);
    });
  }
}

/** A browser and nobody behind it. */
function onlyVisitor(site: string, siteKey: number, key: number): PersonRows {
  const nothing = '[]';
  return {
    person: { site, name: null, contacts: [], visitors: [key], conversations: [], tickets: [], alike: [] },
    parameters: {
      ...{
        site: siteKey,
        visitors: JSON.stringify([key]),
        contacts: nothing,
        tickets: nothing,
        ticketNumbers: nothing,
      },
      ...{ orders: nothing, emails: nothing, quoted: nothing, plain: nothing },
    },
  };
}

/** What went before the rest belongs to the same receipt. */
function withMessages(rows: ErasedRows[], messages: number): ErasedRows[] {
  if (messages === 0) return rows;
  const last = rows.find(({ table }) => table === 'event')?.erased ?? 0;
  const event = { table: 'event', erased: messages + last, anonymised: 0 };
  return [event, ...rows.filter(({ table }) => table !== 'event')];
}
