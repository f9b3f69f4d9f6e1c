import { describe, expect, it } from '@jest/globals';
import { MUTANTS, parseCommand } from './parse-command.ts';

describe('the command line of the benchmarks', () => {
  it('runs a benchmark by its name, with or without a file for the figures', () => {
    expect(parseCommand(['size'])).toEqual({ kind: 'bench', name: 'size', json: null, data: null, only: [] });
    expect(parseCommand(['reply', '--json', 'out.json'])).toMatchObject({ name: 'reply', json: 'out.json' });
    expect(parseCommand(['sentiment', '--data', 'sets'])).toMatchObject({ name: 'sentiment', data: 'sets' });
  });

  it('measures some of the sets of sentences alone', () => {
    expect(parseCommand(['nlu', '--only', 'corpora, bitext'])).toMatchObject({ only: ['corpora', 'bitext'] });
    expect(() => parseCommand(['size', '--only', 'corpora'])).toThrow('"nlu"');
  });

  it('refuses what it does not know', () => {
    expect(() => parseCommand([])).toThrow('there is no benchmark ""');
    expect(() => parseCommand(['speed'])).toThrow('"speed"');
    expect(() => parseCommand(['size', '--fast'])).toThrow('--fast');
    expect(() => parseCommand(['chaos', '--mutant', 'x'])).toThrow('"x"');
    expect(() => parseCommand(['chaos', '--runs', '0'])).toThrow('--runs');
    expect(() => parseCommand(['chaos', '--runs', 'many'])).toThrow('--runs');
  });

  it('runs chaos 25 times unless told otherwise, on the server as it is shipped', () => {
    expect(parseCommand(['chaos'])).toEqual({
      kind: 'chaos',
      runs: 25,
      seed: null,
      json: null,
      mutants: [],
      all: false,
    });
    expect(parseCommand(['chaos', '--runs', '3', '--seed', '7'])).toMatchObject({ runs: 3, seed: 7 });
  });

  it('runs one mutant or all of them', () => {
    expect(parseCommand(['chaos', '--mutant', 'no-dedup'])).toMatchObject({ mutants: ['no-dedup'], all: false });
    expect(parseCommand(['chaos', '--mutants'])).toMatchObject({ mutants: MUTANTS, all: true });
  });

  it('runs every part of the insights, or those that are named', () => {
    expect(parseCommand(['insights'])).toEqual({ kind: 'insights', parts: [], json: null, data: null });
    expect(parseCommand(['insights', '--part', 'retention, formulas'])).toMatchObject({
      parts: ['retention', 'formulas'],
    });
  });
});
