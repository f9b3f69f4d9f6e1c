import type { SpendRecord } from '../domain/records/spend.ts';
import type { SpendStore } from '../ports/record-store.ts';
import type { MemoryBatches } from './memory-batches.ts';

/** What was spent, in an array. */
export function createMemorySpend(rows: SpendRecord[], batches: Pick<MemoryBatches, 'save'>): SpendStore {
  const place = ({ month, channel, currency }: SpendRecord) => `${month} ${channel} ${currency}`;
  return {
    saveSpend: async (drafts, write) =>
      drafts.map((draft) =>
        batches.save('spend', write, {
          find: () =>
            rows.find(
              (row) =>
                row.site === write.site &&
                row.month === draft.month &&
                row.channel === draft.channel &&
                row.currency === draft.currency,
            ) ?? null,
          make: (before) => ({ key: before?.key ?? 0, site: write.site, ...draft }),
        }),
      ),
    spend: async (site, { from, to }) =>
      rows
        .filter((row) => row.site === site && row.month >= from && row.month <= to)
        .sort((one, other) => (place(one) < place(other) ? -1 : 1)),
    async deleteSpend(site, key) {
      const at = rows.findIndex((row) => row.site === site && row.key === key);
      if (at !== -1) rows.splice(at, 1);
      return at !== -1;
    },
  };
}
