import type { Migration } from './migration.ts';

/**
 * Messages that the index passed over because they are sensitive. FTS5 keeps the sum of all its terms, and an index out of
 * which more is taken than was put in counts as damaged: so the triggers take out only what is in it.
 */
export const searchHidden: Migration = {
  version: 24,
  since: '0.2.0',
  sql: `
    CREATE TABLE search_hidden (event INTEGER PRIMARY KEY);
    INSERT INTO search_hidden SELECT id FROM event
      WHERE text IS NOT NULL AND type <= 2
        AND EXISTS (SELECT 1 FROM search_progress WHERE kind = 'message' AND event.id > low AND event.id <= high)
        AND (type = 1 AND reason LIKE '%"sensitive":true%' OR type = 0 AND EXISTS (
          SELECT 1 FROM event said
          WHERE said.conversation = event.conversation AND said.seq > event.seq AND said.seq <= event.seq + 50
            AND said.type = 1 AND said.reason LIKE '%"sensitive":true%'
            AND json_extract(said.extra, '$.replyTo') = event.seq));

    DROP TRIGGER search_message_changed;
    DROP TRIGGER search_message_removed;
    CREATE TRIGGER search_message_changed AFTER UPDATE OF text, type ON event WHEN ${isIn('OLD')}
    BEGIN
      ${remove('OLD')};
      INSERT INTO search_message (rowid, terms) SELECT NEW.id, search_message_terms(NEW.site, NEW.text)
        WHERE NEW.text IS NOT NULL AND NEW.type IN (0, 1, 2);
    END;
    -- One trigger for both, because nobody says in which order two of them come.
    CREATE TRIGGER search_message_removed AFTER DELETE ON event WHEN OLD.text IS NOT NULL BEGIN
      ${remove('OLD')} WHERE ${isIn('OLD')};
      DELETE FROM search_hidden WHERE event = OLD.id;
    END;
  `,
};

/** Whether the index has this row of `event`. */
function isIn(row: string): string {
  return `${row}.text IS NOT NULL AND ${row}.type IN (0, 1, 2)
    AND EXISTS (SELECT 1 FROM search_progress WHERE kind = 'message' AND ${row}.id > low AND ${row}.id <= high)
    AND NOT EXISTS (SELECT 1 FROM search_hidden WHERE event = ${row}.id)`;
}

function remove(row: string): string {
  return `INSERT INTO search_message (search_message, rowid, terms)
    SELECT 'delete', ${row}.id, search_message_terms(${row}.site, ${row}.text)`;
}
