import { isOrigin } from './points.ts';
import type { Points } from './points.ts';

/** The middle of each group of texts; at the origin where a group has nothing in common with what the space was learned from. */
export function centresOf(
  space: { pointsOf(texts: readonly string[]): Points },
  groups: readonly (readonly string[])[],
): Points {
  const middles = groups.map((texts) => {
    const points = space.pointsOf(texts);
    const sum = new Float64Array(points.width);
    let count = 0;
    for (let at = 0; at < points.count; at++) {
      if (isOrigin(points, at)) continue;
      count++;
      for (let place = 0; place < sum.length; place++) sum[place]! += points.numbers[at * points.width + place]!;
    }
    return sum.map((each) => (count === 0 ? 0 : each / count));
  });
  const width = middles[0]?.length ?? 0;
  const numbers = new Float64Array(middles.length * width);
  middles.forEach((middle, at) => numbers.set(middle, at * width));
  return { count: middles.length, width, numbers };
}
