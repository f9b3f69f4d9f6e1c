import type { RouteRule, RouteTarget } from '@solodesk/core';
import { z } from 'zod';
import { locale, text } from './text-rules.ts';

const address = z
  .string()
  .max(200)
  .regex(/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/, 'must be a mail address, such as "lee@repairs.example"');

const target = z.union([
  z.literal('owner').describe('You.'),
  z.strictObject({ person: text(80), mail: address }).describe('A second person of the business.'),
  z
    .strictObject({ name: text(80), address: address })
    .describe('Somebody outside, such as a technician: gets a mail without what is sensitive.'),
  z
    .strictObject({ action: text(60) })
    .describe('Refused: a form ends in an action, or an FAQ begins it; a ticket does not.'),
]);

const category = z
  .string()
  .max(60)
  .regex(
    /^[a-z0-9]+(?:[-_.][a-z0-9]+)*\.?\*?$|^\*$/,
    'must be a category such as "returns", or its beginning with a *',
  );

const rule = z.strictObject({
  name: text(60).describe('Shown as the reason.'),
  category: z.array(category).min(1).max(50).optional().describe('One of these; "repair*" is what begins so.'),
  language: z.array(locale).min(1).optional(),
  level: z
    .array(z.enum(['urgent', 'high', 'normal', 'low']))
    .min(1)
    .optional(),
  priority: z.int().min(0).max(100).optional().describe('This priority or a higher one.'),
  hours: z.enum(['open', 'closed']).optional().describe('Only during, or only outside of, the opening hours.'),
  to: target,
});

export const routing = z
  .array(rule)
  .max(100)
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'names a rule twice');

export const ticketPrefix = z
  .string()
  .regex(/^[A-Z0-9]{1,12}(?:-[A-Z0-9]{1,12})*$/, 'must be upper-case letters and digits, such as "SHOP"')
  .max(20);

/** Empty fields are left out: a rule asks only for what it names. */
export function routingFrom(entries: z.output<typeof routing>): RouteRule[] {
  return entries.map(({ name, to, category: categories, language, level, priority, hours }) => ({
    name: name.trim(),
    when: {
      ...(categories && { category: categories }),
      ...(language && { locale: language }),
      ...(level && { level }),
      ...(priority !== undefined && { priority }),
      ...(hours && { hours }),
    },
    target: targetFrom(to),
  }));
}

function targetFrom(to: z.output<typeof target>): RouteTarget {
  if (to === 'owner') return { to: 'owner' };
  if ('person' in to) return { to: 'person', name: to.person.trim(), mail: to.mail };
  if ('address' in to) return { to: 'address', name: to.name.trim(), mail: to.address };
  return { to: 'action', action: to.action.trim() };
}
