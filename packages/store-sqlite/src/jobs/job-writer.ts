import type { JobChange } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { DueJobs } from './due-jobs.ts';

/**
 * Changes jobs inside of the transaction of the commit that causes them. Who waits for a person plans the same two calls
 * with each further message: what is known to be due already costs no statement.
 */
export class JobWriter {
  readonly #statements;
  readonly #due: DueJobs;

  constructor(db: Database, due: DueJobs) {
    this.#statements = prepare(db);
    this.#due = due;
  }

  apply(site: number, conversation: number, change: JobChange): void {
    if (change.op === 'cancel') {
      this.#due.forget(conversation);
      if (change.answered) this.#statements.forgetGap.run(conversation, change.kind);
      this.#statements.cancel.run(conversation, change.kind);
      return;
    }
    const { kind, id, dueAt, gapMs } = change;
    if (this.#due.includes(conversation, kind, change)) return;
    this.#statements.plan.run({ site, conversation, kind, id, dueAt, gapMs });
    this.#due.add(conversation, kind, change);
  }
}

/**
 * A job that is not held has `lease_until` 0, so that its turn is `max(due_at, lease_until)` in any case. Planning what
 * is planned already writes nothing: each further message of one who waits would otherwise pay for two rows and their indexes.
 */
function prepare(db: Database) {
  return {
    plan: db.prepare(`
      INSERT INTO job (site, conversation, kind, id, state, due_at, gap_ms, attempts, lease_until, sent_seq, error, dead_at)
      VALUES (@site, @conversation, @kind, @id, 'due', @dueAt, @gapMs, 0, 0, 0, '', 0)
      ON CONFLICT (conversation, kind) WHERE conversation IS NOT NULL DO UPDATE SET
        gap_ms = @gapMs,
        id = iif(state = 'due', id, @id),
        again_at = iif(state = 'due' AND lease IS NOT NULL, min(@dueAt, coalesce(again_at, @dueAt)), NULL),
        due_at = CASE
          WHEN state <> 'due' THEN max(@dueAt, coalesce(sent_at + @gapMs, @dueAt))
          WHEN lease IS NULL AND attempts = 0 THEN min(due_at, max(@dueAt, coalesce(sent_at + @gapMs, @dueAt)))
          ELSE due_at END,
        attempts = iif(state = 'due', attempts, 0),
        lease = iif(state = 'due', lease, NULL),
        lease_until = iif(state = 'due', lease_until, 0),
        state = 'due'
      WHERE state <> 'due' OR lease IS NOT NULL OR again_at IS NOT NULL OR attempts > 0 OR gap_ms <> @gapMs
        OR due_at > max(@dueAt, coalesce(sent_at + @gapMs, @dueAt))`),
    cancel: db.prepare(`
      UPDATE job SET state = 'done', lease = NULL, lease_until = 0, again_at = NULL
      WHERE conversation = ? AND kind = ? AND state = 'due'`),
    forgetGap: db.prepare('UPDATE job SET sent_at = NULL WHERE conversation = ? AND kind = ?'),
  };
}
