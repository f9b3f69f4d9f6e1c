import { valencesOf } from '../english/read-english.ts';
import { writeSentimentModel } from '../sentiment-model.ts';
import { learnChinese } from './learn-chinese.ts';
import { learnEnglish } from './learn-english.ts';
import type { EnglishResources } from './learn-english.ts';
import type { LearningExample } from './learning-example.ts';

/** Labelled sentences of all sources that what was learned from may be shipped. */
export interface SentimentSentences {
  ratedTweets: readonly LearningExample[];
  ratedReviews: readonly LearningExample[];
  /** Our own, of customers' messages. */
  english: readonly LearningExample[];
  chineseMessages: readonly LearningExample[];
  chineseReviews: readonly LearningExample[];
}

/** How often each of our Chinese sentences counts. */
export const CHINESE_TIMES = { reviews: 3, messages: 3 } as const;

/** Learns both models. @returns the bytes of each; the same for the same sentences */
export function learnSentiment(
  sentences: SentimentSentences,
  resources: EnglishResources,
): { english: Uint8Array; chinese: Uint8Array } {
  const english = learnEnglish(
    [
      { examples: sentences.ratedTweets, times: 1 },
      { examples: sentences.ratedReviews, times: 1 },
      { examples: sentences.english, times: 3 },
    ],
    resources,
  );
  const chinese = learnChinese(
    [
      { examples: sentences.chineseReviews, times: CHINESE_TIMES.reviews },
      { examples: sentences.chineseMessages, times: CHINESE_TIMES.messages },
    ],
    valencesOf(english),
  );
  return { english: writeSentimentModel(english), chinese: writeSentimentModel(chinese) };
}
