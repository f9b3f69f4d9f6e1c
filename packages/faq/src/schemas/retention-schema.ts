import { DEFAULT_RETENTION } from '@solodesk/core';
import { z } from 'zod';

/** Ten years: what the law wants longer is not ours to keep. */
const MOST_DAYS = 3_650;

const days = (standard: number | null, what: string) =>
  z.int().min(1).max(MOST_DAYS).nullable().default(standard).describe(`Days until ${what}; null: never by itself.`);

/** How long what is known is kept, in days from its last change. */
export const retention = z.strictObject({
  messages: days(DEFAULT_RETENTION.messages, 'a closed conversation goes with all its messages'),
  tickets: days(DEFAULT_RETENTION.tickets, 'a closed request becomes a bare figure'),
  scores: days(DEFAULT_RETENTION.scores, 'a score loses its words and whose it was'),
  feedback: days(DEFAULT_RETENTION.feedback, 'a feedback from elsewhere loses its words and whose it was'),
  pageEvents: days(DEFAULT_RETENTION.pageEvents, 'what the pages reported goes'),
  mails: days(DEFAULT_RETENTION.mails, 'a mail or call that was given up goes'),
  accessLog: days(DEFAULT_RETENTION.accessLog, 'the note goes that somebody looked at a person'),
  receipts: days(DEFAULT_RETENTION.receipts, 'the receipt of an erasure goes'),
  backups: z
    .int()
    .min(1)
    .max(MOST_DAYS)
    .default(DEFAULT_RETENTION.backups)
    .describe('Days until a backup that the program made is removed; of several sites the shortest time counts.'),
});
