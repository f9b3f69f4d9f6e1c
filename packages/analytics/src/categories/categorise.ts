import { CATEGORY_WORDS } from './category-words.ts';
import type { FeedbackCategory } from './category-words.ts';

/** A word by which the category was found; `text.slice(start, end)`, in UTF-16 units. */
export interface CategoryWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Categorised {
  readonly category: FeedbackCategory;
  /** In order of their place; none for `other`. */
  readonly words: readonly CategoryWord[];
}

/** Longer texts are looked at up to here. UTF-16 units. */
const LONGEST = 20_000;
const PATTERNS = Object.entries(CATEGORY_WORDS).map(([category, { en, zh }]) => ({
  category: category as FeedbackCategory,
  pattern: new RegExp(
    `${notDenied(category)}(?:(?<![\\p{Script=Latin}\\d])(?:${list(en).map(forms).join('|')})(?![\\p{Script=Latin}\\d])|${list(zh).join('|')})`,
    'giu',
  ),
}));

/** "Not happy" and 不满意 praise nothing; other words name what is spoken of, denied or not. */
function notDenied(category: string): string {
  return category === 'praise'
    ? "(?<!(?:\\b(?:not|never|hardly|cannot)|n['’]t)\\s+(?:\\p{Script=Latin}+\\s+)?)(?<![不没沒未][很太是]?)"
    : '';
}

function list(words: string): string[] {
  // The longest first: what is written out is taken before a part of it.
  return words
    .split(',')
    .map((word) => word.trim().replaceAll(' ', '\\s+'))
    .sort((one, other) => other.length - one.length);
}

/** A word with its usual endings, spelled as English spells them: `ship` is in `shipped` and `reply` in `replies`, but no `fee` in `fed`. */
function forms(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}(?:y|ies|ied|ying)`;
  if (word.endsWith('ee')) return `${word}s?`;
  if (word.endsWith('e')) return `${word.slice(0, -1)}(?:e[sd]?|ing)`;
  return `${word}(?:e?s|${word.at(-1)}?(?:ed|ing))?`;
}

/**
 * What a feedback is about, by words of both languages: the category of which most different words occur, where several have equally many
 * the first of `FEEDBACK_CATEGORIES`. Praise only where nothing else is named.
 */
export function categorise(text: string): Categorised {
  const looked = text.slice(0, LONGEST);
  const found = PATTERNS.map(({ category, pattern }) => {
    const words = [...looked.matchAll(pattern)].map((match) => ({
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }));
    return { category, words, different: new Set(words.map((word) => word.text.toLowerCase())).size };
  }).filter(({ different }) => different > 0);
  const named = found.filter(({ category }) => category !== 'praise');
  const [best] = (named.length > 0 ? named : found).sort((one, other) => other.different - one.different);
  return best === undefined ? { category: 'other', words: [] } : { category: best.category, words: best.words };
}
