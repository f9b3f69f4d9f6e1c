import { join } from 'node:path';
import { Nlp } from '@nlpjs/basic';
import { LangEn } from '@nlpjs/lang-en';
import { LangZh } from '@nlpjs/lang-zh';
import { LOCALES } from '@solodesk/core';
import type { FaqBook, Locale } from '@solodesk/core';
import { loadSite } from '@solodesk/faq';
import { loadModel, trainModel } from '@solodesk/nlu';
import { round } from '../command/bench-result.ts';
import type { Figure } from '../command/bench-result.ts';
import { repositoryRoot } from '../desk/repository.ts';

const ROUNDS = 5;

interface Asked {
  text: string;
  locale: Locale;
}

/**
 * What one understanding of the demo's own FAQs costs, from the text to its intents, and what training them does, in
 * microseconds and seconds of processor time; nlp.js as it comes is asked the same in turns. Each round asks every phrasing once.
 */
export async function demoFigures(): Promise<{ figures: Record<string, Figure>; control: Record<string, Figure> }> {
  const reading = await loadSite(join(repositoryRoot(), 'apps/demo/sites'), 'shop');
  if (!reading.ok) throw new Error('the demo’s files are refused');
  const { book } = reading;
  const asked = phrasings(book);
  const before = process.cpuUsage();
  const model = loadModel(await trainModel(book), book.hash);
  const trained = secondsSince(before);
  const beforeStock = process.cpuUsage();
  const stock = await stockOf(asked);
  const stockTrained = secondsSince(beforeStock);

  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    for (const { text, locale } of asked) model.understand(text, locale);
    ours.push((1e6 * secondsSince(start)) / asked.length);
    const startStock = process.cpuUsage();
    for (const { text, locale } of asked) await stock.process(locale, text);
    theirs.push((1e6 * secondsSince(startStock)) / asked.length);
  }
  return {
    figures: {
      demo_faqs: book.faqs.size,
      demo_sentences: asked.length,
      demo_trainSeconds: round(trained),
      // The first round meets every word for the first time.
      demo_firstMeanUs: round(ours[0] ?? 0),
      demo_predictMeanUs: round(mean(ours)),
    },
    control: { nlpjs_demo_trainSeconds: round(stockTrained), nlpjs_demo_predictMeanUs: round(mean(theirs)) },
  };
}

function phrasings({ faqs }: FaqBook): (Asked & { intent: string })[] {
  return [...faqs.values()].flatMap(({ intent, phrasings }) =>
    LOCALES.flatMap((locale) => (phrasings[locale] ?? []).map((text) => ({ text, locale, intent }))),
  );
}

async function stockOf(asked: readonly (Asked & { intent: string })[]): Promise<Nlp> {
  const nlp = new Nlp({
    languages: ['en', 'zh'],
    autoLoad: false,
    autoSave: false,
    forceNER: false,
    nlu: { log: false },
  });
  nlp.container.use(LangEn);
  nlp.container.use(LangZh);
  for (const { text, locale, intent } of asked) nlp.addDocument(locale, text, intent);
  await nlp.train();
  return nlp;
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
