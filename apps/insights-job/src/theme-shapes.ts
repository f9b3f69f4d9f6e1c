import type { CleanedMessages, FeedbackCategory } from '@solodesk/analytics';
import type { FoundThemeRow, Remark } from '@solodesk/core';

/** A theme of a run; its id and its first day stay from run to run, and its examples are remarks, not words: what is erased is so not told here. */
export interface ThemeResult extends FoundThemeRow {
  /** Some of its messages, by which it is known again the next time. */
  readonly sample: readonly Remark[];
}

/** What is said under one of the usual categories. */
export interface CategoryResult {
  readonly category: FeedbackCategory;
  readonly n: number;
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
  /** The last ones. */
  readonly examples: readonly Remark[];
}

/** A theme that was there before the last run, and may come back. */
export interface DormantTheme {
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
  readonly since: string;
  /** The last day on which it was found. */
  readonly last: string;
  /** How many messages were about it then. */
  readonly size: number;
  /** Some of them. */
  readonly sample: readonly Remark[];
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
  /** Messages that were left out, by reason; repeats are counted, and are one message in telling what is typical. */
  readonly dropped: CleanedMessages['dropped'];
  /** What came most often in the same words, in a theme or in none, and the last time that it was said. */
  readonly repeated: readonly { readonly n: number; readonly example: Remark }[];
  /** What is in no theme, by the usual categories: so that the first complaint has a name. */
  readonly categories: readonly CategoryResult[];
  /** Null: too few to say. */
  readonly themes: readonly ThemeResult[] | null;
  /** Themes that are not there now, and may come back. */
  readonly known: readonly DormantTheme[];
  /** The last day whose messages were sorted into themes; null: none was. */
  readonly sorted: string | null;
}

/** Which messages raised a theme, each told once: on the first run that saw it. In rising order. */
export type RaisedBy = Readonly<Record<string, readonly Remark[]>>;
