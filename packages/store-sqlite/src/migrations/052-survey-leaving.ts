import type { Migration } from './migration.ts';

/**
 * Who wants to be asked by mail no more: the hash of the token in a mail's link, and the moment in which it was followed and confirmed.
 * That is of all mails that ask, of the contact and the address that this one went to.
 */
export const surveyLeaving: Migration = {
  version: 52,
  since: '0.2.0',
  sql: `
    ALTER TABLE survey_request ADD COLUMN leave_token TEXT;
    ALTER TABLE survey_request ADD COLUMN left_at INTEGER;
    CREATE UNIQUE INDEX survey_leave ON survey_request (leave_token) WHERE leave_token IS NOT NULL;
  `,
};
