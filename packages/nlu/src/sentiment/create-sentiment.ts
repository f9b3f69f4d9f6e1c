import type { Locale, Sentiment, SentimentReading } from '@solodesk/core';
import { judgeChinese } from './chinese/read-chinese.ts';
import { readEnglish, valencesOf } from './english/read-english.ts';
import { LABELS } from './learning/learning-example.ts';
import { readSentimentModel } from './sentiment-model.ts';
import type { SentimentModel } from './sentiment-model.ts';
import { SHIPPED_CHINESE } from './shipped-chinese.ts';
import { SHIPPED_ENGLISH } from './shipped-english.ts';

/** Units of a text that are looked at, which bounds the time to a few milliseconds. */
const MAX_UNITS = 4_000;
const HAN = /\p{Script=Han}/u;
const LATIN = /[a-z]/i;
/** A letter, an emoji, an emoticon or a mark; without any there is nothing to go by. */
const SAYS_SOMETHING = /[\p{L}\p{Extended_Pictographic}!?！？]|[:;=]['-]?[()]/u;
const NOTHING_SAID: SentimentReading = { label: 'neutral', score: 0, words: [] };

export interface SentimentModels {
  english: SentimentModel;
  chinese: SentimentModel;
}

/** What comes with Solodesk, learned from the sources that sentences/README.md names. Decoding takes some 10 ms. */
export function shippedModels(): SentimentModels {
  return {
    english: readSentimentModel(Buffer.from(SHIPPED_ENGLISH, 'base64')),
    chinese: readSentimentModel(Buffer.from(SHIPPED_CHINESE, 'base64')),
  };
}

/** Core's Sentiment by two linear models. One Han character makes a text Chinese, whose English words count as well. */
export function createSentiment(models: SentimentModels = shippedModels()): Sentiment {
  const valences = valencesOf(models.english);
  return {
    read: (text, locale) => {
      const head = text.length > MAX_UNITS ? text.slice(0, MAX_UNITS) : text;
      if (!SAYS_SOMETHING.test(head)) return NOTHING_SAID;
      const chinese = languageOf(head, locale) === 'zh';
      const { probabilities, words } = chinese
        ? judgeChinese(head, models.chinese, valences)
        : readEnglish(head, models.english, valences);
      return { label: labelOf(probabilities), score: scoreOf(probabilities), words };
    },
  };
}

function languageOf(text: string, locale: Locale): Locale {
  if (HAN.test(text)) return 'zh';
  return LATIN.test(text) ? 'en' : locale;
}

function labelOf(probabilities: Float64Array): SentimentReading['label'] {
  const [negative = 0, neutral = 0, positive = 0] = probabilities;
  if (positive > negative && positive > neutral) return LABELS[2]!;
  return negative > neutral ? LABELS[0]! : LABELS[1]!;
}

function scoreOf(probabilities: Float64Array): number {
  return probabilities[2]! - probabilities[0]!;
}
