import { writtenIn } from '@solodesk/core';
import { DataSetError, drawShots, evaluateIntents, readClinc, readCsv } from '@solodesk/nlu';
import type { EvaluationResult, LabelledText } from '@solodesk/nlu';
import { CommandError } from '../command-error.ts';
import { readText } from '../read-text.ts';

export interface NluEvalOptions {
  train: string;
  test: string;
  validation?: string;
  /** Left out: what most sentences are written in. */
  lang?: 'en' | 'zh';
  shots?: number;
  seed: number;
  /** Names of the parts for training, validation and test, of files that have several. */
  split?: readonly [string, string, string];
  targetRecall?: number;
}

const CLINC_PARTS = ['train', 'val', 'test'] as const;

/** @throws CommandError that says which file is wrong, and where */
export async function evaluateNlu(options: NluEvalOptions): Promise<EvaluationResult> {
  const { train, test, validation, shots, seed, split, targetRecall } = options;
  const training = await readPart(train, split, 0);
  const lang = options.lang ?? languageOfMost(training);
  const set = {
    train: shots === undefined ? training : drawShots(training, shots, seed),
    validation: validation === undefined ? await ownValidation(train, split) : await readPart(validation, split, 1),
    test: await readPart(test, split, 2),
  };
  try {
    return evaluateIntents(set, { lang, ...(targetRecall !== undefined && { targetRecall }) });
  } catch (cause) {
    throw cause instanceof DataSetError ? new CommandError(`${train}: ${cause.message}`) : cause;
  }
}

function languageOfMost(sentences: readonly LabelledText[]): 'en' | 'zh' {
  const chinese = sentences.filter(({ text }) => writtenIn(text, 'en') === 'zh').length;
  return chinese > sentences.length / 2 ? 'zh' : 'en';
}

const isJson = (file: string): boolean => /\.json$/i.test(file);

/** A file with all parts has its validation sentences in it; one without any has none. */
async function ownValidation(file: string, split: NluEvalOptions['split']): Promise<LabelledText[]> {
  if (split === undefined && !isJson(file)) return [];
  if (split?.[1] === '') return [];
  return readPart(file, split, 1);
}

async function readPart(
  file: string,
  split: readonly [string, string, string] | undefined,
  part: 0 | 1 | 2,
): Promise<LabelledText[]> {
  try {
    const content = await readText(file);
    if (isJson(file)) return readClinc(content, file, (split ?? CLINC_PARTS)[part]);
    return readCsv(content, file, split?.[part]);
  } catch (cause) {
    if (cause instanceof DataSetError) throw new CommandError(cause.message);
    throw cause;
  }
}

/** The figures alone, as documented. */
export function figuresOf({
  dropped: _,
  microF1: __,
  outOfScope: ___,
  ...figures
}: EvaluationResult): Omit<EvaluationResult, 'dropped' | 'microF1' | 'outOfScope'> {
  return figures;
}

const percent = (share: number | null): string =>
  share === null ? 'nothing to count' : `${(share * 100).toFixed(1)} %`;

export function evaluationTable(result: EvaluationResult): string {
  const rows: [string, string][] = [
    ['sentences tested', String(result.n)],
    ['right without a threshold', percent(result.accuracy)],
    ['threshold', result.threshold.toFixed(3)],
    ['in scope and right', percent(result.inScopeAccuracy)],
    ['out of scope and recognised', percent(result.outOfScopeRecall)],
    ['macro F1', percent(result.macroF1)],
    ['micro F1', percent(result.microF1)],
    ['calibration error', percent(result.calibrationError)],
    ['training', `${result.trainSeconds.toFixed(1)} s`],
    ['a prediction, p50', `${result.predictP50Ms.toFixed(3)} ms`],
    ['a prediction, p99', `${result.predictP99Ms.toFixed(3)} ms`],
    ['model', `${(result.modelBytes / 1e6).toFixed(2)} MB`],
  ];
  return rows.map(([name, value]) => `${name.padEnd(30)}${value}`).join('\n');
}
