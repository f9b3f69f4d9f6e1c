import { z } from 'zod';

/** When the day before is worked through, and who counts as a customer still. */
export const insights = z.strictObject({
  hour: z
    .int()
    .min(0)
    .max(23)
    .default(5)
    .describe('Hour in the site’s time zone, 0 to 23, from which on the figures of the day before are made.'),
  customerDays: z
    .int()
    .min(1)
    .max(3_650)
    .nullable()
    .default(null)
    .describe(
      'Days without an order or a chat after which a customer is lost; null: three times the usual gap between orders.',
    ),
  themeAlerts: z
    .boolean()
    .default(true)
    .describe('Whether the owner gets a mail when twice as many messages as before are about something.'),
});
