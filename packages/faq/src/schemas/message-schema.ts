import { LIFE_STAGES } from '@solodesk/core';
import type { LifeMessage } from '@solodesk/core';
import { z } from 'zod';
import { shortName } from './segment-schema.ts';
import { httpsUrl, localized, text } from './text-rules.ts';

/** A text whose braces are the fields that are filled in: one that is misspelt would be mailed to everybody as it stands. */
function withFields(max: number, fields: readonly string[]) {
  return text(max).superRefine((value, context) => {
    const field = new RegExp(fields.map((name) => `\\{${name}\\}`).join('|'), 'g');
    const at = value.replace(field, (found) => ' '.repeat(found.length)).search(/[{}]/);
    if (at < 0) return;
    const wanted = fields.map((name) => `{${name}}`).join(' or ');
    const message = `has braces at "${value.slice(at, at + 20)}" that are no field; write ${wanted}`;
    context.addIssue({ code: 'custom', message });
  });
}

const message = z.strictObject({
  name: shortName.describe('A name that is unique here, such as "welcome". Nobody gets a message of one name twice.'),
  when: z
    .union([
      z.strictObject({ stage: z.enum(LIFE_STAGES).exclude(['contact']) }),
      z.strictObject({ delivered: z.literal(true) }),
    ])
    .describe('Somebody came into a stage, or an order was delivered.'),
  afterDays: z.int().min(0).max(365).default(0).describe('So many days later, if the stage is still the same then.'),
  segment: shortName.optional().describe('Only those of this segment.'),
  subject: localized(withFields(120, ['name'])),
  text: localized(withFields(4000, ['name', 'offers'])).describe(
    '{name} is the name of its reader, where it is known; {offers} is what they may like, with why: its paragraph is left out where nothing is known.',
  ),
  link: z
    .strictObject({ label: localized(text(60)), url: httpsUrl })
    .optional()
    .describe('A button under the text.'),
});

export const messages = z
  .array(message)
  .max(20)
  .superRefine((list, context) => {
    for (const [index, { name }] of list.entries()) {
      if (list.findIndex((other) => other.name === name) === index) continue;
      context.addIssue({ code: 'custom', path: [index, 'name'], message: 'is the name of another message, too' });
    }
  });

export function messagesFrom(entries: z.infer<typeof messages>): LifeMessage[] {
  return entries.map(({ name, when, afterDays, segment, subject, text: body, link }) => ({
    name,
    on: 'stage' in when ? { kind: 'stage', stage: when.stage } : { kind: 'delivered' },
    afterDays,
    segment: segment ?? null,
    subject,
    text: body,
    link: link ?? null,
  }));
}
