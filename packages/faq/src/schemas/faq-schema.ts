import { z } from 'zod';
import { condition } from './condition-schema.ts';
import {
  answerText,
  categoryName,
  expectation,
  intentName,
  intentReference,
  link,
  localized,
  quickReply,
  text,
} from './text-rules.ts';

/** What is said, with what stands under it. */
const content = {
  text: answerText(4000).describe('{{name|there}} stands for what your page says of the visitor, or else for "there".'),
  quickReplies: z.array(quickReply).max(8).optional().describe('Buttons under the answer.'),
  links: z.array(link).max(8).optional().describe('Links under the answer.'),
};

const variant = z.strictObject({ when: condition, ...content });

const answer = z.union([
  answerText(4000),
  z.strictObject({
    ...content,
    variants: z
      .array(variant)
      .max(20)
      .optional()
      .describe('What is said instead to some visitors: the first whose "when" holds. Else "text" is said.'),
  }),
]);

const test = z.strictObject({
  ask: text(500).describe('What a visitor might write.'),
  expect: expectation.describe(
    'The intent that must be understood, "none", "product" for an answer from products.csv, or "emergency" for the emergency number.',
  ),
});

const faq = z.strictObject({
  intent: intentName.describe('A name that is unique in the site, such as "delivery.time".'),
  question: localized(text(300)).describe('The question as it is shown in lists and suggestions.'),
  phrasings: localized(z.array(text(500)).min(1).max(200)).describe(
    'Ways to ask it; six or more a language work best.',
  ),
  answer: localized(answer).describe('What the bot says: a text, or a text with buttons and links.'),
  articles: z
    .array(categoryName)
    .max(5)
    .optional()
    .describe('Names of articles that say more, such as "washing-linen"; they are linked under the answer.'),
  followUp: intentReference.optional().describe('The FAQ that is offered next.'),
  tests: localized(z.array(test).max(500)).optional().describe('Sentences that must be understood as said here.'),
});

/** `faq/*.json`, comment-like keys taken out. */
export const faqFile = z.strictObject({
  category: categoryName.describe('The subject that these FAQs share, such as "delivery".'),
  faqs: z.array(faq).max(1000),
  outOfScope: localized(z.array(text(500)).max(500))
    .optional()
    .describe(
      'What is asked, and no FAQ of the site answers ("are you hiring?"): the bot learns to say that it does not know.',
    ),
});

export type FaqFile = z.infer<typeof faqFile>;
/** One FAQ as it stands in a file. */
export type FaqEntry = z.infer<typeof faq>;
export type AnswerEntry = z.infer<typeof answer>;
export type QuickReplyEntry = z.infer<typeof quickReply>;
