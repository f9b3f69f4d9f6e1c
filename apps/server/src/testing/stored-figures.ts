import type { InsightFigure, InsightFigures } from '@solodesk/protocol/owner';

/** A figure with a value, or with too few observations for one. */
export const storedFigure = (value: number | null): InsightFigure => ({
  ...{ n: value === null ? 2 : 9, inputs: { n: 9 }, lack: value === null ? 'few' : null, caveats: {} },
  estimate: value === null ? null : { value, low: value - 0.1, high: value + 0.1 },
});

/** Figures of a time as the batch stores them. */
export function storedFigures(period: string, change: Partial<InsightFigures> = {}): InsightFigures {
  return {
    ...{ period, first: '2026-11-01', last: '2026-11-30', through: '2026-11-30', csi: storedFigure(8) },
    ...{ rule: { days: 60, gaps: 3 }, crr: storedFigure(0.8), churn: storedFigure(0.2) },
    feedback: { n: 0, negative: 0, neutral: 0, positive: 0, categories: [], sources: [] },
    counts: { visitors: 3, messages: 9, started: 3, answered: 3, ended: 2, solved: 2 },
    ...{ cac: [], kpis: { containment: storedFigure(0.5) }, customers: { won: [], lost: [] } },
    ...change,
  };
}
