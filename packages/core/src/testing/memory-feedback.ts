import type { OutboxEntry } from '../domain/outbox/outbox-entry.ts';
import type { Contact } from '../domain/records/contact.ts';
import { withFeedbackDraft } from '../domain/records/feedback.ts';
import type { FeedbackRecord } from '../domain/records/feedback.ts';
import type { FeedbackCount, FeedbackFilter, FeedbackStore } from '../ports/feedback-store.ts';
import type { MemoryBatches } from './memory-batches.ts';

/** Takes words and names out of what was said before a moment (or only counts it). How many. */
export type AgeFeedback = (site: string, before: number, really: boolean) => number;

interface MemoryFeedback extends FeedbackStore {
  /** Drops what was sent under an address of these contacts. @returns its keys */
  dropFeedback(contacts: readonly Contact[], contactKeys: readonly number[]): number[];
  ageFeedback: AgeFeedback;
}

/** What was said elsewhere, in an array. */
export function createMemoryFeedback(
  rows: FeedbackRecord[],
  batches: Pick<MemoryBatches, 'save'>,
  addToOutbox: (site: string, entries: readonly OutboxEntry[]) => void,
): MemoryFeedback {
  const find = (site: string, source: string, id: string) =>
    rows.find((row) => row.site === site && row.source === source && row.id === id) ?? null;
  const fits = (row: FeedbackRecord, { mood, category, source }: FeedbackFilter) =>
    (mood === undefined || row.mood === mood) &&
    (category === undefined || row.category === category) &&
    (source === undefined || row.source === source);
  return {
    async saveFeedback(drafts, write, outbox = []) {
      addToOutbox(write.site, outbox);
      return drafts.map((draft) =>
        batches.save('feedback', write, {
          find: () => find(write.site, draft.source, draft.id),
          make: (before) => withFeedbackDraft(before, draft, write),
        }),
      );
    },
    findFeedback: async (site, source, id) => find(site, source, id),
    feedbackByKeys: async (site, keys) =>
      rows.filter((row) => row.site === site && keys.includes(row.key)).sort((one, other) => one.key - other.key),
    feedback: async (site, { before, limit, ...filter }) =>
      rows
        .filter((row) => row.site === site && fits(row, filter))
        .filter(({ at, key }) => before === undefined || at < before.at || (at === before.at && key < before.key))
        .sort((one, other) => other.at - one.at || other.key - one.key)
        .slice(0, limit),
    async countFeedback(site, from, to) {
      const counts = new Map<string, FeedbackCount>();
      for (const { source, category, mood, ...row } of rows) {
        if (row.site !== site || row.at < from || row.at >= to) continue;
        const name = [source, category, mood].join(' ');
        counts.set(name, { source, category, mood, n: (counts.get(name)?.n ?? 0) + 1 });
      }
      return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, count]) => count);
    },
    async deleteFeedback(site, key) {
      const at = rows.findIndex((row) => row.site === site && row.key === key);
      if (at !== -1) rows.splice(at, 1);
      return at !== -1;
    },
    dropFeedback(contacts, contactKeys) {
      const own = contacts.filter(({ key }) => contactKeys.includes(key));
      const theirs = rows.filter(({ site, email }) =>
        own.some((contact) => email !== null && contact.site === site && contact.email === email),
      );
      for (const row of theirs) rows.splice(rows.indexOf(row), 1);
      return theirs.map(({ key }) => key);
    },
    ageFeedback(site, before, really) {
      const old = rows.filter((row) => row.site === site && row.at < before && row.text !== '');
      if (really) {
        for (const row of old) {
          rows[rows.indexOf(row)] = { ...row, text: '', author: null, email: null, link: null };
        }
      }
      return old.length;
    },
  };
}
