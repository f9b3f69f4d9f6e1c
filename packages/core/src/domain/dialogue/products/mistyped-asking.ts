/** Words that ask about a product, of which each may hold a slip; those first that make a question one. */
const ASKS = 'price prices cost costs stock available size sizes';
const BESIDES =
  'how what much does have which sell colour colours color colors material the is of for do it you are still left sold';

/** Slips that are words themselves. */
const WORDS = new Set('dose rice colo coors cots odes sock fro till color colors rae'.split(' '));

/** A letter twice makes another word of one of fewer letters, and one left out of one of fewer than five: `do` and `too`, `size` and `sie`. */
const [SHORTEST_DOUBLED, SHORTEST_SHORTENED] = [4, 5];

/** One slip of the keyboard (Damerau 1964), but for other letters, which seldom leave such short words what they are. */
function slipsOf(word: string): string[] {
  const slips = Array.from(word, (letter, at) => [
    word.slice(0, at) + (word[at + 1] ?? '') + letter + word.slice(at + 2),
    word.length >= SHORTEST_DOUBLED ? word.slice(0, at) + letter + word.slice(at) : word,
    word.length >= SHORTEST_SHORTENED ? word.slice(0, at) + word.slice(at + 1) : word,
  ]).flat();
  return slips.filter((slip) => slip !== word && !WORDS.has(slip));
}

const MEANT: ReadonlyMap<string, string> = new Map(
  `${BESIDES} ${ASKS}`.split(' ').flatMap((word) => slipsOf(word).map((slip) => [slip, word] as const)),
);

/** Without a look at each word: hardly any message passes. */
const MAY_ASK = new RegExp(
  String.raw`\b(?:${ASKS.split(' ').flatMap(slipsOf).join('|')}|how (?:${slipsOf('much').join('|')})|(?:${slipsOf('how').join('|')}) (?:much|${slipsOf('much').join('|')}))\b`,
  'i',
);

/** Whether something about a product may be asked for by a mistyped word: "how mcuh is", "avalable". */
export function mayAskMistyped(text: string): boolean {
  return MAY_ASK.test(text);
}

/** A text with the words that ask as they are meant; the same where none is mistyped. */
export function withoutMistypedAsking(text: string): string {
  return text.replace(/[a-z]+/gi, (word) => MEANT.get(word.toLowerCase()) ?? word);
}
