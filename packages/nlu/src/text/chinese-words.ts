/** Characters of the longest word that is looked for. */
const LONGEST = 5;

/**
 * Cuts characters into known words, the longest first: 退 货 邮 费 is 退货 and 邮费. What begins no word is left out.
 * @param units as of `chineseCharacters`
 */
export function chineseWords(units: readonly string[], isWord: (word: string) => boolean): string[] {
  const words: string[] = [];
  for (let at = 0; at < units.length;) {
    let length = Math.min(LONGEST, units.length - at);
    let word = units.slice(at, at + length).join('');
    while (length > 0 && !isWord(word)) {
      length -= 1;
      word = units.slice(at, at + length).join('');
    }
    if (length > 0) words.push(word);
    at += Math.max(1, length);
  }
  return words;
}
