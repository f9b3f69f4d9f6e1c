import type { IntentGuess, IntentModel, Locale, Understanding } from '@solodesk/core';
import { bestColumns, confidenceOf, THRESHOLDS } from './confidence.ts';
import { ModelBytesError } from './errors.ts';
import { LanguageModel } from './language-model.ts';
import { decodeModel } from './model-bytes.ts';
import { foldText } from './text/fold-text.ts';
import { languageOf } from './text/language.ts';
import { OUT_OF_SCOPE_INTENT } from './training-examples.ts';

const GUESSES = 3;

class TrainedIntentModel implements IntentModel {
  readonly bookHash: string;
  readonly thresholds = THRESHOLDS;
  readonly #intents: readonly string[];
  readonly #languages: Readonly<Record<Locale, LanguageModel>>;

  constructor(bookHash: string, intents: readonly string[], languages: Readonly<Record<Locale, LanguageModel>>) {
    this.bookHash = bookHash;
    this.#intents = intents;
    this.#languages = languages;
  }

  understand(text: string, locale: Locale): Understanding {
    const folded = foldText(text);
    const language = languageOf(folded, locale);
    const guesses = this.#guess(folded, language.locale);
    if (!language.mixed) return { locale: language.locale, guesses };
    // `我想 refund`: whichever language makes more of it; the answer is still given in Chinese.
    const others = this.#guess(folded, 'en');
    const better = (others[0]?.confidence ?? 0) > (guesses[0]?.confidence ?? 0) ? others : guesses;
    return { locale: language.locale, guesses: better };
  }

  #guess(folded: string, locale: Locale): IntentGuess[] {
    const { scores, known } = this.#languages[locale].read(folded);
    if (known === 0) return [];
    const columns = bestColumns(scores, GUESSES + 1);
    const guesses: IntentGuess[] = [];
    for (const column of columns) {
      const intent = this.#intents[column] ?? OUT_OF_SCOPE_INTENT;
      if (intent === OUT_OF_SCOPE_INTENT || guesses.length === GUESSES) continue;
      const rival = column === columns[0] ? columns[1] : columns[0];
      const rivalScore = rival === undefined ? 0 : (scores[rival] ?? 0);
      guesses.push({ intent, confidence: confidenceOf(scores[column] ?? 0, rivalScore, known) });
    }
    return guesses;
  }
}

/**
 * A model from the bytes that `trainModel` made.
 * @param bookHash the `hash` of the book that they must be of
 * @throws ModelBytesError if they are damaged, of another book, or of another version
 */
export function loadModel(bytes: Uint8Array, bookHash: string): IntentModel {
  const data = decodeModel(bytes);
  if (data.bookHash !== bookHash) throw new ModelBytesError('the model was trained on another book');
  return new TrainedIntentModel(data.bookHash, data.intents, {
    en: new LanguageModel('en', data.networks.en, data.alpha),
    zh: new LanguageModel('zh', data.networks.zh, data.alpha),
  });
}
