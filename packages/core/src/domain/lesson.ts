import { fillFields } from './dialogue/answers/fill-fields.ts';
import type { Faq } from './faq.ts';
import type { Locale } from './locale.ts';

/** What a bot learns of an FAQ in one language. */
export interface Lesson {
  /** Its question and phrasings, in their order. */
  asked: readonly string[];
  /** Sentences of its answer, where few others say what it is about: "We post parcels to Canada" tells of what is asked. None where enough do. */
  answered: readonly string[];
  /** The words of its name, in the same case; else empty. */
  named: string;
}

/** Up to so many sentences an answer and a name tell more than they confuse: see nlu's `EXPERIMENTS.md`, "Few phrasings". */
export const FEW_SENTENCES = 5;

const SENTENCE_END = /(?<=[.!?;])\s+|(?<=[。！？；])|\n+/;
const ADDRESS = /\bhttps?:\S+|\bwww\.\S+|\S+@\S+/g;

/** What there is to learn of `faq` in `locale`; two books with the same lessons make the same model. */
export function lessonOf({ intent, question, phrasings, answer }: Faq, locale: Locale): Lesson {
  const title = question[locale];
  const asked = [...(title === undefined ? [] : [title]), ...(phrasings[locale] ?? [])];
  if (asked.length === 0 || asked.length > FEW_SENTENCES) return { asked, answered: [], named: '' };
  const said = fillFields(answer[locale]?.text ?? '', () => undefined).replace(ADDRESS, ' ');
  const answered = said.split(SENTENCE_END).map((sentence) => sentence.trim());
  return { asked, answered: answered.filter((sentence) => sentence !== ''), named: wordsOfName(intent, locale) };
}

const WORDS: Readonly<Record<Locale, RegExp>> = { en: /\p{Script=Latin}{2,}/gu, zh: /\p{Script=Han}+/gu };
const HUMP = /(?<=\p{Ll})(?=\p{Lu})/gu;

/** What the name of an intent says: `returns.refund`, `reset_password` and `ResetPassword` are words of English, and none of Chinese. */
export function wordsOfName(intent: string, locale: Locale): string {
  const words = intent.replace(HUMP, ' ').match(WORDS[locale]) ?? [];
  return words.join(' ').toLowerCase();
}
