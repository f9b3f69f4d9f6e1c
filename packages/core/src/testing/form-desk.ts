import type { Form } from '../domain/dialogue/forms/form.ts';
import { BUILT_IN } from '../domain/faq.ts';
import type { FaqBook, Faq } from '../domain/faq.ts';
import type { IntentGuess } from '../ports/intent-model.ts';
import type { SiteKnowledge } from '../ports/knowledge.ts';
import type { Store } from '../ports/store.ts';
import { RETURN_FORM, VISIT_FORM } from './sample-forms.ts';
import { findPlainly } from './form-talk.ts';
import { LABEL, RETURNS, createTestDesk } from './test-desk.ts';
import type { TestDesk } from './test-desk.ts';

/** The FAQ that starts a form. */
function starter(intent: string, text: string): Faq {
  return {
    intent,
    category: 'requests',
    question: { en: intent, zh: intent },
    phrasings: { en: [intent], zh: [intent] },
    answer: { en: { text, quickReplies: [], links: [] }, zh: { text: '好的。', quickReplies: [], links: [] } },
  };
}

const FAQS = [RETURNS, LABEL, starter('return.start', 'I take down the return.'), starter('visit.start', 'Gladly.')];
const BOOK: FaqBook = { hash: 'forms', locales: ['en', 'zh'], faqs: new Map(FAQS.map((faq) => [faq.intent, faq])) };

/** What the words of tests mean. */
const MEANS: readonly (readonly [RegExp, string])[] = [
  [/\bperson\b|人工/, BUILT_IN.person],
  [/send (?:it|this) back|我要退货/, 'return.start'],
  [/see a doctor|看医生/, 'visit.start'],
  [/how long|多久/, RETURNS.intent],
  [/\blabel\b/, LABEL.intent],
  [/\bthanks?\b|谢谢/, BUILT_IN.thanks],
];

/** What they may mean: less sure than an answer, surer than "did you mean" has to be. */
const MAY_MEAN: readonly (readonly [RegExp, string])[] = [[/\bparcel\b/, RETURNS.intent]];

/** A test desk whose site has two forms, `return` and `visit`. */
export function createFormDesk(
  store?: Store,
  forms: readonly Form[] = [RETURN_FORM, VISIT_FORM],
  means: readonly (readonly [RegExp, string])[] = [],
): TestDesk {
  const desk = createTestDesk(store);
  const knowledge: SiteKnowledge = {
    ...(desk.knowledge.of(desk.site.id) as SiteKnowledge),
    book: BOOK,
    forms,
    entities: { find: (text, { kinds }) => findPlainly(text).filter(({ kind }) => kinds?.includes(kind) ?? true) },
    model: {
      bookHash: BOOK.hash,
      thresholds: { answer: 0.8, suggest: 0.4, hint: 0.3 },
      understand: (text, locale) => ({
        locale,
        guesses: [...guessesOf(text, [...means, ...MEANS], 0.95), ...guessesOf(text, MAY_MEAN, 0.6)],
        outOfScope: false,
      }),
    },
  };
  return Object.assign(desk, { knowledge: { of: () => (desk.learned ? knowledge : null) } });
}

function guessesOf(text: string, means: readonly (readonly [RegExp, string])[], confidence: number): IntentGuess[] {
  return means.filter(([words]) => words.test(text)).map(([, intent]) => ({ intent, confidence }));
}
