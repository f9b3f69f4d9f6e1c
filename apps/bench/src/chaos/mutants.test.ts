import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../desk/repository.ts';
import { applyReplacement, MUTANT_FAULTS } from './mutants.ts';

describe('the mutants', () => {
  for (const [name, { replacements }] of Object.entries(MUTANT_FAULTS)) {
    it(`still fit the sources: ${name}`, () => {
      for (const replacement of replacements) {
        const source = readFileSync(join(repositoryRoot(), replacement.file), 'utf8');
        expect(applyReplacement(source, replacement)).not.toBe(source);
      }
    });
  }

  it('refuse a source that has changed under them', () => {
    const replacement = { file: 'a.ts', find: 'once', put: '' };
    expect(() => applyReplacement('never', replacement)).toThrow('0 times');
    expect(() => applyReplacement('once and once more', replacement)).toThrow('2 times');
  });
});
