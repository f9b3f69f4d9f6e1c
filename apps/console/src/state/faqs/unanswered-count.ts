import { useEffect } from 'preact/hooks';
import { faqApi } from '../api/faq-api.ts';
import { report } from '../report.ts';
import { createStore } from '../store.ts';
import { useStore } from '../hooks/use-store.ts';
import type { OwnerEvent } from '../wire-types.ts';

/** Open questions by site, as they were counted last. */
const counts = createStore<Readonly<Record<string, number>>>({});

/** Several things that happen at once are counted once. */
const SETTLES_MS = 1_000;
const due = new Map<string, ReturnType<typeof setTimeout>>();

/** Counts a site's open questions anew. */
export function countUnanswered(site: string): void {
  clearTimeout(due.get(site));
  due.delete(site);
  faqApi.unansweredCount(site).then(
    ({ count }) => counts.set({ ...counts.get(), [site]: count }),
    (cause: unknown) => report('The unanswered questions were not counted.', cause),
  );
}

/** The bot was not sure, or a visitor chose what it had offered: the count has changed. Everything else costs nothing. */
export function noteUnanswered(site: string, events: readonly OwnerEvent[]): void {
  if (due.has(site) || !events.some(changesCount)) return;
  due.set(
    site,
    setTimeout(() => countUnanswered(site), SETTLES_MS),
  );
}

function changesCount({ why }: OwnerEvent): boolean {
  if (why === undefined) return false;
  // A pressed button is answered without a doubt: it may have been one that was offered.
  if (why.kind === 'answered') return why.guesses[0]?.confidence === 1;
  return ['unsure', 'suggested', 'pointed', 'handed_off'].includes(why.kind);
}

export function useUnansweredCount(site: string): number {
  const known = useStore(counts);
  useEffect(() => countUnanswered(site), [site]);
  return known[site] ?? 0;
}
