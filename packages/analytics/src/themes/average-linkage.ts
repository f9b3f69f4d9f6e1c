import type { Points } from './points.ts';

/** Two groups that became one, by what each is led by, and how alike they were: the mean cosine between a message of one and one of the other. */
export interface Join {
  readonly one: number;
  readonly other: number;
  readonly likeness: number;
}

/**
 * Joins points to ever larger groups, those first whose members are most alike on the average (UPGMA), by chains of nearest neighbours (Murtagh, 1983):
 * in the square of their number, in time and in memory. @param points each at length 1
 * @returns one join fewer than points, the most alike first
 */
export function averageLinkage({ count, width, numbers }: Points): Join[] {
  const likeness = new Float32Array(count * count);
  for (let one = 0; one < count; one++) {
    for (let other = 0; other < one; other++) {
      let sum = 0;
      for (let at = 0; at < width; at++) sum += numbers[one * width + at]! * numbers[other * width + at]!;
      likeness[one * count + other] = likeness[other * count + one] = sum;
    }
  }
  const sizes = new Int32Array(count).fill(1);
  const joins: Join[] = [];
  const chain: number[] = [];
  let first = 0;
  while (joins.length < count - 1) {
    if (chain.length === 0) {
      while (sizes[first] === 0) first++;
      chain.push(first);
    }
    const end = chain[chain.length - 1]!;
    const before = chain.length > 1 ? chain[chain.length - 2]! : -1;
    // Of two that are as near the one before wins: else the chain would go round.
    let [next, best] = [before, before < 0 ? -Infinity : likeness[end * count + before]!];
    for (let other = 0; other < count; other++) {
      if (sizes[other] === 0 || other === end) continue;
      const found = likeness[end * count + other]!;
      if (found > best) [next, best] = [other, found];
    }
    if (next !== before) {
      chain.push(next);
      continue;
    }
    chain.length -= 2;
    const [one, other] = end < next ? [end, next] : [next, end];
    joins.push({ one, other, likeness: best });
    const [ofOne, ofOther] = [sizes[one]!, sizes[other]!];
    for (let third = 0; third < count; third++) {
      if (sizes[third] === 0 || third === one || third === other) continue;
      const mean =
        (ofOne * likeness[one * count + third]! + ofOther * likeness[other * count + third]!) / (ofOne + ofOther);
      likeness[one * count + third] = likeness[third * count + one] = mean;
    }
    sizes[one] = ofOne + ofOther;
    sizes[other] = 0;
  }
  return joins.sort((a, b) => b.likeness - a.likeness);
}

/** The groups that there are after some of the joins, by their places; the largest first. */
export function groupsAfter(count: number, joins: readonly Join[]): number[][] {
  const leads = Int32Array.from({ length: count }, (_, at) => at);
  const leadOf = (at: number): number => {
    let lead = at;
    while (leads[lead] !== lead) lead = leads[lead]!;
    return lead;
  };
  for (const { one, other } of joins) leads[leadOf(other)] = leadOf(one);
  const groups = new Map<number, number[]>();
  for (let at = 0; at < count; at++) {
    const lead = leadOf(at);
    const group = groups.get(lead);
    if (group === undefined) groups.set(lead, [at]);
    else group.push(at);
  }
  return [...groups.values()].sort((one, other) => other.length - one.length || one[0]! - other[0]!);
}
