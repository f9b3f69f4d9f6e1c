import { cleanMessage } from '../cleaning/clean-message.ts';
import { categorise } from './categorise.ts';
import type { FeedbackCategory } from './category-words.ts';

export interface JudgeParts<R> {
  /** How the writer of one text feels. */
  readonly sentiment: { read(text: string, language: 'en' | 'zh'): R };
  /** To one script, character by character. */
  readonly foldScript: (text: string) => string;
}

export interface Judged<R> {
  /** What was looked at: the writer's own words. */
  readonly text: string;
  readonly language: 'en' | 'zh';
  readonly reading: R;
  readonly category: FeedbackCategory;
  /** The words that decided the category, by their places in `text`. */
  readonly words: readonly { readonly text: string; readonly start: number; readonly end: number }[];
}

const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /\p{Script=Latin}+/gu;

/**
 * How a feedback is meant, and about what.
 * @param otherwise the language of a text without letters
 */
export function judgeFeedback<R>(
  raw: string,
  otherwise: 'en' | 'zh',
  { sentiment, foldScript }: JudgeParts<R>,
): Judged<R> {
  const cleaned = cleanMessage(raw);
  // What is nothing but an address is at least that.
  const text = cleaned === '' ? raw : cleaned;
  const language = languageOf(text, otherwise);
  // Character by character: places stay as they are.
  const { category, words } = categorise(foldScript(text));
  return {
    ...{ text, language, category, reading: sentiment.read(text, language) },
    words: words.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
  };
}

/** A Chinese character says about as much as a word: whichever there are more of. */
function languageOf(text: string, otherwise: 'en' | 'zh'): 'en' | 'zh' {
  const [han, latin] = [text.match(HAN)?.length ?? 0, text.match(LATIN_WORD)?.length ?? 0];
  return han === 0 && latin === 0 ? otherwise : han > latin ? 'zh' : 'en';
}
