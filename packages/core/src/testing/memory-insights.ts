import type { InsightResult, InsightRun, InsightStore } from '../ports/insight-store.ts';

/** Results of the batch, in arrays. */
export function createMemoryInsights(): InsightStore {
  const results: (InsightResult & { site: string })[] = [];
  const runs = new Map<string, InsightRun>();
  const newest = (site: string, kind: string, period: string) =>
    results.filter((row) => row.site === site && row.kind === kind && row.period === period).at(-1);
  const read = (site: string, kind: string, period: string) => {
    const found = newest(site, kind, period);
    return found === undefined || found.body === 'null' ? null : bare(found);
  };
  const bare = ({ site: _site, ...result }: InsightResult & { site: string }): InsightResult => result;
  return {
    insightResult: async (site, kind, period) => read(site, kind, period),
    async insightResults(site, kind, { from, to }) {
      const periods = new Set(
        results
          .filter((row) => row.site === site && row.kind === kind && row.period >= from && row.period <= to)
          .map(({ period }) => period),
      );
      return [...periods].sort().flatMap((period) => read(site, kind, period) ?? []);
    },
    insightPeriods: async (site, kind) =>
      [...new Set(results.filter((row) => row.site === site && row.kind === kind).map(({ period }) => period))]
        .filter((period) => read(site, kind, period) !== null)
        .sort(),
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
