/** From this length on two slips are forgiven: in a shorter name they would make it another one. */
const LONG = 8;
const SHORTEST = 3;

/**
 * The name that was meant by one that nobody knows: the same in other capitals, or but for a slip or two of the keyboard, or without what
 * stands before its last dot (`trial` of `lesson.trial`). Undefined where none is near, or where two are as near.
 */
export function nearestName(typed: string, known: Iterable<string>): string | undefined {
  const wanted = typed.toLowerCase();
  let best: string | undefined;
  let least = Infinity;
  for (const name of known) {
    const far = distance(name.toLowerCase(), wanted);
    if (far === least) best = undefined;
    if (far < least) [best, least] = [name, far];
  }
  return least < Infinity ? best : undefined;
}

/** `; is "lesson.trial" meant?`, or nothing. */
export function meantWords(typed: string, known: Iterable<string>): string {
  const name = nearestName(typed, known);
  return name === undefined ? '' : `; is "${name}" meant?`;
}

function distance(known: string, typed: string): number {
  if (known === typed) return 0;
  const most = Math.min(known.length, typed.length) >= LONG ? 2 : 1;
  const slips = Math.min(known.length, typed.length) > SHORTEST ? slipsBetween(known, typed, most) : Infinity;
  return slips <= most ? slips : known.endsWith(`.${typed}`) || typed.endsWith(`.${known}`) ? most : Infinity;
}

/** Letters too many, too few, wrong, or two that changed places (Damerau–Levenshtein, neighbours only); more than `most` are not counted out. */
function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let [before, row] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        least = Math.min(least, before[j - 2]! + 1);
      }
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return row[other.length]!;
}
