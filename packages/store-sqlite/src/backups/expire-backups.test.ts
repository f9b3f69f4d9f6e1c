import { readdirSync, utimesSync, writeFileSync, mkdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { expireBackups } from './expire-backups.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';

const directory = temporaryDirectory();
afterAll(() => directory.remove());
const DAY = 86_400_000;

describe('backups', () => {
  it('go when they are too old, and nothing that the program has not made', () => {
    const now = 1_764_000_000_000;
    mkdirSync(directory.file('backups'));
    const make = (name: string, days: number) => {
      writeFileSync(directory.file(name), '');
      utimesSync(directory.file(name), new Date(now - days * DAY), new Date(now - days * DAY));
    };
    make('solodesk.sqlite', 90);
    make('solodesk.sqlite-wal', 90);
    make('solodesk.sqlite.before-v22', 31);
    make('solodesk.sqlite.before-v23', 29);
    make('solodesk.sqlite.replaced-1', 40);
    make('solodesk.sqlite.replaced-2', 4);
    for (const name of ['solodesk.sqlite.replaced-1', 'solodesk.sqlite.replaced-2']) {
      mkdirSync(directory.file(`${name}.files`));
      writeFileSync(directory.file(`${name}.files/a`), 'a picture');
      utimesSync(directory.file(`${name}.files`), new Date(now - 99 * DAY), new Date(now - 99 * DAY));
    }
    make('backups/solodesk-2026-10-01-100000.sqlite', 31);
    make('backups/solodesk-2026-11-01-100000.sqlite', 3);
    make('backups/mine.sqlite', 99);
    for (const name of ['solodesk-2026-10-01-100000', 'solodesk-2026-11-01-100000', 'mine']) {
      mkdirSync(directory.file(`backups/${name}.files`));
      writeFileSync(directory.file(`backups/${name}.files/a`), 'a picture');
    }
    expect(expireBackups(directory.file('solodesk.sqlite'), 30, now)).toHaveLength(3);
    expect(readdirSync(directory.path).sort()).toEqual([
      'backups',
      'solodesk.sqlite',
      'solodesk.sqlite-wal',
      'solodesk.sqlite.before-v23',
      'solodesk.sqlite.replaced-2',
      'solodesk.sqlite.replaced-2.files',
    ]);
    expect(readdirSync(directory.file('backups')).sort()).toEqual([
      'mine.files',
      'mine.sqlite',
      'solodesk-2026-11-01-100000.files',
      'solodesk-2026-11-01-100000.sqlite',
    ]);
    expect(expireBackups('/nowhere/at/all/solodesk.sqlite', 30, now)).toEqual([]);
  });
});
