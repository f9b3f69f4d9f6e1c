import { join } from 'node:path';
import { agreementOf, cleanMessages, findThemes } from '@solodesk/analytics';
import type { TextReader } from '@solodesk/analytics';
import { simplify } from '@solodesk/core';
import { createThemeReader } from '@solodesk/nlu';
import type { BenchResult } from '../command/bench-result.ts';
import { round } from '../command/bench-result.ts';

import { repositoryRoot } from '../desk/repository.ts';
import { seededRandom } from '../desk/seeded-random.ts';
import { drawMessages, knownTopics, TOPICS } from './few-messages.ts';
import type { KnownMessage } from './few-messages.ts';

const SIZES = [50, 100, 200, 500];
const SEEDS = [1, 2, 3, 4];
/** The demo's questions repeat each other less than anything that people train models with, and there are not many of each. */
const SMALL = 200;

/**
 * Themes of what a small company gets in a month, against the topics that the messages were drawn from: for each set and size, of few topics and of many,
 * the means over four seeds. Not judged: it is there to be compared with. @param data the folder of public sets
 */
export async function benchSmallThemes(data: string): Promise<BenchResult> {
  const sets = await knownTopics(data, join(repositoryRoot(), 'apps/demo/sites'));
  const reader = createThemeReader();
  const figures: Record<string, number> = {};
  const means: Figures[] = [];
  for (const [name, topics] of Object.entries(sets)) {
    for (const [variety, topicsOf] of Object.entries(TOPICS)) {
      for (const size of SIZES) {
        const isShop = name.startsWith('shop');
        if (isShop && (variety === 'few' || size > SMALL)) continue;
        const runs = SEEDS.map((seed) =>
          measure(drawMessages(topics, size, topicsOf(size), seededRandom(seed * 7919 + size)), reader, seed),
        );
        const mean = meanOf(runs);
        means.push(mean);
        for (const key of KEYS) figures[`${name}.${variety}.${size}.${key}`] = mean[key];
      }
    }
  }
  const all = meanOf(means);
  for (const key of KEYS) figures[key] = all[key];
  return { name: 'small themes', figures, runs: SEEDS.length, repeats: [figures], targets: [], control: {} };
}

const KEYS = ['nmi', 'purity', 'adjustedRand', 'themesPerTopic', 'none'] as const;
type Figures = Record<(typeof KEYS)[number], number>;

/** Agreement is of those messages alone that have at least two others of their topic. */
function measure(drawn: readonly KnownMessage[], reader: TextReader, seed: number): Figures {
  const { messages } = cleanMessages(
    drawn.map(({ text }) => text),
    { foldScript: simplify },
  );
  const found = findThemes(
    messages.map(({ text }) => text),
    reader,
    { seed },
  );
  const sizes = new Map<string, number>();
  for (const { topic } of drawn) sizes.set(topic, (sizes.get(topic) ?? 0) + 1);
  const sorted = messages.flatMap(({ at }, place) =>
    at.map((row) => ({ theme: found.labels[place]!, topic: drawn[row]!.topic })),
  );
  const asked = sorted.filter(({ topic }) => sizes.get(topic)! >= 3);
  const themes = asked.map(({ theme }) => theme);
  const topics = asked.map(({ topic }) => topic);
  return {
    ...agreementOf(themes, topics),
    adjustedRand: adjustedRand(themes, topics),
    themesPerTopic: found.themes.length / new Set(topics).size,
    none: sorted.filter(({ theme }) => theme < 0).length / sorted.length,
  };
}

/** Share of pairs that both sortings put together, less what chance gives (Hubert and Arabie, 1985): unlike NMI it does not grow with the number of groups. */
function adjustedRand(groups: readonly number[], labels: readonly string[]): number {
  const pairs = (names: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  };
  const both = pairs(groups.map((group, at) => `${group} ${labels[at]!}`));
  const [ofGroups, ofLabels] = [pairs(groups.map(String)), pairs(labels)];
  const chance = (ofGroups * ofLabels) / ((groups.length * (groups.length - 1)) / 2);
  return (both - chance) / ((ofGroups + ofLabels) / 2 - chance);
}

function meanOf(runs: readonly Figures[]): Figures {
  const mean = (key: keyof Figures) => round(runs.reduce((sum, run) => sum + run[key], 0) / runs.length);
  return Object.fromEntries(KEYS.map((key) => [key, mean(key)])) as Figures;
}
