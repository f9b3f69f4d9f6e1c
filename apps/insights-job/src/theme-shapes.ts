/** How those feel who wrote about it: mean score from -1 to 1, and how many messages of each kind. */
export interface ThemeMood {
  readonly score: number;
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
}

export interface ThemeResult {
  /** Stays from run to run. */
  readonly id: string;
  /** The day on which it was first found. */
  readonly since: string;
  readonly name: string;
  readonly words: readonly string[];
  /** Messages about it, and as many days before them. */
  readonly size: number;
  readonly before: number;
  readonly mood: ThemeMood;
  /** The most typical messages, by the numbers of their events: what is erased is so not told here. */
  readonly examples: readonly number[];
  /** Some of its messages, by which it is known again the next time. */
  readonly sample: readonly number[];
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
  /** Some of them, by the numbers of their events. */
  readonly sample: readonly number[];
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
  /** Themes that are not there now, and may come back. */
  readonly known: readonly DormantTheme[];
  /** The last day whose messages were sorted into themes; null: none was. */
  readonly sorted: string | null;
}

/** Which messages raised a theme, each told once: on the first run that saw it. Numbers of events in rising order. */
export type RaisedBy = Readonly<Record<string, readonly number[]>>;
