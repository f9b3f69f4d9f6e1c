import type { Label, Labelled } from './labelled-sets.ts';

const LABELS: readonly Label[] = ['negative', 'neutral', 'positive'];

/** Share of texts that are read as what they are labelled, from 0 to 1. */
export function accuracy(set: readonly Labelled[], read: (text: string) => Label): number {
  return set.filter(({ text, label }) => read(text) === label).length / set.length;
}

/** Mean F1 of the three classes, from 0 to 1. */
export function macroF1(set: readonly Labelled[], read: (text: string) => Label): number {
  const pairs = set.map(({ text, label }) => ({ label, guess: read(text) }));
  const scores = LABELS.map((one) => {
    const hits = pairs.filter(({ label, guess }) => label === one && guess === one).length;
    const seen = pairs.filter(({ label }) => label === one).length + pairs.filter(({ guess }) => guess === one).length;
    return seen > 0 ? (2 * hits) / seen : 0;
  });
  return scores.reduce((sum, score) => sum + score, 0) / LABELS.length;
}

/** Mean microseconds a text, once warm. */
export function microseconds(texts: readonly string[], read: (text: string) => unknown): number {
  for (let round = 0; round < 20; round += 1) texts.forEach((text) => read(text));
  const start = performance.now();
  const rounds = 20;
  for (let round = 0; round < rounds; round += 1) texts.forEach((text) => read(text));
  return ((performance.now() - start) * 1000) / rounds / texts.length;
}
