import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { containerBootstrap } from '@nlpjs/core';
import { LangEn } from '@nlpjs/lang-en';
import { LangZh } from '@nlpjs/lang-zh';
import { SentimentAnalyzer } from '@nlpjs/sentiment';
import vader from 'vader-sentiment';
import type { Label, Labelled } from './labelled-sets.ts';

/** Hutto and Gilbert's own thresholds on the compound score. */
const VADER_WITHIN = 0.05;

export function vaderReads(text: string): Label {
  const { compound } = vader.SentimentIntensityAnalyzer.polarity_scores(text);
  return compound >= VADER_WITHIN ? 'positive' : compound <= -VADER_WITHIN ? 'negative' : 'neutral';
}

/** The valences of VADER's lexicon, as its authors publish them. */
export function vaderLexicon(): Map<string, number> {
  const home = dirname(createRequire(import.meta.url).resolve('vader-sentiment/package.json'));
  const lexicon = new Map<string, number>();
  for (const line of readFileSync(join(home, 'vader_lexicon.txt'), 'utf8').split('\n')) {
    const [word = '', valence = ''] = line.split('\t');
    if (word !== '') lexicon.set(word.replace(/:$/, '').trim(), Number(valence));
  }
  return lexicon;
}

/** What nlp.js says of every text by its own lexicon; it answers asynchronously. */
export async function nlpjsReadings(set: readonly Labelled[], locale: 'en' | 'zh'): Promise<Map<string, Label>> {
  const container = await containerBootstrap();
  container.use(LangEn);
  container.use(LangZh);
  const analyzer = new SentimentAnalyzer({ container });
  const readings = new Map<string, Label>();
  for (const { text } of set) {
    const { sentiment } = await analyzer.process({ utterance: text, locale });
    readings.set(text, sentiment.vote);
  }
  return readings;
}
