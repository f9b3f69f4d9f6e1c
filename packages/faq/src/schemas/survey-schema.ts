import { z } from 'zod';
import { shortName } from './segment-schema.ts';
import { localized, text } from './text-rules.ts';

const name = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens, such as "spring"');

const question = z.strictObject({
  name: name.describe('A name that is unique in the survey, such as "delivery".'),
  type: z.enum(['score', 'choice', 'text']).describe('"score" is 1 to 10.'),
  prompt: localized(text(300)).describe('The question.'),
  required: z.boolean().optional().describe('Default: true for scores and choices, false for texts.'),
  choices: z
    .array(z.strictObject({ value: name, label: localized(text(80)) }))
    .min(2)
    .max(12)
    .optional()
    .describe('Of a "choice": what there is to choose from.'),
  csi: z.literal(true).optional().describe('Of one "score": its answers count in the CSI.'),
});

const days = z.int().min(1).max(3650);

/** `surveys/*.json`, comment-like keys taken out. */
export const surveyFile = z.strictObject({
  survey: name
    .refine((value) => value !== 'satisfaction', 'is the name of the question after each resolution')
    .describe('A name that is unique in the site, such as "spring".'),
  title: localized(text(80)).describe('What it is called, in the mail and on its page.'),
  intro: localized(text(500)).optional().describe('What to say before the first question.'),
  questions: z.array(question).min(1).max(20).describe('What is asked, in this order.'),
  sendTo: z
    .union([
      z.enum(['contacts', 'customers']),
      z.strictObject({ orderedWithinDays: days }),
      z.strictObject({ solvedWithinDays: days }),
      z.strictObject({ segment: shortName.describe('A segment of site.json.') }),
    ])
    .describe(
      'Who gets it: everybody with an address, customers, a segment, or who ordered, or had a ticket solved, lately.',
    ),
  everyDays: days.optional().describe('Sent by itself, again after so many days. Left out: when you send it.'),
  restDays: days
    .optional()
    .describe('Nobody gets a survey of any name more often than once in so many days. Default: 90.'),
});

export type SurveyFile = z.infer<typeof surveyFile>;
