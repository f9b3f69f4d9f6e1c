import type { OutboxEntry, OutboxKind } from '@solodesk/core';
import type { Database, Statement } from 'better-sqlite3';

/** Changes the outbox inside of whatever transaction causes it. What was planned before is left as it is. */
export class OutboxWriter {
  readonly #insert: Statement;
  readonly #cancel: Statement;

  constructor(db: Database) {
    this.#insert = db.prepare(`
      INSERT INTO job (site, kind, outbox_key, payload, id, state, due_at, gap_ms, attempts, lease_until, sent_seq, error, dead_at)
      VALUES (?, ?, ?, ?, ?, 'due', ?, 0, 0, 0, 0, '', 0)
      ON CONFLICT (site, kind, outbox_key) WHERE outbox_key IS NOT NULL DO NOTHING`);
    this.#cancel = db.prepare(`
      UPDATE job SET state = 'done', payload = NULL
      WHERE site = ? AND kind = ? AND outbox_key = ? AND state = 'due' AND lease IS NULL`);
  }

  add(site: number, entries: readonly OutboxEntry[]): void {
    for (const { kind, key, payload, id, dueAt } of entries) {
      this.#insert.run(site, kind, key, JSON.stringify(payload), id, dueAt);
    }
  }

  /** Whether there was one that nobody held. */
  cancel(site: number | null, kind: OutboxKind, key: string): boolean {
    return this.#cancel.run(site, kind, key).changes === 1;
  }
}
