import { Nlp } from '@nlpjs/basic';
import type { NeuralNetwork, Nlu } from '@nlpjs/basic';
import { LangEn } from '@nlpjs/lang-en';
import { LangZh } from '@nlpjs/lang-zh';
import { LOCALES } from '@solodesk/core';
import type { Locale } from '@solodesk/core';
import { featureNames } from './feature-names.ts';
import { featureValues, TEXT_LENGTH } from './feature-values.ts';
import type { Network } from './network.ts';
import type { Example } from './training-examples.ts';

/** nlp.js keeps features and intents as keys of plain objects: with a mark before it no word can be `constructor`. */
const MARK = '~';

type Examples = Readonly<Record<Locale, readonly Example[]>>;
type Values = ReadonlyMap<string, number>;

export interface TrainedLanguage {
  /** nlp.js's own end of it, for those who want to compare. */
  readonly nlu: Nlu;
  readonly alpha: number;
  readonly network: Network;
}

/** Takes the place of nlp.js's step from tokens to input, which would give every token the value 1. */
function weigh(tokens: readonly string[], values: Values): Record<string, number> {
  const length = Math.hypot(...tokens.map((name) => values.get(name) ?? 0)) || 1;
  const input: Record<string, number> = {};
  for (const name of tokens) {
    const value = values.get(name);
    if (value !== undefined) input[MARK + name] = (value * TEXT_LENGTH) / length;
  }
  return input;
}

function createNlp(values: Readonly<Record<Locale, Values>>): Nlp {
  const nlp = new Nlp({
    languages: [...LOCALES],
    autoLoad: false,
    autoSave: false,
    forceNER: false,
    nlu: { log: false, useNoneFeature: false },
  });
  const { container } = nlp;
  container.use(LangEn);
  container.use(LangZh);
  for (const locale of LOCALES) {
    // Ours for both languages: TokenizerZh cuts 1042 into digits and prints, and neither knows pairs.
    container.register(`tokenizer-${locale}`, { tokenize: (text: string) => featureNames(text, locale) });
    container.register(`stemmer-${locale}`, { stem: (tokens: string[]) => tokens });
  }
  container.register('arrToObj', {
    run: (input: { locale: Locale; tokens: string[] }) => ({
      ...input,
      tokens: weigh(input.tokens, values[input.locale]),
    }),
  });
  return nlp;
}

function exportNetwork(trained: NeuralNetwork, intents: number, values: Values): Network {
  const features = trained.lookup.inputLookup.items.map((name) => name.slice(MARK.length));
  const network: Network = {
    features,
    values: Float32Array.from(features, (name) => values.get(name) ?? 0),
    bias: new Float32Array(intents),
    weights: new Float32Array(features.length * intents),
  };
  for (const perceptron of trained.perceptrons) {
    const column = Number(perceptron.name.slice(MARK.length));
    network.bias[column] = perceptron.bias;
    perceptron.weights.forEach((weight, row) => {
      network.weights[row * intents + column] = weight * (network.values[row] ?? 0);
    });
  }
  return network;
}

function valuesOf(examples: readonly Example[], locale: Locale): Values {
  return featureValues(examples.map(({ text, intent }) => ({ names: featureNames(text, locale), intent })));
}

/**
 * Trains one nlp.js network a language. Blocks for as long as it takes, so never call it where visitors wait.
 * @param intents every intent of any language; their order is that of the networks' columns
 */
export async function trainNetworks(
  examples: Examples,
  intents: readonly string[],
): Promise<Record<Locale, TrainedLanguage>> {
  const columnOf = new Map(intents.map((intent, column) => [intent, column]));
  const values = { en: valuesOf(examples.en, 'en'), zh: valuesOf(examples.zh, 'zh') };
  const nlp = createNlp(values);
  for (const locale of LOCALES) {
    for (const { text, intent } of examples[locale]) {
      nlp.addDocument(locale, text, `${MARK}${columnOf.get(intent) ?? -1}`);
    }
  }
  await nlp.train();
  const exportLanguage = (locale: Locale): TrainedLanguage => {
    const nlu = nlp.nluManager.domainManagers[locale]?.domains['master_domain'];
    if (!nlu?.neuralNetwork) throw new Error(`nlp.js trained nothing for "${locale}"`);
    const network = exportNetwork(nlu.neuralNetwork, intents.length, values[locale]);
    return { nlu, alpha: nlu.neuralNetwork.settings.alpha, network };
  };
  return { en: exportLanguage('en'), zh: exportLanguage('zh') };
}
