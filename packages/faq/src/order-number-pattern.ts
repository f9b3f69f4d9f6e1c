/** Longest order number that a pattern may mean. */
const MOST_REPEATS = 20;
/** How many parts of a pattern may vary in length: each one multiplies the ways to try. */
const MOST_VARYING = 3;
/** In how many lengths all alternatives together may come: so often an engine tries at each place of a message, 4,000 of them. */
const MOST_LENGTHS = 500;
const LONGEST = 100;

/** One character, escaped or not, or one class; then how often. */
const PART =
  /(?:[A-Za-z0-9 _#\/:-]|\\[dw.\/#-]|\[(?:[A-Za-z0-9](?:-[A-Za-z0-9])?|\\d|\\-|[ _#\/.:])+\])(\{\d{1,2}(?:,\d{1,2})?\}|\?)?/y;

const ALLOWED =
  'letters, digits, - # _ / : and \\d, \\w, \\., classes such as [A-Z], {4} or {4,6} or ? after one of them, and | between whole numbers';

/**
 * What is wrong with a site's pattern for order numbers, or null. It is looked for in every message, so only patterns are
 * taken that cannot be slow, whatever the text: no groups, no * and +, and at most three parts of varying length.
 */
export function orderNumberComplaint(pattern: string): string | null {
  if (pattern.length > LONGEST) return `has more than ${LONGEST} characters`;
  let lengths = 0;
  for (const alternative of pattern.split('|')) {
    const complaint = alternativeComplaint(alternative);
    if (complaint !== null) return complaint;
    lengths += lengthsOf(alternative);
  }
  return lengths > MOST_LENGTHS ? 'could take long on some texts; say more exactly how often its parts repeat' : null;
}

/** Of parts of varying length one after the other, each multiplies what there is to try. */
function lengthsOf(alternative: string): number {
  return Array.from(alternative.matchAll(new RegExp(PART.source, 'g')), ([, quantifier]) => {
    const [from = 1, to = from] = repeats(quantifier);
    return to - from + 1;
  }).reduce((product, count) => product * count, 1);
}

function alternativeComplaint(alternative: string): string | null {
  let varying = 0;
  let shortest = 0;
  for (let at = 0; at < alternative.length; at = PART.lastIndex) {
    PART.lastIndex = at;
    const part = PART.exec(alternative);
    if (part === null) return `cannot be understood at "${alternative.slice(at, at + 10)}"; use ${ALLOWED}`;
    const [from = 1, to = from] = repeats(part[1]);
    if (to > MOST_REPEATS || from > to) return `repeats something ${part[1]}; at most ${MOST_REPEATS} times is allowed`;
    if (from !== to) varying++;
    shortest += from;
  }
  if (varying > MOST_VARYING) return `has more than ${MOST_VARYING} parts whose length varies`;
  return shortest < 3 ? 'would take almost any text for an order number; it must be at least 3 characters long' : null;
}

function repeats(quantifier: string | undefined): number[] {
  if (quantifier === undefined) return [];
  return quantifier === '?' ? [0, 1] : quantifier.slice(1, -1).split(',').map(Number);
}
