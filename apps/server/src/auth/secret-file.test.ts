import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readOrCreateSecret } from './secret-file.ts';

const secret = () => 's'.repeat(64);

describe('a secret in a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'solodesk-secret-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once, and of two who make it at a time both get the same', () => {
    const file = join(folder, 'secrets', 'one.key');
    const first = readOrCreateSecret(file, () => {
      writeFileSync(file, 'o'.repeat(64));
      return secret();
    });
    expect(first).toBe('o'.repeat(64));
    expect(
      readOrCreateSecret(file, () => {
        throw new Error('it is there');
      }),
    ).toBe(first);
    expect(readdirSync(join(folder, 'secrets'))).toEqual(['one.key']);
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip;
  asRoot('is read on a full disk, where a new one is refused and nothing of it is left', () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'pipe' });
    try {
      const file = join(folder, 'one.key');
      readOrCreateSecret(file, secret);
      const ballast = join(folder, 'ballast');
      expect(() => writeFileSync(ballast, Buffer.alloc(200_000))).toThrow('ENOSPC');
      expect(readOrCreateSecret(file, secret)).toBe(secret());
      expect(() => readOrCreateSecret(join(folder, 'two.key'), secret)).toThrow('ENOSPC');
      expect(existsSync(join(folder, 'two.key'))).toBe(false);
      expect(readdirSync(folder).sort()).toEqual(['ballast', 'one.key']);
    } finally {
      execFileSync('umount', [folder]);
    }
  });
});
