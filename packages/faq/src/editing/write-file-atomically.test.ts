import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeSitesDir, removeSitesDir } from '../testing/site-folder.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

let dir = '';
let path = '';
beforeEach(async () => {
  dir = await makeSitesDir({ 'a.json': 'old' });
  path = join(dir, 'a.json');
});
afterEach(() => removeSitesDir(dir));

describe('writing a file', () => {
  it('replaces it, keeps its mode, and leaves nothing else behind', async () => {
    await chmod(path, 0o640);
    expect(await writeFileAtomically(path, 'new')).toBe(true);
    expect(await readFile(path, 'utf8')).toBe('new');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect(await readdir(dir)).toEqual(['a.json']);
  });

  it('happens only while the file says what was read, a byte order mark aside', async () => {
    expect(await writeFileAtomically(path, 'new', { onlyIfContent: 'other' })).toBe(false);
    expect(await readFile(path, 'utf8')).toBe('old');
    await writeFile(path, '\ufeffold');
    expect(await writeFileAtomically(path, 'new', { onlyIfContent: 'old' })).toBe(true);
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(dir)).toEqual(['a.json']);
  });

  it('can insist on a new file', async () => {
    expect(await writeFileAtomically(path, 'new', { onlyIfContent: null })).toBe(false);
    expect(await writeFileAtomically(join(dir, 'b.json'), 'new', { onlyIfContent: null })).toBe(true);
    expect(await writeFileAtomically(join(dir, 'c.json'), 'new', { onlyIfContent: 'old' })).toBe(false);
    expect(await readdir(dir)).toEqual(['a.json', 'b.json']);
  });

  it('lets one of many writers win who have read the same', async () => {
    const writers = Array.from({ length: 20 }, (_, index) =>
      writeFileAtomically(path, `${index}`, { onlyIfContent: 'old' }),
    );
    const won = await Promise.all(writers);
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await readFile(path, 'utf8')).toBe(`${won.indexOf(true)}`);
  });

  it('never shows half a file to a reader', async () => {
    const texts = ['a', 'b'].map((letter) => letter.repeat(300_000));
    await writeFileAtomically(path, texts[0] ?? '');
    const writing = (async () => {
      for (let round = 0; round < 20; round++) await writeFileAtomically(path, texts[round % 2] ?? '');
    })();
    for (let round = 0; round < 40; round++) expect(texts).toContain(await readFile(path, 'utf8'));
    await writing;
  });

  it('writes through a link', async () => {
    await symlink(path, join(dir, 'link.json'));
    await writeFileAtomically(join(dir, 'link.json'), 'new');
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('that fails leaves nothing behind, and does not block the next', async () => {
    await mkdir(join(dir, 'folder.json'));
    await expect(writeFileAtomically(join(dir, 'folder.json'), 'new')).rejects.toThrow(/EISDIR|EEXIST|directory/);
    await expect(writeFileAtomically(join(dir, 'folder.json'), 'new')).rejects.toThrow(/EISDIR|EEXIST|directory/);
    expect(await readdir(dir)).toEqual(['a.json', 'folder.json']);
    expect(await writeFileAtomically(path, 'new')).toBe(true);
  });
});
