import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { SETTINGS } from './config.ts';

const root = new URL('../../../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');

describe('the README', () => {
  it('has a row for every setting, and for nothing that is none', () => {
    const rows = [...readme.matchAll(/^\| `([A-Z][A-Z_]+)` +\|/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(Object.keys(SETTINGS).sort());
  });

  it('leads to files that there are', () => {
    const code = [...readme.matchAll(/`((?:packages|apps|e2e)\/[\w./-]+\.\w+)`/g)].map(([, path]) => path ?? '');
    const guides = [...readme.matchAll(/\]\(([\w./-]+)(?:#[\w-]+)?\)/g)].map(([, path]) => path ?? '');
    expect(code.length).toBeGreaterThan(5);
    expect(guides.length).toBeGreaterThan(5);
    expect([...code, ...guides].filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});
