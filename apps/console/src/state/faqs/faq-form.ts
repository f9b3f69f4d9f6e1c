import { builtInName } from '../../texts/built-in-names.ts';
import type { AnswerForm, FaqForm, FaqRow, SaidForm } from '../api/faq-api.ts';
import type { Locale } from '../wire-types.ts';

export const EMPTY_ANSWER: AnswerForm = { text: '', links: [], quickReplies: [] };
export const EMPTY_FORM: FaqForm = { question: {}, phrasings: {}, answer: {}, followUp: null };

/** What is edited of an FAQ. */
export function formOf({ question, phrasings, answer, followUp }: FaqRow): FaqForm {
  return { question, phrasings, answer, followUp };
}

/** The first language of the site that lacks its question or its answer. */
export function incompleteIn(form: FaqForm, locales: readonly Locale[]): Locale | null {
  return locales.find((locale) => !form.question[locale]?.trim() || !form.answer[locale]?.text.trim()) ?? null;
}

/** What goes to the server: without blank lines, and without rows that nobody filled in. */
export function cleanForm(form: FaqForm): FaqForm {
  const phrasings: FaqForm['phrasings'] = {};
  const answer: FaqForm['answer'] = {};
  for (const locale of ['en', 'zh'] as const) {
    const lines = form.phrasings[locale]?.map((line) => line.trim()).filter(Boolean);
    if (lines) phrasings[locale] = lines;
    const given = form.answer[locale];
    if (!given) continue;
    const variants = given.variants?.map((variant) => ({ when: variant.when, ...cleanSaid(variant) }));
    answer[locale] = { ...cleanSaid(given), ...(variants && { variants }) };
  }
  return { ...form, phrasings, answer };
}

/** A text with its links and buttons, without those that nobody filled in. */
function cleanSaid({ text, links, quickReplies }: SaidForm): SaidForm {
  return {
    text,
    links: links.filter(({ label, url }) => label.trim() || url.trim()),
    quickReplies: quickReplies
      .filter(({ label }) => label.trim())
      .map(({ label, intent }) => (intent ? { label, intent } : { label })),
  };
}

/** The languages of a site as the owner reads them: the console's own first. */
export function oursFirst(locales: readonly Locale[], ours: Locale): Locale[] {
  return [...locales].sort((one, other) => Number(other === ours) - Number(one === ours));
}

/** The language of a sentence: any Chinese character makes it Chinese. Of the languages that the site speaks. */
export function languageOf(text: string, locales: readonly Locale[]): Locale {
  const written: Locale = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  return locales.includes(written) ? written : (locales[0] ?? 'en');
}

/** An intent in words: what it is called if it is built in; else the question of its FAQ in the console's language, else in another, else its name. */
export function faqName(faqs: readonly Pick<FaqRow, 'intent' | 'question'>[], intent: string, locale: Locale): string {
  const question = faqs.find((faq) => faq.intent === intent)?.question;
  return question?.[locale] ?? question?.en ?? question?.zh ?? builtInName(intent, locale) ?? intent;
}

/** The FAQs that hold every word of a search, in whatever language or place: those with it in their question first. */
export function faqsLike<F extends Pick<FaqRow, 'intent' | 'category' | 'question' | 'phrasings' | 'answer'>>(
  faqs: readonly F[],
  wanted: string,
): F[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (...parts: unknown[]) => {
    const text = JSON.stringify(parts).toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const found = faqs.filter(({ intent, category, question, phrasings, answer }) =>
    holds(intent, category, question, phrasings, answer),
  );
  const inQuestion = found.filter(({ question }) => holds(question));
  return [...inQuestion, ...found.filter((faq) => !inQuestion.includes(faq))];
}
