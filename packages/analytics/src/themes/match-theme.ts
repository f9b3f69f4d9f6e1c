import type { TextReader } from './text-reader.ts';

/** A theme as far as it was stored: its name and its words, the most telling first. */
export interface KnownTheme {
  readonly name: string;
  readonly words: readonly string[];
}

/** The first word alone is enough, of the others it takes several. */
const ENOUGH = 1;

/**
 * Which of the known themes a text is about, by the words that both have: one counts 1 / its place in the theme's list. Null where no theme has its
 * first word, or several others, in the text.
 */
export function matchTheme<T extends KnownTheme>(text: string, themes: readonly T[], reader: TextReader): T | null {
  const stems = (of: string) => reader.words(of).map(({ stem }) => stem);
  const said = new Set(stems(text));
  let [best, most]: [T | null, number] = [null, 0];
  for (const theme of themes) {
    const known = theme.words.map((word) => stems(word)[0] ?? word);
    const shared = known.reduce((sum, stem, place) => sum + (said.has(stem) ? 1 / (place + 1) : 0), 0);
    if (shared >= ENOUGH && shared > most) [best, most] = [theme, shared];
  }
  return best;
}
