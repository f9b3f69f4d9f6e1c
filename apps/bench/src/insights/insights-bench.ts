import type { BenchResult } from '../command/bench-result.ts';
import { progress } from '../command/report.ts';
import { unpinThisProcess } from '../desk/cores.ts';
import { benchAnalysis } from './analysis.ts';
import { benchChat } from './chat.ts';
import { benchFormulas } from './formulas.ts';
import { benchRecommender } from './recommender.ts';
import { benchRatings } from './ratings.ts';
import { benchRetention } from './retention.ts';
import { benchSmallThemes } from './small-themes.ts';
import { benchThemes } from './themes.ts';
import { benchWrites } from './writes.ts';

/** A part of what the insights are measured by. @param data the folder of public sets */
export type InsightsPart = (data: string) => Promise<BenchResult>;

/** In the order in which they run; each writes its own object into the report. */
const INSIGHTS_PARTS: Readonly<Record<string, InsightsPart>> = {
  retention: benchRetention,
  formulas: benchFormulas,
  chat: benchChat,
  recommender: benchRecommender,
  ratings: benchRatings,
  themes: benchThemes,
  smallThemes: benchSmallThemes,
  analysis: benchAnalysis,
  writes: benchWrites,
};

/** Runs the parts that are named, all of them if none is. @throws Error for a part that there is not */
export async function benchInsights(data: string, only: readonly string[]): Promise<Record<string, BenchResult>> {
  const unknown = only.find((name) => INSIGHTS_PARTS[name] === undefined);
  if (unknown !== undefined) {
    throw new Error(`there is no part "${unknown}" of the insights: ${Object.keys(INSIGHTS_PARTS).join(', ')}`);
  }
  const results: Record<string, BenchResult> = {};
  for (const [name, part] of Object.entries(INSIGHTS_PARTS)) {
    if (only.length > 0 && !only.includes(name)) continue;
    progress(`insights: ${name} …`);
    results[name] = await part(data);
    // What one part needed to be still for keeps the next from the other core.
    unpinThisProcess();
  }
  return results;
}

/** One object a part: its figures, what they are compared with, and which limits they keep. */
export function insightsReport(results: Readonly<Record<string, BenchResult>>) {
  return Object.fromEntries(
    Object.entries(results).map(([name, { figures, control, targets }]) => [name, { ...figures, control, targets }]),
  );
}
