import { cleanMessages, findThemes } from '@solodesk/analytics';
import type { TextReader } from '@solodesk/analytics';
import type { Sentiment } from '@solodesk/core';
import type { MessageRow } from '@solodesk/store-sqlite';

/** How those feel who wrote about it: mean score from -1 to 1, and how many messages of each kind. */
export interface ThemeMood {
  readonly score: number;
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
}

export interface ThemeResult {
  readonly name: string;
  readonly words: readonly string[];
  /** Messages about it, and as many days before them. */
  readonly size: number;
  readonly before: number;
  readonly mood: ThemeMood;
  /** The most typical messages, by the numbers of their events: what is erased is so not told here. */
  readonly examples: readonly number[];
}

export interface ThemeResults {
  /** The days that are looked at, both included. */
  readonly first: string;
  readonly through: string;
  /** Messages in which something is said; in `before` those of as many days before. */
  readonly messages: number;
  readonly before: number;
  /** Messages that fit no theme. */
  readonly none: number;
  /** Null: too few to say. */
  readonly themes: readonly ThemeResult[] | null;
}

export interface LanguageParts {
  readonly reader: TextReader;
  readonly sentiment: Sentiment;
  /** To one script. */
  readonly foldScript: (text: string) => string;
}

/** Fewer messages than this have no themes. */
const LEAST_MESSAGES = 20;

/** What the messages of some days are about, beside those of as many days before. */
export function themeResults(
  days: Pick<ThemeResults, 'first' | 'through'>,
  { now, earlier }: { now: readonly MessageRow[]; earlier: readonly MessageRow[] },
  { reader, sentiment, foldScript }: LanguageParts,
): ThemeResults {
  const said = cleanMessages(
    now.map(({ text }) => text),
    { foldScript },
  ).messages;
  const saidBefore = cleanMessages(
    earlier.map(({ text }) => text),
    { foldScript },
  ).messages;
  const count = (messages: typeof said) => messages.reduce((sum, { at }) => sum + at.length, 0);
  const told = { ...days, messages: count(said), before: count(saidBefore) };
  if (told.messages < LEAST_MESSAGES) return { ...told, none: 0, themes: null };

  const texts = said.map(({ text }) => text);
  const { themes, labels, assign } = findThemes(texts, reader);
  const sums = themes.map(() => ({ size: 0, before: 0, score: 0, negative: 0, neutral: 0, positive: 0 }));
  const places = new Map(said.map(({ text, at }) => [text, at]));
  let none = 0;
  said.forEach(({ text, at }, place) => {
    const sum = sums[labels[place]!];
    if (sum === undefined) return void (none += at.length);
    const { label, score } = sentiment.read(text, 'en');
    sum.size += at.length;
    sum[label] += at.length;
    sum.score += score * at.length;
  });
  assign(saidBefore.map(({ text }) => text)).forEach((theme, place) => {
    const sum = sums[theme];
    if (sum !== undefined) sum.before += saidBefore[place]!.at.length;
  });
  return {
    ...told,
    none,
    themes: themes.map(({ name, words, examples }, theme) => {
      const { size, before, score, ...counts } = sums[theme]!;
      const events = examples.map((text) => now[places.get(text)![0]!]!.id);
      return { name, words, size, before, mood: { score: round(score / size), ...counts }, examples: events };
    }),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
