import type { Locale, Sentiment, SentimentLabel } from '@solodesk/core';
import type { LabelledFile } from './labelled-csv.ts';

export interface SentimentFigures {
  n: number;
  classes: 2 | 3;
  /** From 0 to 1. */
  accuracy: number;
  /** Mean of the classes' F1, from 0 to 1. */
  macroF1: number;
  secondsPer1000: number;
}

export interface SentimentEvaluation extends SentimentFigures {
  /** `counts[label][guess]`; without neutral where there are two classes. */
  counts: Record<SentimentLabel, Record<SentimentLabel, number>>;
}

const LABELS: readonly SentimentLabel[] = ['negative', 'neutral', 'positive'];

/** Reads every text as shipped. Where there are two classes, the sign of the score decides. `now` is in milliseconds. */
export function evaluateSentiment(
  { rows, classes }: LabelledFile,
  sentiment: Sentiment,
  locale: Locale,
  now: () => number,
): SentimentEvaluation {
  const counts = Object.fromEntries(
    LABELS.map((label) => [label, { negative: 0, neutral: 0, positive: 0 }]),
  ) as SentimentEvaluation['counts'];
  // The first text waits for the models to be read, which is done once and is no part of reading a thousand.
  sentiment.read('ok 好', locale);
  const start = now();
  for (const { text, label } of rows) {
    const reading = sentiment.read(text, locale);
    const guess = classes === 3 ? reading.label : reading.score >= 0 ? 'positive' : 'negative';
    counts[label][guess] += 1;
  }
  const seconds = (now() - start) / 1000;
  const known = classes === 3 ? LABELS : LABELS.filter((label) => label !== 'neutral');
  const right = known.reduce((sum, label) => sum + counts[label][label], 0);
  return {
    n: rows.length,
    classes,
    accuracy: right / rows.length,
    macroF1: known.reduce((sum, label) => sum + f1(counts, label), 0) / known.length,
    secondsPer1000: (seconds / rows.length) * 1000,
    counts,
  };
}

/** 0 where a class was neither there nor guessed. */
export function f1(counts: SentimentEvaluation['counts'], label: SentimentLabel): number {
  const hits = counts[label][label];
  const guessed = LABELS.reduce((sum, other) => sum + counts[other][label], 0);
  const there = LABELS.reduce((sum, other) => sum + counts[label][other], 0);
  return guessed + there > 0 ? (2 * hits) / (guessed + there) : 0;
}

export function figuresOf({ counts: _, ...figures }: SentimentEvaluation): SentimentFigures {
  return figures;
}

export function evaluationTable(evaluation: SentimentEvaluation): string {
  const { n, classes, accuracy, macroF1, secondsPer1000, counts } = evaluation;
  const known = classes === 3 ? LABELS : LABELS.filter((label) => label !== 'neutral');
  const cell = (text: string | number) => String(text).padStart(10);
  return [
    `${n} texts, ${classes} classes`,
    `accuracy ${percent(accuracy)}, macro F1 ${macroF1.toFixed(3)}, ${secondsPer1000.toFixed(3)} s a thousand`,
    '',
    `${'is \\ read as'.padEnd(12)}${known.map(cell).join('')}${cell('F1')}`,
    ...known.map(
      (label) =>
        `${label.padEnd(12)}${known.map((guess) => cell(counts[label][guess])).join('')}${cell(f1(counts, label).toFixed(3))}`,
    ),
  ].join('\n');
}

function percent(rate: number): string {
  return `${(rate * 100).toFixed(1)} %`;
}
