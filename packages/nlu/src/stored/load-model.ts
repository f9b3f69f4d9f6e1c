import type { AnswerQuality, IntentModel, Locale, Understanding } from '@solodesk/core';
import { ModelBytesError } from '../errors.ts';
import { atOnce } from '../in-slices.ts';
import { decodingModel } from './model-bytes.ts';
import type { ModelData } from './model-bytes.ts';
import { countedSentences, DEFAULT_BUDGET, qualityOf, thresholdsOf } from '../model/budget.ts';
import { bestClasses, confidencesOf, isOutOfScope } from '../model/decision.ts';
import type { LanguageData } from '../model/language-data.ts';
import { LanguageModel } from '../model/language-model.ts';
import { vectorsOf } from '../model/train-language.ts';
import { foldText } from '../text/fold-text.ts';
import { languageOf } from '../text/language.ts';
import { otherReadings } from '../text/other-readings.ts';
import { bareQuestion } from '../text/bare-question.ts';

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
    if (asked === '') return this.#understandNothing(folded, written);
    const alone = this.#read(asked ?? folded, written);
    // No other reading is an answer then.
    if (alone.outOfScope) return alone;
    const readings = [alone];
    if (asked !== null) {
      // What is asked counts, however much thanks stand around it.
      if (sureness(alone) >= this.thresholds.answer) return alone;
      const whole = this.#read(folded, written);
      const suggest = ASKS.test(asked) ? 0 : this.thresholds.suggest;
      if (this.#isTaught(folded, written) || mayCount(whole, alone, suggest)) readings.push(whole);
    }
    for (const reading of otherReadings(asked ?? folded, language)) readings.push(this.#read(reading, written));
    // `我想 refund`: whichever language makes more of it; the answer is still given in Chinese.
    if (language.mixed) readings.push(this.#read(asked ?? folded, 'en', written));
    return readings.reduce((best, other) => (sureness(other) > sureness(best) ? other : best));
  }

  /** What only thanks, greets or presses means no question, unless the site has taught just these words as one. */
  #understandNothing(folded: string, locale: Locale): Understanding {
    const understood = this.#read(folded, locale);
    if (this.#isTaught(folded, locale)) return understood;
    return { ...understood, guesses: understood.guesses.filter(({ intent }) => isBuiltIn(intent)) };
  }

  /** Whether these words were learned as a sentence, up to endings. */
  #isTaught(folded: string, locale: Locale): boolean {
    return this.#languages[locale].read(folded).learnedAs >= 0;
  }

  /** @param written the language that the text is in, where it is read as if it were in another */
  #read(folded: string, locale: Locale, written = locale): Understanding {
    const reading = this.#languages[locale].read(folded);
    if (reading.knownWords === 0) return { locale: written, guesses: [], outOfScope: false };
    const { gate, intents } = this.#data.languages[locale];
    const best = bestClasses(reading.scores, GUESSES);
    const confidences = confidencesOf(reading, best, gate);
    const guesses = best.map((k, at) => ({
      intent: this.#data.intents[intents[k] ?? 0] ?? '',
      confidence: confidences[at] ?? 0,
    }));
    return { locale: written, guesses, outOfScope: isOutOfScope(reading) };
  }
}

/**
 * Whether what a text says with its courtesies counts besides what it asks: it may make that surer, but "it is urgent" asks for no express
 * delivery. Thanks and greetings are meant where nothing else may be.
 * @param suggest from how sure a guess on may be meant
 */
function mayCount({ guesses: [best] }: Understanding, asked: Understanding, suggest: number): boolean {
  if (best === undefined) return false;
  return asked.guesses[0]?.intent === best.intent || (isBuiltIn(best.intent) && sureness(asked) < suggest);
}

function isBuiltIn(intent: string): boolean {
  return intent.startsWith('solodesk.');
}

function sureness({ guesses }: Understanding): number {
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
