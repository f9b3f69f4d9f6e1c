import { DEFAULT_COMPLAINTS } from '@solodesk/core';
import type { ComplaintPolicy, Locale, Localized, Remedy } from '@solodesk/core';
import { z } from 'zod';
import { phrases } from './phrase-schema.ts';
import { phrasesFrom } from './priority-schema.ts';
import { intentReference, localized, text } from './text-rules.ts';

const remedy = z.strictObject({
  name: z
    .string()
    .max(40)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens, such as "part-refund"'),
  text: localized(text(300)).describe('A sentence as the customer reads it, such as "We refund the full price."'),
  label: localized(text(40)).optional().describe('On its button, in few words; left out: the sentence itself.'),
  atOnce: z
    .boolean()
    .default(false)
    .describe('The bot offers it by itself when a complaint is complete; all others wait for you.'),
  needs: z
    .array(text(40))
    .max(20)
    .optional()
    .describe('Details of the complaint without which it does not fit, such as ["order"].'),
  words: phrases.optional().describe('It fits only where one of these is said; left out: always.'),
});

export const complaints = z
  .strictObject({
    deadlineHours: z
      .int()
      .min(1)
      .max(720)
      .default(DEFAULT_COMPLAINTS.deadlineHours)
      .describe('Business hours until you must have answered a complaint.'),
    warnHours: z
      .int()
      .min(0)
      .max(720)
      .optional()
      .describe(
        'So many business hours before the deadline you are reminded by mail; 4, or a quarter of a short deadline.',
      ),
    remedies: z
      .array(remedy)
      .max(50)
      .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'names a remedy twice')
      .optional()
      .describe('What you may offer to make good; the customer accepts, chooses or declines.'),
    words: phrases.optional().describe('Your own words for a complaint, beside the built-in ones.'),
    intents: z.array(intentReference).max(50).default([]).describe('FAQs whose question is always a complaint.'),
  })
  .superRefine(({ deadlineHours, warnHours }, context) => {
    if (warnHours === undefined || warnHours < deadlineHours) return;
    const message = `must be less than the deadline of ${deadlineHours} hours`;
    context.addIssue({ code: 'custom', path: ['warnHours'], message });
  });

type RemedyEntry = z.output<typeof remedy>;
export type ComplaintsEntry = z.output<typeof complaints>;

export function complaintPolicyFrom(entry: ComplaintsEntry, locales: readonly Locale[]): ComplaintPolicy {
  const { deadlineHours } = entry;
  return {
    deadlineHours,
    warnHours: entry.warnHours ?? Math.min(DEFAULT_COMPLAINTS.warnHours, Math.floor(deadlineHours / 4)),
    remedies:
      entry.remedies?.map((one) => remedyFrom(one, locales)) ??
      DEFAULT_COMPLAINTS.remedies.map((one) => inSite(one, locales)),
    words: entry.words === undefined ? [] : phrasesFrom(entry.words),
    intents: entry.intents,
  };
}

function remedyFrom(
  { name, text: texts, label, needs, atOnce, words }: RemedyEntry,
  locales: readonly Locale[],
): Remedy {
  return {
    name,
    text: inLanguages(texts, locales),
    ...(label !== undefined && { label: inLanguages(label, locales) }),
    ...(atOnce && { atOnce }),
    ...(needs !== undefined && { needs }),
    ...(words !== undefined && { words: phrasesFrom(words) }),
  };
}

/** What one of Solodesk's own remedies comes to on a site. */
function inSite({ name, text: texts, label = {} }: Remedy, locales: readonly Locale[]): Remedy {
  return { name, text: inLanguages(texts, locales), label: inLanguages(label, locales) };
}

function inLanguages(texts: Localized<string>, locales: readonly Locale[]): Localized<string> {
  const spoken: Localized<string> = {};
  for (const locale of locales) {
    const written = texts[locale]?.trim();
    if (written !== undefined) spoken[locale] = written;
  }
  return spoken;
}
