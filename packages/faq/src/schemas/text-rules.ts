import { LOCALES, fieldsOf } from '@solodesk/core';
import { z } from 'zod';

/** Unicode's halves of surrogate pairs, alone: databases and sockets mangle them. */
const LONE_SURROGATE = /\p{Surrogate}/u;
/** Everything invisible but tab and line ends. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** A visible text of 1 to `max` characters, counted in code points. */
export function text(max: number) {
  return z
    .string()
    .superRefine((value, context) => {
      const complaint = textComplaint(value, max);
      if (complaint !== null) context.addIssue({ code: 'custom', message: complaint });
    })
    .meta({ minLength: 1, maxLength: max, pattern: '\\S' });
}

function textComplaint(value: string, max: number): string | null {
  if (value.trim() === '') return 'must not be empty';
  if (LONE_SURROGATE.test(value)) return 'holds half of a character (a \\ud… without its partner)';
  if (CONTROL.test(value)) return 'holds an invisible control character';
  const length = value.length > max ? [...value].length : value.length;
  return length > max ? `has ${count(length)} characters; at most ${count(max)} are allowed` : null;
}

/** A text that the bot says, whose {{fields}} are well-formed. */
export function answerText(max: number) {
  return text(max).superRefine((value, context) => {
    const { malformedAt } = fieldsOf(value);
    if (malformedAt === null) return;
    const message = `has braces at "${value.slice(malformedAt, malformedAt + 20)}" that are no field; write {{name|there}}`;
    context.addIssue({ code: 'custom', message });
  });
}

/** One of `schema` for each language; which of them a site needs is checked with the site at hand. */
export function localized<T extends z.ZodType>(schema: T) {
  return z.strictObject({ en: schema.optional(), zh: schema.optional() });
}

export const locale = z.enum(LOCALES as ['en', 'zh']);

const INTENT_PATTERN = '[a-z0-9]+(?:[-_][a-z0-9]+)*(?:\\.[a-z0-9]+(?:[-_][a-z0-9]+)*)+';
const INTENT_WORDS = 'must be lower-case words joined by dots, such as "delivery.time"';

/** The name of an FAQ or of a built-in intent, where one is meant. */
export const intentReference = z
  .string()
  .max(80)
  .regex(new RegExp(`^${INTENT_PATTERN}$`), INTENT_WORDS);

/** The name that an FAQ gives itself. */
export const intentName = z
  .string()
  .max(80)
  .regex(new RegExp(`^(?!solodesk\\.)${INTENT_PATTERN}$`), {
    error: ({ input }) =>
      String(input).startsWith('solodesk.')
        ? 'must not begin with "solodesk.", which is kept for built-in intents'
        : INTENT_WORDS,
  });

/** The name of a subject that FAQs and articles share. */
export const categoryName = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens, such as "delivery"');

/** What a test expects that is no intent: no answer, one from the catalogue, or that a red flag is raised. */
export const EXPECTED_OTHERWISE: readonly string[] = ['none', 'product', 'emergency'];

/** What a test expects: an intent, or one of `EXPECTED_OTHERWISE`. */
export const expectation = z
  .string()
  .max(80)
  .regex(
    new RegExp(`^(?:${EXPECTED_OTHERWISE.join('|')}|${INTENT_PATTERN})$`),
    'must be an intent such as "delivery.time", "none", "product", or "emergency"',
  );

export const quickReply = z.union([
  text(80),
  z.strictObject({
    label: text(80).describe('What the button says, and what the visitor says by pressing it.'),
    intent: intentReference
      .optional()
      .describe('The FAQ that it asks for; without it the label is understood as if typed.'),
  }),
]);

/** The letters of a red flag's phrase where each part is said in its shortest way. */
function shortestOf(phrase: string): number {
  return phrase
    .split(/\s+/)
    .map((part) => Math.min(...part.split('|').map((word) => word.replace('*', '').length)))
    .reduce((sum, length) => sum + length, 0);
}

/** Two Chinese characters or three letters at least: less would raise the alarm at every other sentence. */
export const redFlagPhrase = z
  .string()
  .max(400)
  .regex(
    /^[\p{L}\p{N}'’*|\s]+$/u,
    'must be words and blanks; a word may end in *, and | is between words of which one is enough',
  )
  .refine((phrase) => shortestOf(phrase) >= (/\p{Script=Han}/u.test(phrase) ? 2 : 3), 'is too short');

export const link = z.strictObject({
  label: text(120),
  url: z
    .string()
    .max(2000)
    .regex(/^(?:https?:\/\/|mailto:)[^\s]+$/, {
      error: 'must begin with https://, http:// or mailto: and hold no spaces',
      abort: true,
    })
    .refine((url) => URL.canParse(url), 'is not a complete address')
    .describe('A complete address: https://, http:// or mailto:'),
});

/** An address of an owner's own system. */
export const httpsUrl = z
  .string()
  .max(2000)
  .regex(/^https:\/\/[^\s]+$/, { error: 'must begin with https:// and hold no spaces', abort: true })
  .refine((url) => URL.canParse(url), 'is not a complete address');

function count(figure: number): string {
  return figure.toLocaleString('en-US');
}
