import { Nlu } from '@nlpjs/nlu';
import type { Locale } from '@solodesk/core';
import { bestClasses, confidencesOf } from '../model/decision.ts';
import type { LanguageData } from '../model/language-data.ts';
import { LanguageModel } from '../model/language-model.ts';
import { intentsOf, trainLanguage, vectorsOf } from '../model/train-language.ts';
import { foldText } from '../text/fold-text.ts';
import { OUT_OF_SCOPE_INTENT } from '../model/training-examples.ts';
import type { Example } from '../model/training-examples.ts';

/** Classifications that nlp.js gets of a text. */
const GUESSES = 10;
const BUILT_IN = 'solodesk.';
/** No intent begins like this. */
const TOLD = 'told of ';
const LEFT = 'left by the owner';

/** The intent under which an example is a document of nlp.js, which keeps nothing else of it. */
export function documentIntent({ intent, told, own }: Pick<Example, 'intent' | 'told' | 'own'>): string {
  if (own && intent === OUT_OF_SCOPE_INTENT) return LEFT;
  return told === true ? TOLD + intent : intent;
}

function exampleOf({ utterance, intent }: { utterance: string; intent: string }): Example {
  if (intent.startsWith(TOLD)) {
    return { text: utterance, intent: intent.slice(TOLD.length), own: false, told: true };
  }
  if (intent === LEFT) return { text: utterance, intent: OUT_OF_SCOPE_INTENT, own: true };
  return { text: utterance, intent, own: !intent.startsWith(BUILT_IN) };
}

interface Classified {
  classifications: { intent: string; score: number }[];
}

/**
 * nlp.js's NLU for one domain of one language, with our linear model in place of its neural network. It takes whole utterances, because
 * n-grams of characters cannot be had from stems; normaliser, tokenizer and stemmer under it are nlp.js's own (`text/`).
 * It is registered as `LinearNlu`, and chosen by `nluByDomain`, which is nlp.js's setting for that.
 */
export class LinearNlu extends Nlu {
  #locale: Locale = 'en';
  #learned: { data: LanguageData; intents: readonly string[] } | undefined;
  /** Made when first asked: who trains to keep the bytes asks nothing. */
  #model: LanguageModel | undefined;

  /** What was learned, for those who keep it without nlp.js. Its intents are numbered in their order, as `intentsOf` gives it. */
  get learned(): { data: LanguageData; intents: readonly string[] } | undefined {
    return this.#learned;
  }

  /** nlp.js's domain manager keeps an index of all utterances by their stems; the model has one of its own. */
  override prepare(text: string): Promise<Record<string, number>> {
    return Promise.resolve({ [foldText(text)]: 1 });
  }

  override train(corpus: readonly { utterance: string; intent: string }[]): Promise<{ status: object }> {
    const locale = this.settings.locale as Locale;
    const examples = corpus.map(exampleOf);
    const intents = intentsOf(examples);
    const data = trainLanguage(examples, locale, new Map(intents.map((intent, at) => [intent, at])));
    this.#locale = locale;
    this.#learned = { data, intents };
    this.#model = undefined;
    return Promise.resolve({ status: { sentences: examples.length } });
  }

  override process(utterance: string): Promise<Classified> {
    const { data, intents } = this.#learned ?? {};
    if (data !== undefined) this.#model ??= new LanguageModel(this.#locale, data, vectorsOf(this.#locale), data);
    const reading = this.#model?.read(foldText(utterance));
    if (reading === undefined || data === undefined || reading.knownWords === 0) {
      return Promise.resolve({ classifications: [{ intent: 'None', score: 1 }] });
    }
    const best = bestClasses(reading.scores, GUESSES);
    const confidences = confidencesOf(reading, best, data.gate);
    return Promise.resolve({
      classifications: best.map((k, at) => ({ intent: intents?.[k] ?? 'None', score: confidences[at] ?? 0 })),
    });
  }

  /** @throws Error always: models are kept as bytes (`encodeModel`), not in nlp.js's file */
  override toJSON(): never {
    throw new Error('a linear model is kept as bytes, not as JSON');
  }
}
