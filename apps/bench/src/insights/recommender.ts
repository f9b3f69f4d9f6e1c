import { askChild } from '../desk/ask-child.ts';
import { endChild, startChild } from '../desk/child-processes.ts';
import { onCore, pickCores } from '../desk/cores.ts';
import { benchEntry } from '../desk/repository.ts';
import { judge, round } from '../command/bench-result.ts';
import type { BenchResult } from '../command/bench-result.ts';
import type { RecommenderAnswer, RecommenderOrder } from './recommender-run.ts';

const ORDER: RecommenderOrder = { users: 4_000, items: 2_000, interactions: 110_000, seed: 1 };
const TARGETS = [
  { figure: 'interactions', atLeast: 100_000 },
  { figure: 'trainSeconds', atMost: 20 },
  { figure: 'peakMb', atMost: 1_024 },
  { figure: 'queryP99Ms', atMost: 5 },
];

/**
 * 2,000 items and 100,000 interactions of people with tastes. They are generated, as no public set comes with the project: how well the models
 * find what was left out is told beside, and held to nothing; `solodesk recommend eval` measures it on real data.
 */
export async function benchRecommender(): Promise<BenchResult> {
  const { server: core } = pickCores();
  const child = startChild(...onCore(core, process.execPath, [benchEntry('recommender-run')]), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    const { hr10, ...measured } = await askChild<RecommenderAnswer>(child, ORDER, 10 * 60_000);
    const figures = rounded({ ...measured, hr10: hr10.ours });
    return {
      ...{ name: 'recommender', figures, runs: 1, repeats: [figures], targets: judge(TARGETS, figures) },
      control: rounded({ easeHr10: hr10.ease, itemCosineHr10: hr10.itemCosine, popularityHr10: hr10.popularity }),
    };
  } finally {
    await endChild(child);
  }
}

function rounded(figures: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value)]));
}
