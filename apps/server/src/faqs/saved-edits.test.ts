import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Log } from '@solodesk/core';
import { createSeededIds } from '@solodesk/core/testing';
import { SavedEdits } from './saved-edits.ts';

const ids = createSeededIds(5);
const EDIT = { file: 'shop/faq/a.json', before: '{}', after: '{"a":1}' };
let dir: string;
let told: string[];
const log = {
  info: () => undefined,
  warn: () => undefined,
  error: (_: object, words: string) => void told.push(words),
};
const open = () => new SavedEdits({ file: join(dir, 'data', 'undo.json'), ids, log: log as unknown as Log });

describe('what the console has written', () => {
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'saved-edits-'));
    told = [];
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('can be undone after a restart, on its own site only, and once', async () => {
    const id = await open().keep({ site: 'shop', edit: EDIT, keys: [7] });
    const later = open();
    expect(await later.of('shop', id)).toEqual({ site: 'shop', edit: EDIT, keys: [7] });
    expect(await later.of('clinic', id)).toBeNull();
    await later.forget(id);
    expect(await open().of('shop', id)).toBeNull();
    expect(told).toEqual([]);
  });

  it('is kept for the last fifty changes', async () => {
    const edits = open();
    const made: string[] = [];
    for (let n = 0; n < 52; n++) made.push(await edits.keep({ site: 'shop', edit: EDIT, keys: [] }));
    expect(await open().of('shop', made[1] ?? '')).toBeNull();
    expect(await open().of('shop', made[2] ?? '')).not.toBeNull();
  });

  it('is forgotten, and that is told, where the file is broken; a folder in its place does no harm', async () => {
    const id = await open().keep({ site: 'shop', edit: EDIT, keys: [] });
    await writeFile(join(dir, 'data', 'undo.json'), '[{"id":');
    expect(await open().of('shop', id)).toBeNull();
    expect(told).toEqual(['what could be undone is forgotten']);
    await rm(join(dir, 'data'), { recursive: true });
    await writeFile(join(dir, 'data'), 'a file');
    const edits = open();
    expect(await edits.of('shop', await edits.keep({ site: 'shop', edit: EDIT, keys: [] }))).not.toBeNull();
    expect(told).toContain('a change can be undone until the next start only');
  });
});
