import { z } from 'zod';
import { categoryName, intentReference, localized, text } from './text-rules.ts';

const RESERVED = ['confirm', 'change', 'resume', 'action'];

const name = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens, such as "order"');

const slotName = name.refine((value) => !RESERVED.includes(value), `must not be one of ${RESERVED.join(', ')}`);

const choice = z.strictObject({
  value: name.describe('As tickets and actions name it, such as "damaged".'),
  label: localized(text(60)).describe('What the button says.'),
  words: localized(z.array(text(60)).max(40))
    .optional()
    .describe('Other words that mean it: they are understood in the first sentence, too.'),
});

/** A detail that is asked for: of a form, or of an action. */
export const formSlot = z.strictObject({
  name: slotName.describe('A name that is unique in the form, such as "order".'),
  type: z
    .enum(['text', 'choice', 'email', 'phone', 'date', 'order', 'amount', 'product', 'file'])
    .describe(
      'What belongs in it. "order" is read as "orderNumber" in site.json says, "product" from products.csv; "file" is a picture or a document that the visitor attaches.',
    ),
  label: localized(text(60)).describe('What it is called in the summary and in the ticket.'),
  prompt: localized(text(500)).describe('The question.'),
  purpose: localized(text(200)).describe('Why you ask: the visitor reads it. Begin with "to …" or 用于….'),
  data: z
    .enum(['plain', 'sensitive'])
    .optional()
    .describe(
      '"sensitive" never reaches logs, reports or webhooks: health, money, anything that is nobody’s business.',
    ),
  required: z.boolean().optional().describe('false: asked once, and may be skipped. Default: true.'),
  requiredIf: z
    .strictObject({ slot: name, is: z.union([name, z.array(name).min(1).max(20)]) })
    .optional()
    .describe('Asked only when that choice of this form has one of these values; then it is required.'),
  choices: z.array(choice).min(2).max(8).optional().describe('Of a "choice": what there is to choose from.'),
  minLength: z.int().min(1).max(500).optional().describe('Of a "text", in characters.'),
  maxLength: z.int().min(1).max(4000).optional().describe('Of a "text", in characters. Default: 2000.'),
  from: z.int().min(-3650).max(3650).optional().describe('Of a "date": the first day, counted from today (0).'),
  to: z.int().min(-3650).max(3650).optional().describe('Of a "date": the last day, counted from today (0).'),
  time: z.boolean().optional().describe('Of a "date": true when a time of day belongs to it.'),
  isBirth: z
    .boolean()
    .optional()
    .describe(
      'Of a "date": it is a date of birth: with its year, never in the future, and not any other day that is spoken of.',
    ),
  fromOpening: z
    .boolean()
    .optional()
    .describe('Of a "text": the first sentence is the answer when it says enough, so that nobody says it twice.'),
  orPhone: z
    .boolean()
    .optional()
    .describe(
      'Of an "email" in a form that becomes a ticket: a telephone number does as well, and stands in the ticket as "phone".',
    ),
  isName: z.boolean().optional().describe('Of a "text": it is the person’s name.'),
  marketing: name
    .optional()
    .describe(
      'Of a "choice" in a form that becomes a ticket: the value by which marketing mails are allowed. It is noted with the contact, with the day and the version of "consent"; another value takes it back, and who skips the question changes nothing.',
    ),
  invalid: localized(text(300)).optional().describe('What to say when the answer is not valid. There is a usual text.'),
});

/** `forms/*.json`, comment-like keys taken out. */
export const formFile = z.strictObject({
  form: name.describe('A name that is unique in the site, such as "return".'),
  title: localized(text(60)).describe('What is being done: "Return".'),
  category: categoryName.optional().describe('Of the ticket. Default: the name of the form.'),
  subject: localized(text(120))
    .optional()
    .describe('Of the ticket. {{order}} stands for the slot "order"; sensitive slots may not stand here.'),
  startedBy: z
    .array(intentReference)
    .min(1)
    .max(20)
    .describe(
      'FAQs that start it: who wants it ("I want to return my order") is asked for the details; who asks about it ("how do I return?") gets the answer and a button.',
    ),
  slots: z.array(formSlot).min(1).max(20).describe('What is asked for, in this order.'),
  action: name
    .optional()
    .describe('The action of site.json that is run when the form is sent. Left out: it becomes a ticket.'),
  intro: localized(text(500)).optional().describe('What to say before the first question. Default: the FAQ’s answer.'),
  done: localized(text(500)).optional().describe('What to say when it was sent. There is a usual text.'),
});

export type FormFile = z.infer<typeof formFile>;
export type FormSlotEntry = z.infer<typeof formSlot>;
