import { decidingWords } from '../deciding-words.ts';
import type { Valences } from '../english/features.ts';
import { modelScores, probabilities } from '../sentiment-model.ts';
import type { Judgement, SentimentModel } from '../sentiment-model.ts';
import { chineseFeatures } from './features.ts';

/** Judges a Chinese text, or one of both languages, by a model. */
export function judgeChinese(text: string, model: SentimentModel, valences: Valences): Judgement {
  const { features, hits } = chineseFeatures(text, valences);
  const pulls = hits.map(({ start, end, strength }) => ({ start, end, pull: strength }));
  return { probabilities: probabilities(modelScores(model, features)), words: decidingWords(text, pulls) };
}
