/** How far two ways to sort the same things into groups agree. */
export interface Agreement {
  /** Normalised mutual information, by the arithmetic mean of the entropies (as scikit-learn's): 0 for chance, 1 for the same groups. */
  readonly nmi: number;
  /** Share of the things that have their group's most frequent label. */
  readonly purity: number;
}

/** @param groups and @param labels of each thing, equally many; none give 0 */
export function agreementOf(groups: readonly number[], labels: readonly string[]): Agreement {
  const total = groups.length;
  if (total === 0) return { nmi: 0, purity: 0 };
  const pairs = new Map<number, Map<string, number>>();
  const labelled = new Map<string, number>();
  groups.forEach((group, at) => {
    const label = labels[at]!;
    const counts = pairs.get(group) ?? new Map<string, number>();
    pairs.set(group, counts);
    counts.set(label, (counts.get(label) ?? 0) + 1);
    labelled.set(label, (labelled.get(label) ?? 0) + 1);
  });
  const entropy = (counts: Iterable<number>) => {
    let sum = 0;
    for (const count of counts) sum -= (count / total) * Math.log(count / total);
    return sum;
  };
  const inGroups = entropy([...pairs.values()].map((counts) => [...counts.values()].reduce((a, b) => a + b, 0)));
  const inLabels = entropy(labelled.values());
  const inBoth = entropy([...pairs.values()].flatMap((counts) => [...counts.values()]));
  const mean = (inGroups + inLabels) / 2;
  const right = [...pairs.values()].reduce((sum, counts) => sum + Math.max(...counts.values()), 0);
  // One group and one label are the same sorting.
  return { nmi: mean === 0 ? 1 : Math.max(0, (inGroups + inLabels - inBoth) / mean), purity: right / total };
}
