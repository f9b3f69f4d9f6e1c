import { writtenIn } from '@solodesk/core';
import { DataSetError, drawShots, evaluateIntents, readClinc, readCsv } from '@solodesk/nlu';
import type { EvaluationResult, LabelledText } from '@solodesk/nlu';
import { CommandError } from '../command-error.ts';
import { nameOfInput, readText } from '../read-text.ts';

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

export interface NluEvaluation extends EvaluationResult {
  /** Intents of the test that the training does not have, so that none of their sentences can be right. */
  notLearned: string[];
}

/** @throws CommandError that says which file is wrong, and where */
export async function evaluateNlu(options: NluEvalOptions): Promise<NluEvaluation> {
  const { train, test, validation, shots, seed, split, targetRecall } = options;
  const training = await readPart(train, split, 0);
  const lang = options.lang ?? languageOfMost(training);
  const set = {
    train: shots === undefined ? training : drawShots(training, shots, seed),
    validation: validation === undefined ? await ownValidation(train, split) : await readPart(validation, split, 1),
    test: await readPart(test, split, 2),
  };
  const learned = new Set(set.train.map(({ intent }) => intent));
  const notLearned = new Set(
    set.test.flatMap(({ intent }) => (intent === null || learned.has(intent) ? [] : [intent])),
  );
  try {
    const result = evaluateIntents(set, { lang, ...(targetRecall !== undefined && { targetRecall }) });
    return { ...result, notLearned: [...notLearned] };
  } catch (cause) {
    throw cause instanceof DataSetError ? new CommandError(`${nameOfInput(train)}: ${cause.message}`) : cause;
  }
}

function languageOfMost(sentences: readonly LabelledText[]): 'en' | 'zh' {
  const chinese = sentences.filter(({ text }) => writtenIn(text, 'en') === 'zh').length;
  return chinese > sentences.length / 2 ? 'zh' : 'en';
}

/** A file with all parts has its validation sentences in it; one without any has none. */
async function ownValidation(file: string, split: NluEvalOptions['split']): Promise<LabelledText[]> {
  if (split?.[1] === '') return [];
  if (split !== undefined) return readPart(file, split, 1);
  const content = await readText(file);
  return isJson(file, content) ? told(() => readClinc(content, nameOfInput(file), CLINC_PARTS[1], true)) : [];
}

async function readPart(file: string, split: NluEvalOptions['split'], part: 0 | 1 | 2): Promise<LabelledText[]> {
  const content = await readText(file);
  const name = nameOfInput(file);
  return told(() =>
    isJson(file, content)
      ? readClinc(content, name, (split ?? CLINC_PARTS)[part])
      : readCsv(content, name, split?.[part]),
  );
}

/** Standard input has no name that tells. */
const isJson = (file: string, content: string): boolean =>
  file === '-' ? /^\ufeff?\s*[{[]/.test(content) : /\.json$/i.test(file);

/** What `read` gives, with a mistake in the data told as one of whoever runs the command. */
function told<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw cause instanceof DataSetError ? new CommandError(cause.message) : cause;
  }
}

/** The figures alone, as documented. */
export function figuresOf({
  dropped: _,
  microF1: __,
  outOfScope: ___,
  notLearned: ____,
  ...figures
}: NluEvaluation): Omit<NluEvaluation, 'dropped' | 'microF1' | 'outOfScope' | 'notLearned'> {
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
