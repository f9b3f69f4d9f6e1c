import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeFolder } from './make-folder.ts';

describe('a folder', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'solodesk-folder-'));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  it('is made with those it lies in, for nobody else where that is asked', () => {
    makeFolder(join(home, 'a/b/c'), 0o700);
    expect(['a', 'a/b', 'a/b/c'].map((one) => statSync(join(home, one)).mode & 0o777)).toEqual([0o700, 0o700, 0o700]);
  });

  it('stays as it is where it is there, by a link too', () => {
    makeFolder(join(home, 'a'));
    symlinkSync(join(home, 'a'), join(home, 'link'));
    makeFolder(join(home, 'link'));
    makeFolder(join(home, 'link/b'));
    expect(statSync(join(home, 'a/b')).isDirectory()).toBe(true);
  });

  it('is refused where a file stands, or lies in the way', () => {
    writeFileSync(join(home, 'file'), '');
    expect(() => makeFolder(join(home, 'file'))).toThrow('EEXIST');
    expect(() => makeFolder(join(home, 'file/b/c'))).toThrow('ENOTDIR');
  });

  it('is refused, and not tried for ever, where a file system takes none', () => {
    expect(() => makeFolder('/proc/solodesk')).toThrow(/ENOENT|EACCES|EPERM|EROFS/);
    expect(() => makeFolder('/proc/solodesk/data')).toThrow(/ENOENT|EACCES|EPERM|EROFS/);
  });
});
