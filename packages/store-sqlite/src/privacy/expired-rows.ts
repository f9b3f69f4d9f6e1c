import type { RetentionClass } from '@solodesk/core';
import { ticketFigures } from './table-decisions.ts';

/** Which rows of a class are too old, by `@site` and the moment `@before`, and what becomes of them. */
interface ExpiredRows {
  readonly table: string;
  readonly key: string;
  readonly where: string;
  /** Columns that are written over; left out: the row goes. */
  readonly set?: string;
}

/** Conversations go by a way of their own: their words go in slices, with all that hangs on them. */
export const EXPIRED: Readonly<Record<Exclude<RetentionClass, 'messages'>, readonly ExpiredRows[]>> = {
  tickets: [
    {
      table: 'ticket_event',
      key: 'key',
      where: `ticket IN (SELECT key FROM ticket WHERE site = @site AND state = 'closed' AND updated_at < @before)`,
    },
    {
      table: 'ticket',
      key: 'key',
      where: `site = @site AND state = 'closed' AND updated_at < @before AND (search <> '' OR contact IS NOT NULL OR conversation IS NOT NULL)`,
      set: `body = ${ticketFigures}, search = '', contact = NULL, conversation = NULL, version = version + 1`,
    },
  ],
  scores: [
    {
      table: 'survey_request',
      key: 'key',
      where: `site = @site AND max(asked_at, coalesce(answered_at, 0)) < @before
        AND (visitor IS NOT NULL OR (contact IS NOT NULL OR address IS NOT NULL) AND left_at IS NULL
          OR word <> '' OR answers <> '{}')`,
      // That somebody wants no more such mails stays, and who: else the next one would go to them again.
      set: `visitor = NULL, contact = iif(left_at IS NULL, NULL, contact), conversation = NULL, ticket = NULL,
        address = iif(left_at IS NULL, NULL, address), token = NULL,
        leave_token = iif(left_at IS NULL, NULL, leave_token), word = '', answers = '{}'`,
    },
  ],
  feedback: [
    {
      table: 'feedback',
      key: 'key',
      where: `site = @site AND at < @before AND (text <> '' OR author IS NOT NULL OR email IS NOT NULL OR link IS NOT NULL)`,
      set: `text = '', author = NULL, email = NULL, link = NULL`,
    },
  ],
  pageEvents: [
    { table: 'unanswered', key: 'key', where: 'site = @site AND conversation IS NULL AND at < @before' },
    { table: 'tracked', key: 'id', where: `at < @before AND visitor IN (SELECT key FROM visitor WHERE site = @site)` },
  ],
  mails: [{ table: 'job', key: 'key', where: `site = @site AND state = 'dead' AND dead_at < @before` }],
  accessLog: [{ table: 'view_log', key: 'key', where: 'site = @site AND at < @before' }],
  receipts: [{ table: 'erasure', key: 'key', where: 'site = @site AND at < @before' }],
};
