import { z } from 'zod';

const text = z.string().max(8_000);
const localized = <T extends z.ZodType>(schema: T) => z.object({ en: schema.optional(), zh: schema.optional() });

const said = z.object({
  text,
  links: z.array(z.object({ label: text, url: text })).max(20),
  quickReplies: z.array(z.object({ label: text, intent: z.string().max(80).optional() })).max(20),
});
const words = z.array(z.string().max(300)).max(50);
const answer = said.extend({
  /** Left out by a console that does not know them: they stay. */
  variants: z
    .array(said.extend({ when: z.object({ segment: words, page: words, stage: words }) }))
    .max(50)
    .optional(),
});

/** Of a shape that can be written; the site's own schema decides about the values, in words that an owner reads. */
const form = z.object({
  question: localized(text),
  phrasings: localized(z.array(text).max(500)),
  answer: localized(answer),
  followUp: z.string().max(80).nullable(),
});

const intent = z.string().max(80);
const version = z.string().max(64);
const sentences = localized(z.array(text).max(500));

export const faqChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add_phrasings'), intent, phrasings: sentences }),
  z.object({ kind: z.literal('add_faq'), category: z.string().max(60), faq: form }),
  z.object({ kind: z.literal('edit_faq'), intent, version, faq: form, settled: z.boolean().optional() }),
  z.object({ kind: z.literal('settle_faq'), intent, version }),
  z.object({ kind: z.literal('delete_faq'), intent, version }),
  z.object({ kind: z.literal('add_out_of_scope'), sentences }),
  z.object({ kind: z.literal('set_out_of_scope'), file: z.string().max(300).nullable(), version, sentences }),
]);
