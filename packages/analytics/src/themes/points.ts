/** Points of `width` numbers each, side by side. */
export interface Points {
  readonly count: number;
  readonly width: number;
  readonly numbers: Float64Array;
}

export function squaredDistance(a: Points, one: number, b: Points, other: number, most = Infinity): number {
  const { width } = a;
  const [atOne, atOther] = [one * width, other * width];
  let sum = 0;
  for (let k = 0; k < width; k++) {
    const difference = a.numbers[atOne + k]! - b.numbers[atOther + k]!;
    sum += difference * difference;
    // Looked at now and then: nothing that is further away than the best is measured to its end.
    if ((k & 15) === 15 && sum > most) return Infinity;
  }
  return sum;
}

/** The centre that is nearest, and how far it is (squared). */
export function nearest(points: Points, at: number, centres: Points): { centre: number; distance: number } {
  let [centre, distance] = [0, Infinity];
  for (let candidate = 0; candidate < centres.count; candidate++) {
    const found = squaredDistance(points, at, centres, candidate, distance);
    if (found < distance) [centre, distance] = [candidate, found];
  }
  return { centre, distance };
}

export function pick(points: Points, chosen: readonly number[]): Points {
  const { width } = points;
  const numbers = new Float64Array(chosen.length * width);
  chosen.forEach((from, to) => numbers.set(points.numbers.subarray(from * width, (from + 1) * width), to * width));
  return { count: chosen.length, width, numbers };
}

/** A text that has nothing in common with others lies there. */
export function isOrigin({ width, numbers }: Points, at: number): boolean {
  for (let place = at * width; place < (at + 1) * width; place++) if (numbers[place] !== 0) return false;
  return true;
}
