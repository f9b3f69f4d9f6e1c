import type { FaqForm } from '../api/faq-api.ts';
import { EMPTY_ANSWER, EMPTY_FORM, languageOf } from './faq-form.ts';
import { report } from '../report.ts';
import { DESK, go } from '../route.ts';
import { createStore } from '../store.ts';
import type { Locale } from '../wire-types.ts';

/** What somebody asked and the owner answered, on its way to become an FAQ, and where it was said. */
export interface FaqDraft {
  question: string;
  answer: string;
  site: string;
  conversation: string;
}

const draft = createStore<FaqDraft | null>(null);

/** A title is a line; who asked in a whole letter is quoted by its phrasing alone. */
const MOST_QUESTION = 300;

/** Opens a new FAQ that begins with these words. */
export function makeFaq(of: FaqDraft): void {
  draft.set(of);
  go({ screen: 'faqs', edit: '+' });
}

/** Takes what was put there, once: the next new FAQ begins empty. */
export function takeFaqDraft(): FaqDraft | null {
  const taken = draft.get();
  draft.set(null);
  return taken;
}

/** Where it was said; null leads to the list of FAQs. */
export function leaveFaq(from: FaqDraft | null): void {
  if (from === null) go({ screen: 'faqs', edit: null });
  else go({ ...DESK, site: from.site, filter: 'open', conversation: from.conversation });
}

/** What a form wrote before a reload, with what it began from; null: nothing. */
export function keptFaqForm(text: string): { form: FaqForm; version: string } | null {
  if (text === '') return null;
  try {
    return JSON.parse(text) as { form: FaqForm; version: string };
  } catch (error) {
    report('What was kept of an FAQ cannot be read.', error);
    return null;
  }
}

/** Question, phrasing and answer in the language in which each was written; another language of the site is still to be filled in. */
export function formOfDraft({ question, answer }: FaqDraft, locales: readonly Locale[]): FaqForm {
  // What everybody may read, and the bot learns, says nothing of one person: no address, and no number of theirs.
  const asked = question
    .replace(/\S+@\S+/g, '')
    .replace(/\d(?=\d{2})|(?<=\d)\d(?=\d)|(?<=\d{2})\d/g, '0')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_QUESTION);
  const [of, its] = [languageOf(asked, locales), languageOf(answer, locales)];
  return {
    ...EMPTY_FORM,
    question: { [of]: asked },
    phrasings: { [of]: [asked] },
    answer: { [its]: { ...EMPTY_ANSWER, text: answer.trim() } },
  };
}

/** The languages in the order in which their fields stand: what is there already before what is still to be written. */
export function filledFirst({ question, answer }: FaqForm, locales: readonly Locale[]): Locale[] {
  const filled = (locale: Locale) => Number(Boolean(question[locale])) + Number(Boolean(answer[locale]?.text));
  return [...locales].sort((one, other) => filled(other) - filled(one));
}
