import { fillFields } from './dialogue/fill-fields.ts';
import type { Faq } from './faq.ts';
import type { Locale } from './locale.ts';

/** What a bot learns of an FAQ in one language. */
export interface Lesson {
  /** Its question and phrasings, in their order. */
  asked: readonly string[];
  /** Sentences of its answer, where few others say what it is about: "We post parcels to Canada" tells of what is asked. None where enough do. */
  answered: readonly string[];
}

/** Up to so many sentences an answer tells more than it confuses: see nlu's `EXPERIMENTS.md`, "Few phrasings". */
const FEW_SENTENCES = 5;

const SENTENCE_END = /(?<=[.!?;])\s+|(?<=[。！？；])|\n+/;
const ADDRESS = /\bhttps?:\S+|\bwww\.\S+|\S+@\S+/g;

/** What there is to learn of `faq` in `locale`; two books with the same lessons make the same model. */
export function lessonOf({ question, phrasings, answer }: Faq, locale: Locale): Lesson {
  const title = question[locale];
  const asked = [...(title === undefined ? [] : [title]), ...(phrasings[locale] ?? [])];
  if (asked.length === 0 || asked.length > FEW_SENTENCES) return { asked, answered: [] };
  const said = fillFields(answer[locale]?.text ?? '', () => undefined).replace(ADDRESS, ' ');
  const answered = said.split(SENTENCE_END).map((sentence) => sentence.trim());
  return { asked, answered: answered.filter((sentence) => sentence !== '') };
}
