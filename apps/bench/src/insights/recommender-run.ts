import { chooseMix, fitParts, leaveLastOut } from '@solodesk/recommender';
import { generateTastes } from '@solodesk/recommender/testing';
import { seededRandom } from '../desk/seeded-random.ts';

/** One training, in a process of its own, so that its memory is its own. */
export interface RecommenderOrder {
  users: number;
  items: number;
  interactions: number;
  seed: number;
}

export interface RecommenderAnswer {
  /** Choosing the mixture and fitting it. */
  trainSeconds: number;
  /** Of the process; the most that the system saw. */
  peakMb: number;
  interactions: number;
  /** One list of recommendations. */
  queryP50Ms: number;
  queryP99Ms: number;
  hr10: { ours: number; ease: number; itemCosine: number; popularity: number };
}

/** The first ones only warm up. */
const WARMING = 100;
const QUERIES = 600;

function obey({ users, items, interactions, seed }: RecommenderOrder): RecommenderAnswer {
  const histories = generateTastes({ users, items, interactions, random: seededRandom(seed) });
  const began = performance.now();
  const settings = chooseMix(histories, items);
  const mix = fitParts(histories, items, settings).mix(settings);
  const trainSeconds = (performance.now() - began) / 1_000;
  const scores = new Float64Array(items);
  const times: number[] = [];
  for (let query = 0; query < QUERIES; query++) {
    const history = histories[query % histories.length]!;
    const asked = performance.now();
    mix.score(history, scores);
    Array.from(scores.keys())
      .sort((one, other) => scores[other]! - scores[one]!)
      .slice(0, 10);
    if (query >= WARMING) times.push(performance.now() - asked);
  }
  times.sort((one, other) => one - other);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const { models } = leaveLastOut(histories, items, () => 0);
  return {
    trainSeconds,
    peakMb,
    interactions: histories.reduce((sum, history) => sum + history.length, 0),
    queryP50Ms: times[Math.floor(times.length / 2)]!,
    queryP99Ms: times[Math.floor(times.length * 0.99)]!,
    hr10: {
      ours: models.ours.hr10,
      ease: models.ease.hr10,
      itemCosine: models.itemCosine.hr10,
      popularity: models.popularity.hr10,
    },
  };
}

process.on('message', (order: RecommenderOrder) => process.send?.(obey(order), () => process.disconnect()));
