import type { Migration } from './migration.ts';

/**
 * Questions that the bot could not answer. `key` is the event of the bot's words that left it open; the text stays in the
 * visitor's event alone, so that erasing that event erases the question. What was asked before this table was there is
 * found by the reasons that the bot gave.
 */
export const unanswered: Migration = {
  version: 3,
  since: '0.1.0',
  sql: `
    CREATE TABLE unanswered (
      key INTEGER PRIMARY KEY,
      site INTEGER NOT NULL,
      conversation INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      locale TEXT NOT NULL,
      kind TEXT NOT NULL,
      guesses TEXT NOT NULL,
      status TEXT NOT NULL DEFAULT 'open'
    );
    CREATE INDEX unanswered_status ON unanswered (site, status, key);
    CREATE INDEX unanswered_offered ON unanswered (conversation, key) WHERE kind = 'suggested';

    INSERT INTO unanswered (key, site, conversation, seq, locale, kind, guesses)
    SELECT said.id, said.site, said.conversation, asked.seq, conversation.locale,
      CASE json_extract(said.reason, '$.kind') WHEN 'suggested' THEN 'suggested' ELSE 'unsure' END,
      json_extract(said.reason, '$.guesses')
    FROM event said
    JOIN conversation ON conversation.key = said.conversation
    JOIN event asked ON asked.conversation = said.conversation AND asked.seq = json_extract(said.extra, '$.replyTo')
    LEFT JOIN event before ON before.conversation = said.conversation AND before.seq = said.seq - 1
    LEFT JOIN event later ON later.id = (
      SELECT min(next.id) FROM event next
      WHERE next.conversation = said.conversation AND next.seq > said.seq AND next.type = 0
    )
    WHERE said.type = 1 AND said.reason IS NOT NULL AND asked.type = 0 AND asked.extra IS NULL
      AND (
        json_extract(said.reason, '$.kind') = 'unsure'
        OR json_extract(said.reason, '$.kind') = 'handed_off'
          AND before.type = 3 AND json_extract(before.extra, '$.reason') = 'unsure'
        OR json_extract(said.reason, '$.kind') = 'suggested'
          AND coalesce(json_extract(later.extra, '$.intent'), 'solodesk.') LIKE 'solodesk.%'
      );
  `,
};
