/** Characters of the longest word that is looked for. */
const LONGEST = 4;
/** In the place of what is no single character: no word has it. */
const NO_CHARACTER = ' ';

/**
 * Cuts characters into known words, the longest first: 退 货 邮 费 is 退货 and 邮费. What begins no word is left out.
 * @param units as of `chineseCharacters`
 */
export function chineseWords(units: readonly string[], isWord: (word: string) => boolean): string[] {
  let text = '';
  for (const unit of units) text += unit.length === 1 ? unit : NO_CHARACTER;
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    let end = Math.min(at + LONGEST, text.length);
    while (end > at && !isWord(text.slice(at, end))) end -= 1;
    if (end > at) words.push(text.slice(at, end));
    at = Math.max(end, at + 1);
  }
  return words;
}
