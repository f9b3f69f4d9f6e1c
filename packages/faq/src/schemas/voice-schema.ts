import { z } from 'zod';
import { orderNumberComplaint } from '../order-number-pattern.ts';
import { localized, text } from './text-rules.ts';

/** One text for all languages, or one a language. */
function named(max: number) {
  return z.union([text(max), localized(text(max))]);
}

export const voice = z.strictObject({
  botName: named(40).optional().describe("The bot's own name; it says that it is a bot all the same."),
  signOff: named(120).optional().describe('Stands under goodbyes and under promises of a later answer.'),
  address: z.enum(['您', '你']).default('您').describe('How Chinese texts address the customer.'),
  tone: z.enum(['friendly', 'formal']).default('friendly').describe('"formal": no contractions, no exclamation marks.'),
});

/** Names of fields that answers may use: `{{order|…}}`. */
export const fieldName = z
  .string()
  .max(40)
  .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'must be a word of letters, digits, _ and -, such as "order"');

export const orderNumber = z
  .string()
  .superRefine((value, context) => {
    const complaint = orderNumberComplaint(value);
    if (complaint !== null) context.addIssue({ code: 'custom', message: complaint });
  })
  .meta({ minLength: 1, maxLength: 100 });

export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be a country code of two capital letters, such as "DE" or "CN"');

export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be a currency code of three capital letters, such as "EUR" or "CNY"');
