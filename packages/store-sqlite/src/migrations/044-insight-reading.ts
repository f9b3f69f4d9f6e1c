import type { Migration } from './migration.ts';

/** When a run of the batch began to read: feedback that came in after it for a day that was worked through has that day worked through again. */
export const insightReading: Migration = {
  version: 44,
  since: '0.2.0',
  sql: `
    ALTER TABLE insight_run ADD COLUMN read_at INTEGER NOT NULL DEFAULT 0;
    UPDATE insight_run SET read_at = ended_at;
    CREATE INDEX feedback_received ON feedback (site, received_at, at);
  `,
};
