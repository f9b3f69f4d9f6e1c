import type { InsightResult, InsightRun, InsightStore } from '../ports/insight-store.ts';

/** Results of the batch, in arrays. */
export function createMemoryInsights(): InsightStore {
  const results: (InsightResult & { site: string })[] = [];
  const runs = new Map<string, InsightRun>();
  const newest = (site: string, kind: string, period: string) =>
    results.filter((row) => row.site === site && row.kind === kind && row.period === period).at(-1);
  const bare = ({ site: _site, ...result }: InsightResult & { site: string }): InsightResult => result;
  return {
    async insightResult(site, kind, period) {
      const found = newest(site, kind, period);
      return found === undefined ? null : bare(found);
    },
    async insightResults(site, kind, { from, to }) {
      const periods = new Set(
        results
          .filter((row) => row.site === site && row.kind === kind && row.period >= from && row.period <= to)
          .map(({ period }) => period),
      );
      return [...periods].sort().flatMap((period) => {
        const found = newest(site, kind, period);
        return found === undefined ? [] : [bare(found)];
      });
    },
    insightPeriods: async (site, kind) =>
      [...new Set(results.filter((row) => row.site === site && row.kind === kind).map(({ period }) => period))].sort(),
    async saveInsights(site, drafts, at, run) {
      let saved = 0;
      for (const draft of drafts) {
        const before = newest(site, draft.kind, draft.period);
        if (before?.body === draft.body && before.model === draft.model) continue;
        results.push({ site, ...draft, version: (before?.version ?? 0) + 1, madeAt: at });
        saved++;
      }
      if (run !== undefined) runs.set(site, run);
      return { saved, writes: 1, longestWriteMs: 0 };
    },
    insightRun: async (site) => runs.get(site) ?? null,
    async noteInsightRun(site, run) {
      runs.set(site, run);
    },
  };
}
