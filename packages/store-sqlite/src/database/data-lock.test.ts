import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataInUseError, lockData } from './data-lock.ts';

describe('the lock of a data directory', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'solodesk-lock-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('lets nobody else in while it is held', () => {
    const lock = lockData(directory);
    expect(() => lockData(directory)).toThrow(DataInUseError);
    lock.release();
  });

  it('can be taken again when it was released', () => {
    lockData(directory).release();
    lockData(directory).release();
  });
});
