/** Fewer units than this in common say nothing, whatever their share. */
const LEAST_LIKE = 0.12;

/** A unit of a text and its TF-IDF weight; the vector has length 1. */
type Vector = ReadonlyMap<string, number>;

/**
 * How near what is said of two wares is: the cosine of their TF-IDF vectors, over words and, in Chinese, over characters and their pairs (cutting
 * words there needs a dictionary). Needs nobody to have bought anything, so that it speaks for what is new.
 */
export class TextLikeness {
  readonly #vectors: ReadonlyMap<string, Vector>;

  constructor(texts: ReadonlyMap<string, string>) {
    const units = [...texts].map(([id, text]): [string, Map<string, number>] => [id, countOf(unitsOf(text))]);
    const held = countOf(units.flatMap(([, counts]) => [...counts.keys()]));
    const rarity = (unit: string) => Math.log((1 + units.length) / (1 + (held.get(unit) ?? 0))) + 0.1;
    this.#vectors = new Map(
      units.map(([id, counts]) => {
        const weighed = [...counts].map(([unit, n]): [string, number] => [unit, (1 + Math.log(n)) * rarity(unit)]);
        const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0));
        return [id, new Map(weighed.map(([unit, weight]) => [unit, weight / length]))];
      }),
    );
  }

  /** From 0 to 1; 0 for what is too far to be told, and for what is not known. */
  between(one: string, other: string): number {
    const [a, b] = [this.#vectors.get(one), this.#vectors.get(other)];
    if (a === undefined || b === undefined) return 0;
    const [small, large] = a.size < b.size ? [a, b] : [b, a];
    let sum = 0;
    for (const [unit, weight] of small) sum += weight * (large.get(unit) ?? 0);
    return sum < LEAST_LIKE ? 0 : sum;
  }
}

function unitsOf(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase();
  const units: string[] = [];
  for (const [run] of folded.matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)) {
    if (!/\p{Script=Han}/u.test(run)) {
      // "shirts" and "shirt" are one; more of English is not needed for names of goods.
      units.push(run.length > 3 ? run.replace(/s$/, '') : run);
      continue;
    }
    for (let at = 0; at + 1 < run.length; at++) units.push(run.slice(at, at + 2));
    if (run.length === 1) units.push(run);
  }
  return units;
}

function countOf(units: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return counts;
}
