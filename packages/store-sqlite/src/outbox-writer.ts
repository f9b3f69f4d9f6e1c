import type { OutboxEntry } from '@solodesk/core';
import type { Database, Statement } from 'better-sqlite3';

/** Adds entries to the outbox, inside of whatever transaction causes them. What was planned before is left as it is. */
export class OutboxWriter {
  readonly #insert: Statement;

  constructor(db: Database) {
    this.#insert = db.prepare(`
      INSERT INTO job (site, kind, outbox_key, payload, id, state, due_at, gap_ms, attempts, lease_until, sent_seq, error, dead_at)
      VALUES (?, ?, ?, ?, ?, 'due', ?, 0, 0, 0, 0, '', 0)
      ON CONFLICT (site, kind, outbox_key) WHERE outbox_key IS NOT NULL DO NOTHING`);
  }

  add(site: number, entries: readonly OutboxEntry[]): void {
    for (const { kind, key, payload, id, dueAt } of entries) {
      this.#insert.run(site, kind, key, JSON.stringify(payload), id, dueAt);
    }
  }
}
