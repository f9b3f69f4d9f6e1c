import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Sealed } from './sealed.ts';

describe('a sealed text', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'solodesk-sealed-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is read again by whose it is, also by the next process', () => {
    const sealed = new Sealed(folder).seal('JBSWY3DP 密', 'account 1');
    expect(sealed).not.toContain('JBSWY3DP');
    expect(new Sealed(folder).open(sealed, 'account 1')).toBe('JBSWY3DP 密');
    expect(new Sealed(folder).seal('JBSWY3DP 密', 'account 1')).not.toBe(sealed);
  });

  it('is nothing to anybody else, after a change, and without the key', () => {
    const sealed = new Sealed(folder).seal('secret', 'account 1');
    const ours = new Sealed(folder);
    expect(ours.open(sealed, 'account 2')).toBeNull();
    expect(ours.open(`${sealed.slice(0, -3)}AAA`, 'account 1')).toBeNull();
    expect(ours.open('', 'account 1')).toBeNull();
    expect(ours.open('v1.a.b.c', 'account 1')).toBeNull();
    expect(ours.open(`v1..${sealed.split('.').slice(2).join('.')}`, 'account 1')).toBeNull();
    rmSync(join(folder, 'secrets'), { recursive: true });
    expect(new Sealed(folder).open(sealed, 'account 1')).toBeNull();
  });
});
