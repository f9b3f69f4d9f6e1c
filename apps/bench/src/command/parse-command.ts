import { parseArgs } from 'node:util';

export const BENCHES = [
  'size',
  'load',
  'reply',
  'memory',
  'restart',
  'sentiment',
  'nlu',
  'reload',
  'import',
  'form',
  'console',
] as const;
export type BenchName = (typeof BENCHES)[number];

export const MUTANTS = [
  'ack-before-commit',
  'no-dedup',
  'time-window-resync',
  'takeover-without-cas',
  'ticket-not-saved',
  'mail-only-marked',
  'mail-again',
  'slot-without-look',
] as const;
export type MutantName = (typeof MUTANTS)[number];

export type Command =
  | { kind: 'bench'; name: BenchName; json: string | null; data: string | null; only: readonly string[] }
  | { kind: 'insights'; parts: readonly string[]; json: string | null; data: string | null }
  | {
      kind: 'chaos';
      runs: number;
      seed: number | null;
      json: string | null;
      mutants: readonly MutantName[];
      all: boolean;
    };

export const USAGE = `npm run bench -- ${BENCHES.join('|')} [--json FILE] [--data DIR]
npm run bench -- nlu --only SET,SET   # some of the sets: clincFull, clincSmall, clinc5Shots, clinc10Shots, corpora, bitext
npm run bench -- insights [--part PART,PART] [--json FILE] [--data DIR]
npm run chaos -- [--runs N] [--seed N] [--json FILE] [--mutant ${MUTANTS.join('|')}] [--mutants]`;

/** Reads the command line. @throws Error whose message tells the user what is wrong. */
export function parseCommand(args: readonly string[]): Command {
  const [name, ...rest] = args;
  if (name === 'chaos') return parseChaos(rest);
  if (name === 'insights') return parseInsights(rest);
  const bench = BENCHES.find((known) => known === name);
  if (bench === undefined) throw new Error(`there is no benchmark "${name ?? ''}"`);
  const { values } = parseArgs({
    args: rest,
    options: { json: { type: 'string' }, data: { type: 'string' }, only: { type: 'string' } },
  });
  if (values.only !== undefined && bench !== 'nlu') throw new Error(`--only is for the benchmark "nlu"`);
  const only = values.only?.split(',').map((set) => set.trim()) ?? [];
  return { kind: 'bench', name: bench, json: values.json ?? null, data: values.data ?? null, only };
}

function parseInsights(args: string[]): Command {
  const { values } = parseArgs({
    args,
    options: { json: { type: 'string' }, data: { type: 'string' }, part: { type: 'string' } },
  });
  const parts = values.part?.split(',').map((part) => part.trim()) ?? [];
  return { kind: 'insights', parts, json: values.json ?? null, data: values.data ?? null };
}

function parseChaos(args: string[]): Command {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'string' },
      runs: { type: 'string' },
      seed: { type: 'string' },
      mutant: { type: 'string' },
      mutants: { type: 'boolean', default: false },
    },
  });
  const one = MUTANTS.find((known) => known === values.mutant);
  if (values.mutant !== undefined && one === undefined) throw new Error(`there is no mutant "${values.mutant}"`);
  const tries = one === undefined && !values.mutants ? 25 : 10;
  return {
    kind: 'chaos',
    runs: values.runs === undefined ? tries : wholeNumber('--runs', values.runs, 1),
    seed: values.seed === undefined ? null : wholeNumber('--seed', values.seed, 0),
    json: values.json ?? null,
    mutants: values.mutants ? MUTANTS : one === undefined ? [] : [one],
    all: values.mutants,
  };
}

function wholeNumber(option: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least) throw new Error(`${option} wants a whole number from ${least}`);
  return value;
}
