import { unansweredIn } from '@solodesk/core';
import type { Conversation, StoredEvent, UnansweredQuestion, UnansweredStatus, UnansweredStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import { VISITOR_MESSAGE } from './event-rows.ts';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';

type Row = Omit<UnansweredQuestion, 'guesses'> & { guesses: string };

/** What is shown: of a message the text must still be there, and its visitor not blocked; a search has words of its own, and nobody behind them. */
const SHOWN = `
  FROM unanswered
  LEFT JOIN event ON event.conversation = unanswered.conversation AND event.seq = unanswered.seq
    AND event.type = ${VISITOR_MESSAGE}
  LEFT JOIN conversation ON conversation.key = unanswered.conversation
  LEFT JOIN visitor ON visitor.key = unanswered.conversation
  WHERE unanswered.site = ? AND unanswered.status = ?
    AND (unanswered.conversation IS NULL OR event.text IS NOT NULL AND visitor.blocked = 'no')`;

export function createUnansweredStore(db: Database, group: GroupCommit, sites: SiteKeys): UnansweredStore {
  const select = db.prepare<[number, UnansweredStatus, number], Row>(`
    SELECT unanswered.key, conversation.id AS conversation, unanswered.seq,
      coalesce(unanswered.at, event.at) AS at, coalesce(unanswered.text, event.text) AS text,
      unanswered.locale, unanswered.kind, unanswered.guesses, unanswered.status
    ${SHOWN} ORDER BY unanswered.key DESC LIMIT ?`);
  const count = db
    .prepare<[number, UnansweredStatus, number], number>(`SELECT count(*) FROM (SELECT 1 ${SHOWN} LIMIT ?)`)
    .pluck();
  const update = db.prepare<[UnansweredStatus, number, number, UnansweredStatus]>(
    'UPDATE unanswered SET status = ? WHERE key = ? AND site = ? AND status <> ?',
  );
  const insert = db.prepare(`
    INSERT INTO unanswered (site, seq, at, text, locale, kind, guesses) VALUES (?, 0, ?, ?, ?, 'searched', ?)`);
  const dropOldest = db.prepare(`
    DELETE FROM unanswered WHERE key IN (
      SELECT key FROM unanswered WHERE site = ? AND conversation IS NULL ORDER BY key DESC LIMIT -1 OFFSET ?)`);
  return {
    keepSearch: (site, { at, text, locale, guesses }, most) =>
      group.write(() => {
        const owner = sites.make(site);
        insert.run(owner, at, text, locale, JSON.stringify(guesses));
        dropOldest.run(owner, most);
      }),
    unanswered: (site, { status, limit }) =>
      reading(() =>
        select.all(sites.find(site) ?? 0, status, limit).map((row) => ({
          ...row,
          guesses: JSON.parse(row.guesses) as UnansweredQuestion['guesses'],
        })),
      ),
    countUnanswered: (site, most) => reading(() => count.get(sites.find(site) ?? 0, 'open', most) ?? 0),
    setUnanswered: (site, keys, status) =>
      group.write(() => {
        const owner = sites.find(site) ?? 0;
        return keys.reduce((changed, key) => changed + update.run(status, key, owner, status).changes, 0);
      }),
  };
}

/** Keeps and drops questions inside of the commit that causes it. A sure answer writes nothing here. */
export class UnansweredWriter {
  readonly #insert;
  readonly #drop;

  constructor(db: Database) {
    // Only what was typed is a question: a pressed button has its intent in `extra`, where files stand too.
    this.#insert = db.prepare(`
      INSERT INTO unanswered (site, conversation, seq, locale, kind, guesses)
      SELECT ?, conversation, seq, ?, ?, ? FROM event
      WHERE conversation = ? AND seq = ? AND type = ${VISITOR_MESSAGE} AND text <> ''
        AND json_extract(extra, '$.intent') IS NULL`);
    this.#drop = db.prepare(`
      DELETE FROM unanswered WHERE key = (
        SELECT max(key) FROM unanswered
        WHERE conversation = ? AND kind = 'suggested'
          AND EXISTS (SELECT 1 FROM json_each(guesses) WHERE json_extract(value, '$.intent') = ?))`);
  }

  write({ key, locale }: Conversation, site: number, events: readonly StoredEvent[]): void {
    const { kept, chosen } = unansweredIn(events);
    if (chosen !== null) this.#drop.run(key, chosen);
    if (kept === null) return;
    this.#insert.run(site, locale, kept.kind, JSON.stringify(kept.guesses), key, kept.seq);
  }
}
