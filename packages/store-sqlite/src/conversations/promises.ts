import type { OverduePromise, PromiseChange, PromiseCount, PromiseStore, ReplyTime } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';

const IS_OPEN = 'kept_at IS NULL AND broken_at IS NULL AND withdrawn_at IS NULL';

/** Changes promises inside of the transaction of the commit that causes them. */
export class PromiseWriter {
  readonly #statements;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  apply(site: number, conversation: number, changes: readonly PromiseChange[]): void {
    for (const change of changes) {
      const { at } = change;
      if (change.op === 'make') this.#statements.make.run(site, conversation, at, change.dueAt);
      else if (change.op === 'settle') this.#statements.settle.run({ conversation, at, how: change.how });
      else this.#statements.reply.run(site, conversation, change.askedAt, at);
    }
  }
}

export function createPromiseStore(db: Database, group: GroupCommit, sites: SiteKeys): PromiseStore {
  const breaks = db.prepare<[string, number]>(`
    UPDATE promise SET broken_at = due_at
    WHERE key IN (SELECT value FROM json_each(?)) AND ${IS_OPEN} AND due_at < ?`);
  const listOverdue = db.prepare<[number, number], OverduePromise>(`
    SELECT promise.key, site.id AS site, conversation AS conversationKey, due_at AS dueAt
    FROM promise JOIN site ON site.key = promise.site WHERE ${IS_OPEN} AND due_at < ? ORDER BY due_at, promise.key LIMIT ?`);
  const count = db.prepare<[number, number, number], PromiseCount>(`
    SELECT count(kept_at) AS kept, count(broken_at) AS broken,
      count(*) - count(kept_at) - count(broken_at) - count(withdrawn_at) AS open
    FROM promise WHERE site = ? AND made_at >= ? AND made_at < ?`);
  const replies = db.prepare<[number, number], ReplyTime>(`
    SELECT asked_at AS askedAt, answered_at AS answeredAt FROM reply_time WHERE site = ? ORDER BY key DESC LIMIT ?`);
  return {
    overduePromises: (now, limit) => reading(() => listOverdue.all(now, limit)),
    breakPromises: (keys, now) => group.write(() => breaks.run(JSON.stringify(keys), now).changes),
    countPromises: (site, { from, to }) =>
      reading(() => count.get(sites.find(site) ?? 0, from, to) ?? { kept: 0, broken: 0, open: 0 }),
    replyTimes: (site, limit) => reading(() => replies.all(sites.find(site) ?? 0, limit)),
  };
}

function prepare(db: Database) {
  return {
    make: db.prepare(
      'INSERT INTO promise (site, conversation, made_at, due_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ),
    // Whatever comes after its moment comes to a broken promise, whether a sweep has said so already or not.
    settle: db.prepare(`
      UPDATE promise SET
        kept_at = iif(@how = 'answered' AND @at <= due_at, @at, NULL),
        withdrawn_at = iif(@how = 'withdrawn' AND @at <= due_at, @at, NULL),
        broken_at = iif(@at > due_at, due_at, iif(@how = 'unanswered', @at, NULL))
      WHERE conversation = @conversation AND ${IS_OPEN}`),
    reply: db.prepare('INSERT INTO reply_time (site, conversation, asked_at, answered_at) VALUES (?, ?, ?, ?)'),
  };
}
