import type { HeldOut } from './cross-validate.ts';

/** Sentences of one FAQ that are taken for another's. */
export interface Confusion {
  intent: string;
  by: string;
  count: number;
  /** Sentences of `intent` in all. */
  of: number;
  /** The first few. */
  examples: string[];
}

const EXAMPLES = 3;

/** Which FAQs swallow others' sentences, answered or not: the likeliest guess is another one's. Most first. */
export function confusions(heldOut: readonly HeldOut[]): Confusion[] {
  const sizes = new Map<string, number>();
  const pairs = new Map<string, Confusion>();
  for (const { own, intent, guesses, text } of heldOut) {
    if (!own || intent === null) continue;
    sizes.set(intent, (sizes.get(intent) ?? 0) + 1);
    const by = guesses[0]?.intent;
    if (by === undefined || by === intent) continue;
    const pair = `${intent} ${by}`;
    const confusion = pairs.get(pair) ?? { intent, by, count: 0, of: 0, examples: [] };
    confusion.count++;
    if (confusion.examples.length < EXAMPLES) confusion.examples.push(text);
    pairs.set(pair, confusion);
  }
  return [...pairs.values()]
    .map((confusion) => ({ ...confusion, of: sizes.get(confusion.intent) ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.intent < b.intent ? -1 : 1));
}
