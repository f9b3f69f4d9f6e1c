/** So many guesses at once, and so many more an hour. */
export interface GuessBucket {
  /** `visitor:17`, `order:TL-1042`. */
  readonly key: string;
  readonly burst: number;
  readonly perHour: number;
}

export interface Guess {
  /** Names it: a repeat of the same guess is not another one. */
  readonly id: string;
  /** UTC milliseconds. */
  readonly at: number;
  readonly buckets: readonly GuessBucket[];
}

/** How often somebody may still guess what others should not know: kept over restarts. */
export interface GuessStore {
  /** Takes one guess out of each of the buckets, or out of none: false when one of them is empty. */
  spendGuess(site: string, guess: Guess): Promise<boolean>;
  /** It was right: what it took is given back, once. */
  returnGuess(site: string, guess: Guess): Promise<void>;
}
