const UNDER_TWENTY =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const VALUES: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ...UNDER_TWENTY.split(' ').map((word, value): [string, number] => [word, value]),
  ...TENS.split(' ').map((word, place): [string, number] => [word, 10 * (place + 2)]),
  ['hundred', 100],
  ['thousand', 1_000],
]);

/** Whether it may stand in a number: "three hundred and fifty". */
export function isNumberWord(word: string): boolean {
  return word === 'and' || VALUES.has(word);
}

/** The number that these words say (`three`, `hundred`, `and`, `fifty`), all in lower case; NaN when they say none. */
export function englishNumber(words: readonly string[]): number {
  if (words.length === 0 || words[0] === 'and' || words.at(-1) === 'and') return NaN;
  let total = 0;
  let section = 0;
  for (const word of words) {
    if (word === 'and') continue;
    const value = VALUES.get(word);
    if (value === undefined) return NaN;
    if (value === 1_000) {
      total += (section || 1) * value;
      section = 0;
    } else if (value === 100) section = (section || 1) * value;
    else section += value;
  }
  return total + section;
}
