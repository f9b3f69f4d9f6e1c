/** What somebody wrote in a conversation, and the score that they gave it, from 1 to 10. */
export interface ScoredTalk {
  readonly score: number;
  readonly texts: readonly string[];
}

/** The highest score of the unhappy, and the lowest of the happy; those between speak for neither. */
const [UNHAPPY, HAPPY] = [4, 8];
/** Of either as many talks are needed, and so many of both that have a word. */
const [LEAST_TALKS, LEAST_WITH_WORD] = [40, 10];
/** How many standard errors the log odds of a word lie from 0: of a thousand words that mean nothing one or none is taken for more. */
const SURE = 3.3;
/** What a word's log odds of 4 come to, and the most that a text does. */
const [PER_LOG_ODDS, MOST] = [1 / 8, 0.6];

/**
 * Learns from a company's own scores which words go with unhappy and which with happy customers: the log odds of each word, with a half
 * added to each count, where they are no chance.
 * @returns what a text's words speak for, from -0.6 (unhappy) to 0.6; null where there are too few scores to learn from
 */
export function learnTone(
  talks: readonly ScoredTalk[],
  wordsOf: (text: string) => Iterable<string>,
): ((text: string) => number) | null {
  const counts = new Map<string, { unhappy: number; happy: number }>();
  let [unhappy, happy] = [0, 0];
  for (const { score, texts } of talks) {
    const kind = score <= UNHAPPY ? 'unhappy' : score >= HAPPY ? 'happy' : null;
    if (kind === null) continue;
    if (kind === 'unhappy') unhappy += 1;
    else happy += 1;
    for (const word of new Set(texts.flatMap((text) => [...wordsOf(text)]))) {
      const count = counts.get(word) ?? { unhappy: 0, happy: 0 };
      count[kind] += 1;
      counts.set(word, count);
    }
  }
  if (unhappy < LEAST_TALKS || happy < LEAST_TALKS) return null;
  const weights = new Map<string, number>();
  for (const [word, count] of counts) {
    if (count.unhappy + count.happy < LEAST_WITH_WORD) continue;
    const cells = [count.happy, happy - count.happy, count.unhappy, unhappy - count.unhappy].map((each) => each + 0.5);
    const [a = 1, b = 1, c = 1, d = 1] = cells;
    const logOdds = Math.log(a / b) - Math.log(c / d);
    const error = Math.sqrt(cells.reduce((sum, cell) => sum + 1 / cell, 0));
    if (Math.abs(logOdds) / error >= SURE) weights.set(word, logOdds * PER_LOG_ODDS);
  }
  return (text) => {
    const sum = [...new Set(wordsOf(text))].reduce((total, word) => total + (weights.get(word) ?? 0), 0);
    return Math.max(-MOST, Math.min(MOST, sum));
  };
}
