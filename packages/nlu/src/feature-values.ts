import { isPair } from './feature-names.ts';

/** A pair says half as much as its rarity suggests, because its two words have said most of it already. */
const PAIR_FACTOR = 0.5;

/** Length of every text's vector of feature values. Measured: at 1 training needs four times the rounds for the same result. */
export const TEXT_LENGTH = 2;

/** The value of a feature that occurs in `intents` of `all` intents: the rarer, the more it says (as in TF-IDF). */
export function featureValue(name: string, intents: number, all: number): number {
  return Math.log(1 + all / Math.max(1, intents)) * (isPair(name) ? PAIR_FACTOR : 1);
}

/** Value of every feature that occurs in `texts`. */
export function featureValues(texts: readonly { names: readonly string[]; intent: string }[]): Map<string, number> {
  const intentsOf = new Map<string, Set<string>>();
  for (const { names, intent } of texts) {
    for (const name of names) {
      const intents = intentsOf.get(name);
      if (intents) intents.add(intent);
      else intentsOf.set(name, new Set([intent]));
    }
  }
  const all = new Set(texts.map(({ intent }) => intent)).size;
  return new Map(Array.from(intentsOf, ([name, intents]) => [name, featureValue(name, intents.size, all)]));
}
