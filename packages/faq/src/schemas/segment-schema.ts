import { LIFE_STAGES, MOST_TAGS, TAG_LENGTH, ATTRIBUTE_LENGTH, minorDigits } from '@solodesk/core';
import type { ContactFilter, Segment } from '@solodesk/core';
import { z } from 'zod';
import { locale, localized, text } from './text-rules.ts';

/** The name of a segment or of a message. */
export const shortName = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens, such as "regulars"');

const days = z.int().min(1).max(3650);
const orders = z.int().min(0).max(100_000);

/** Which customers are meant; everything that is given must hold. */
export const contactFilter = z.strictObject({
  stage: z.array(z.enum(LIFE_STAGES)).min(1).max(LIFE_STAGES.length).optional().describe('In any of these stages.'),
  tags: z.array(text(TAG_LENGTH)).min(1).max(MOST_TAGS).optional().describe('With all of these tags.'),
  language: locale.optional(),
  marketing: z.boolean().optional().describe('Whether they may get marketing mails.'),
  customer: z.boolean().optional().describe('Whether they have bought.'),
  seenWithinDays: days.optional().describe('Wrote to you within so many days.'),
  unseenForDays: days.optional().describe('Did not write to you for so many days.'),
  minOrders: orders.optional().describe('So many orders at least; what went back does not count.'),
  maxOrders: orders.optional().describe('So many orders at most.'),
  spent: z
    .strictObject({
      atLeast: z.number().min(0).max(1e9).describe('In whole units, such as 99.5.'),
      currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency of three capitals, such as "EUR"'),
    })
    .optional()
    .describe('What their orders came to.'),
  attribute: z
    .strictObject({ name: text(TAG_LENGTH), value: text(ATTRIBUTE_LENGTH).optional() })
    .optional()
    .describe('An attribute that you noted; without "value": whatever it is.'),
});
export type ContactFilterEntry = z.infer<typeof contactFilter>;

export const segments = z
  .array(
    z.strictObject({
      name: shortName.describe('A name that surveys and messages call it by, such as "regulars".'),
      title: localized(text(60)).optional().describe('What you read in the console.'),
      where: contactFilter.describe('Which customers; everything that is given must hold.'),
    }),
  )
  .max(50)
  .superRefine((list, context) => {
    for (const [index, { name }] of list.entries()) {
      if (list.findIndex((other) => other.name === name) === index) continue;
      context.addIssue({ code: 'custom', path: [index, 'name'], message: `is the name of another segment, too` });
    }
  });

export function segmentsFrom(entries: z.infer<typeof segments>): Segment[] {
  return entries.map(({ name, title = {}, where }) => ({ name, title, filter: contactFilterFrom(where) }));
}

export function contactFilterFrom({ stage, language, spent, attribute, ...rest }: ContactFilterEntry): ContactFilter {
  return given({
    ...rest,
    stages: stage,
    locale: language,
    spent: spent && { ...spent, atLeast: Math.round(spent.atLeast * 10 ** minorDigits(spent.currency)) },
    attribute: attribute && given(attribute),
  }) as ContactFilter;
}

/** A filter as `site.json` writes it. */
export function contactFilterEntry({ stages, locale: language, spent, tags, attribute, ...rest }: ContactFilter) {
  const { blocked: _, orderedWithinDays: __, solvedWithinDays: ___, ...plain } = rest;
  return given({
    stage: stages && [...stages],
    tags: tags && [...tags],
    language,
    ...plain,
    spent: spent && { ...spent, atLeast: spent.atLeast / 10 ** minorDigits(spent.currency) },
    attribute,
  }) as ContactFilterEntry;
}

function given<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
