import { Nlp } from '@nlpjs/basic';
import { LangEn } from '@nlpjs/lang-en';

import NormalizerZh from '@nlpjs/lang-zh/src/normalizer-zh.js';
import StopwordsZh from '@nlpjs/lang-zh/src/stopwords-zh.js';
import TokenizerZh from '@nlpjs/lang-zh/src/tokenizer-zh.js';
import { LOCALES } from '@solodesk/core';
import type { Locale } from '@solodesk/core';
import type { LanguageData } from '../model/language-data.ts';
import { trainLanguage } from '../model/train-language.ts';
import type { Example } from '../model/training-examples.ts';
import { documentIntent, LinearNlu } from './linear-nlu.ts';

type Examples = Readonly<Record<Locale, readonly Example[]>>;

/** nlp.js with `LinearNlu` as the NLU of both languages; it reads and writes no file, and logs nothing. */
export function createNlp(): Nlp {
  const nlp = new Nlp({ autoLoad: false, autoSave: false, forceNER: false });
  nlp.container.use(LangEn);
  // All of `LangZh` but its stemmer and its sentiment: that stemmer translates into English, with a dictionary that takes 50 ms to load.
  for (const part of [TokenizerZh, StopwordsZh, NormalizerZh]) nlp.container.use(part);
  nlp.container.register('LinearNlu', LinearNlu, false);
  for (const locale of LOCALES) nlp.useNlu('LinearNlu', locale);
  // A language's NLU is made when it is added.
  nlp.addLanguage([...LOCALES]);
  return nlp;
}

/**
 * Trains one model a language by nlp.js. Blocks for as long as it takes, so never call it where visitors wait.
 * @param intents every intent of any language; the models' intents are numbered by their place in it
 */
export async function trainWithNlpjs(
  examples: Examples,
  intents: readonly string[],
): Promise<Record<Locale, LanguageData>> {
  const nlp = createNlp();
  for (const locale of LOCALES) {
    for (const example of examples[locale]) nlp.addDocument(locale, example.text, documentIntent(example));
  }
  await nlp.train();
  const places = new Map(intents.map((intent, at) => [intent, at]));
  const learned = (locale: Locale): LanguageData => {
    const nlu = nlp.nluManager.domainManagers[locale]?.domains['master_domain'];
    const result = nlu instanceof LinearNlu ? nlu.learned : undefined;
    // nlp.js trains nothing for a language without a single sentence.
    if (!result) return trainLanguage([], locale, places);
    const numbers = Uint32Array.from(result.data.intents, (at) => places.get(result.intents[at] ?? '') ?? 0);
    return { ...result.data, intents: numbers };
  };
  return { en: learned('en'), zh: learned('zh') };
}
