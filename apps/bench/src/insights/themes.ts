import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreementOf, cleanMessages, findThemes, kMeans, ThemeSpace } from '@solodesk/analytics';
import { simplify } from '@solodesk/core';
import { createThemeReader } from '@solodesk/nlu';
import { parse } from 'csv-parse/sync';
import { judge, round } from '../command/bench-result.ts';
import type { BenchResult } from '../command/bench-result.ts';
import { seededRandom } from '../desk/seeded-random.ts';

const TARGETS = [{ figure: 'nmi', atLeast: 0.78 }];
const SEEDS = [1, 2, 3];

/**
 * Themes of Bitext's training questions against their 27 intents, of which nothing is told: the median of three seeds. Beside: k-means in the
 * space of the weighed words alone (TF-IDF, truncated SVD), with the number of intents given. @param data the folder of public sets
 */
export async function benchThemes(data: string): Promise<BenchResult> {
  const file = join(data, 'bitext-customer-service/train.csv');
  const rows = parse(readFileSync(file, 'utf8'), { columns: true, bom: true }) as {
    utterance: string;
    intent: string;
  }[];
  const { messages } = cleanMessages(
    rows.map(({ utterance }) => utterance),
    { foldScript: simplify },
  );
  const texts = messages.map(({ text }) => text);
  const reader = createThemeReader();
  const told = (labels: ArrayLike<number>) => {
    const groups = new Array<number>(rows.length).fill(-1);
    messages.forEach(({ at }, place) => at.forEach((row) => (groups[row] = labels[place]!)));
    return agreementOf(
      groups,
      rows.map(({ intent }) => intent),
    );
  };
  const began = performance.now();
  const runs = SEEDS.map((seed) => {
    const { themes, labels } = findThemes(texts, reader, { seed });
    return { k: themes.length, ...told(labels) };
  }).sort((one, other) => one.nmi - other.nmi);
  const seconds = (performance.now() - began) / 1_000 / SEEDS.length;
  const { k, nmi, purity } = runs[1]!;
  const figures = {
    ...{ messages: rows.length, k, nmi: round(nmi), purity: round(purity), seconds: round(seconds) },
    ...{ leastNmi: round(runs[0]!.nmi), mostNmi: round(runs[2]!.nmi) },
  };
  const intents = new Set(rows.map(({ intent }) => intent)).size;
  const words = { features: reader.features, words: reader.words };
  const space = ThemeSpace.learn(texts, words, seededRandom(1));
  const control = kMeans(space.pointsOf(texts), { k: intents, random: seededRandom(1), starts: 6 });
  return {
    ...{ name: 'themes', figures, runs: SEEDS.length, repeats: [figures], targets: judge(TARGETS, figures) },
    control: { svdKMeansWithKGivenNmi: round(told(control.labels).nmi) },
  };
}
