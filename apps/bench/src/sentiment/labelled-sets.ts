import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { repositoryRoot } from '../desk/repository.ts';

export type Label = 'negative' | 'neutral' | 'positive';

export interface Labelled {
  text: string;
  label: Label;
}

/** Ratings are means of 20 people from -4 to 4. */
const NEUTRAL_WITHIN = 0.5;

/** A file of `vader-ratings`. */
export function ratedTexts(data: string, file: string): Labelled[] {
  return rows(join(data, 'vader-ratings', file)).map(({ text = '', rating }) => {
    const mean = Number(rating);
    return { text, label: mean < -NEUTRAL_WITHIN ? 'negative' : mean > NEUTRAL_WITHIN ? 'positive' : 'neutral' };
  });
}

/** A file of `uci-sentences`: sentence, tab, 0 or 1. */
export function uciSentences(data: string, file: string): Labelled[] {
  return readFileSync(join(data, 'uci-sentences', file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const tab = line.lastIndexOf('\t');
      return { text: line.slice(0, tab), label: line.slice(tab + 1).trim() === '1' ? 'positive' : 'negative' };
    });
}

/** A CSV file with `text` and `label`, which is a word, or 0 or 1. */
export function labelledCsv(file: string): Labelled[] {
  return rows(file).map(({ text = '', label = '' }) => {
    const word = label === '1' ? 'positive' : label === '0' ? 'negative' : label;
    if (word !== 'positive' && word !== 'neutral' && word !== 'negative') throw new Error(`${file}: label "${label}"`);
    return { text, label: word };
  });
}

/** Our own sentences; those in `-validation` files were never learned from. */
export function ownSentences(name: string): Labelled[] {
  return labelledCsv(join(repositoryRoot(), 'packages/nlu/src/sentiment/sentences', `${name}.csv`));
}

function rows(file: string): Partial<Record<string, string>>[] {
  return parse(readFileSync(file, 'utf8'), { columns: true, bom: true });
}
