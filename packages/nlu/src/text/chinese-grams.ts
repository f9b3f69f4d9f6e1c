/** Longer runs of letters are no words, and are cut into several. */
const PIECES = /\p{Script=Han}|[a-z]{1,32}|\d+/gu;
const HAN = /\p{Script=Han}/u;
const DIGIT = /^\d/;

/**
 * The characters of a folded text; a run of Latin letters is one, and so is a number (all numbers are `0`).
 * Word segmenters cut 我想|退|货 and 收|货|地址, so characters and their pairs carry Chinese better than words do.
 * @param limit at most so many
 */
export function chineseCharacters(folded: string, limit: number): string[] {
  const pieces = folded.match(PIECES) ?? [];
  const characters: string[] = [];
  for (const piece of pieces) {
    if (characters.length >= limit) break;
    characters.push(HAN.test(piece) ? piece : DIGIT.test(piece) ? '0' : piece);
  }
  return characters;
}
