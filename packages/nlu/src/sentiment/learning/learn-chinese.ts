import { FeatureTable } from '@solodesk/text-model';
import { chineseFeatures } from '../chinese/features.ts';
import type { Valences } from '../english/features.ts';
import { chineseWords } from '../chinese/word-table.ts';
import type { SentimentModel } from '../sentiment-model.ts';
import { dropIdle, fitSentiment, quantize } from './fit-sentiment.ts';
import type { FitSettings, LearningRow } from './fit-sentiment.ts';
import { classOf } from './learning-example.ts';
import type { LearningSource } from './learning-example.ts';

const CHINESE_FIT: FitSettings = { cost: 2, balance: 0.5, leastTexts: 2 };

const NO_EXTRA = new Float64Array();

/**
 * Learns the Chinese model from labelled sentences and from the word list itself. Of the words of the list only the characters are
 * learned, not the figures: what a figure says of a word that the list knows is no news, but its characters carry over to words that it lacks.
 */
export function learnChinese(
  sources: readonly LearningSource[],
  valences: Valences,
  settings: FitSettings = CHINESE_FIT,
): SentimentModel {
  const rows: LearningRow[] = [];
  for (const { examples, times } of sources) {
    for (const { text, label } of examples) {
      rows.push({ features: chineseFeatures(text, valences).features, label: classOf(label), extra: NO_EXTRA, times });
    }
  }
  for (const [word, strength] of chineseWords()) {
    if (word.length < 2 || (strength !== 0 && Math.abs(strength) < 1)) continue;
    const { features } = chineseFeatures(word, valences);
    features.figures.fill(0);
    rows.push({ features, label: 1 + Math.sign(strength), extra: NO_EXTRA, times: 1 });
  }
  const fitted = fitSentiment(rows, settings);
  const { units, step } = quantize(fitted.weights);
  const { table, units: weights } = dropIdle(fitted.table, units);
  const words = {
    table: FeatureTable.of(new Uint32Array()),
    valences: new Int8Array(),
    pulls: new Int8Array(),
    step: 1,
  };
  return { bias: fitted.bias, figures: fitted.figures, table, weights, step, words };
}
