/** Characters of the longest word that is looked for. */
const LONGEST = 4;
/** In the place of what is no single character: no word has it. */
const NO_CHARACTER = ' ';

/**
 * Cuts characters into known words, the longest first: 退 货 邮 费 is 退货 and 邮费. What begins no word is left out.
 * @param units as of `chineseCharacters`
 * @param find the number of the word between two places of a text, or -1 where none stands there
 * @returns the words' numbers
 */
export function chineseWords(
  units: readonly string[],
  find: (text: string, from: number, to: number) => number,
): number[] {
  let text = '';
  for (const unit of units) text += unit.length === 1 ? unit : NO_CHARACTER;
  const words: number[] = [];
  let at = 0;
  while (at < text.length) {
    let end = Math.min(at + LONGEST, text.length);
    let word = -1;
    while (end > at && (word = find(text, at, end)) < 0) end -= 1;
    if (word >= 0) words.push(word);
    at = Math.max(end, at + 1);
  }
  return words;
}
