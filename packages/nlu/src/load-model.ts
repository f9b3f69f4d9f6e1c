import type { AnswerQuality, IntentGuess, IntentModel, Locale, Understanding } from '@solodesk/core';
import { ModelBytesError } from './errors.ts';
import { atOnce } from './in-slices.ts';
import { decodingModel } from './model-bytes.ts';
import type { ModelData } from './model-bytes.ts';
import { countedSentences, DEFAULT_BUDGET, qualityOf, thresholdsOf } from './model/budget.ts';
import { bestClasses, confidencesOf } from './model/decision.ts';
import type { LanguageData } from './model/language-data.ts';
import { LanguageModel } from './model/language-model.ts';
import { vectorsOf } from './model/train-language.ts';
import { foldText } from './text/fold-text.ts';
import { languageOf } from './text/language.ts';
import { otherReadings } from './text/other-readings.ts';
import { bareQuestion } from './text/bare-question.ts';

const GUESSES = 3;
/** A question for sure: thanks before it are no answer to it. */
const ASKS =
  /\?|^(?:how|what|when|where|which|who|why|can|could|do|does|is|are|will|would|may|should)\b|[吗呢]|怎么|什么|多少|多久|哪|几[天点]/u;

class TrainedIntentModel implements IntentModel {
  readonly bookHash: string;
  readonly thresholds: IntentModel['thresholds'];
  readonly quality: AnswerQuality;
  readonly #data: ModelData;
  readonly #languages: Readonly<Record<Locale, LanguageModel>>;

  constructor(
    data: ModelData,
    languages: Readonly<Record<Locale, LanguageModel>>,
    measured: Pick<IntentModel, 'thresholds'> & { quality: AnswerQuality },
  ) {
    this.bookHash = data.bookHash;
    this.#data = data;
    this.#languages = languages;
    this.thresholds = measured.thresholds;
    this.quality = measured.quality;
  }

  understand(text: string, locale: Locale): Understanding {
    const folded = foldText(text);
    const language = languageOf(folded, locale);
    const { locale: written } = language;
    const asked = bareQuestion(folded, written);
    if (asked === '') return { locale: written, guesses: this.#guessOfNothing(folded, written) };
    const guesses = this.#guess(asked ?? folded, written);
    if (isLeft(guesses)) return { locale: written, guesses };
    const readings = [guesses];
    if (asked !== null) {
      // What is asked counts, however much thanks stand around it.
      if (sureness(guesses) >= this.thresholds.answer) return { locale: written, guesses };
      const whole = this.#guess(folded, written);
      const suggest = ASKS.test(asked) ? 0 : this.thresholds.suggest;
      if (this.#isTaught(folded, written) || mayCount(whole, guesses, suggest)) readings.push(whole);
    }
    for (const reading of otherReadings(asked ?? folded, language)) readings.push(this.#guess(reading, written));
    // `我想 refund`: whichever language makes more of it; the answer is still given in Chinese.
    if (language.mixed) readings.push(this.#guess(asked ?? folded, 'en'));
    return {
      locale: written,
      guesses: readings.reduce((best, other) => (sureness(other) > sureness(best) ? other : best)),
    };
  }

  /** What only thanks, greets or presses means no question, unless the site has taught just these words as one. */
  #guessOfNothing(folded: string, locale: Locale): IntentGuess[] {
    const guesses = this.#guess(folded, locale);
    return this.#isTaught(folded, locale) ? guesses : guesses.filter(({ intent }) => isBuiltIn(intent));
  }

  /** Whether these words were learned as a sentence, up to endings. */
  #isTaught(folded: string, locale: Locale): boolean {
    return this.#languages[locale].read(folded).learnedAs >= 0;
  }

  #guess(folded: string, locale: Locale): IntentGuess[] {
    const reading = this.#languages[locale].read(folded);
    if (reading.knownWords === 0) return [];
    const { gate, intents } = this.#data.languages[locale];
    const best = bestClasses(reading.scores, GUESSES);
    const confidences = confidencesOf(reading, best, gate);
    return best.map((k, at) => ({
      intent: this.#data.intents[intents[k] ?? 0] ?? '',
      confidence: confidences[at] ?? 0,
    }));
  }
}

/**
 * Whether what a text says with its courtesies counts besides what it asks: it may make that surer, but "it is urgent" asks for no express
 * delivery. Thanks and greetings are meant where nothing else may be.
 * @param suggest from how sure a guess on may be meant
 */
function mayCount([best]: readonly IntentGuess[], asked: readonly IntentGuess[], suggest: number): boolean {
  if (best === undefined) return false;
  return asked[0]?.intent === best.intent || (isBuiltIn(best.intent) && sureness(asked) < suggest);
}

/** Whether the owner says of just these words that no FAQ answers them: no other reading of them does. */
function isLeft(guesses: readonly IntentGuess[]): boolean {
  return guesses[0]?.confidence === 0;
}

function isBuiltIn(intent: string): boolean {
  return intent.startsWith('solodesk.');
}

function sureness(guesses: readonly IntentGuess[]): number {
  return guesses[0]?.confidence ?? 0;
}

export interface LoadOptions {
  /** Of 100 answers given, how many may be wrong; 3 by default. It chooses the thresholds. */
  wrongAnswerBudget?: number;
}

/**
 * A model from the bytes that `trainModel` made.
 * @param bookHash the `hash` of the book that they must be of
 * @throws ModelBytesError if they are damaged, of another book, or of another version
 */
export function loadModel(bytes: Uint8Array, bookHash: string, options: LoadOptions = {}): IntentModel {
  return atOnce(buildModel(bytes, bookHash, options));
}

/** The same with pauses (`yield`), for who must not be kept busy: see `inSlices`. */
export function* buildModel(
  bytes: Uint8Array,
  bookHash: string,
  { wrongAnswerBudget = DEFAULT_BUDGET }: LoadOptions = {},
): Generator<void, IntentModel> {
  const data = yield* decodingModel(bytes);
  if (data.bookHash !== bookHash) throw new ModelBytesError('the model was trained on another book');
  yield;
  const vectors = vectorsOf('en');
  yield;
  const en = yield* LanguageModel.build('en', data.languages.en, vectors, data.languages.en);
  yield;
  const zh = yield* LanguageModel.build('zh', data.languages.zh, vectorsOf('zh'), data.languages.zh);
  yield;
  const { en: english, zh: chinese } = data.languages;
  const own = (of: LanguageData): number => of.intents.filter((at) => !isBuiltIn(data.intents[at] ?? '')).length;
  const counted = countedSentences([english.heldOut, chinese.heldOut], own(english) + own(chinese));
  yield;
  const thresholds = thresholdsOf(counted, wrongAnswerBudget);
  yield;
  const quality = qualityOf(counted, thresholds.answer, wrongAnswerBudget);
  return new TrainedIntentModel(data, { en, zh }, { thresholds, quality });
}
