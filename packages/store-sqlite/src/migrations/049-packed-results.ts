import type { Migration } from './migration.ts';

/**
 * From here on a long `insight_result.body` is a blob: its text in UTF-8, compressed (raw deflate). The table is as it was, and what stands in it
 * is read as before; the number keeps programs away that know nothing of blobs.
 */
export const packedResults: Migration = {
  version: 49,
  since: '0.2.0',
  sql: `-- The column takes both.`,
};
