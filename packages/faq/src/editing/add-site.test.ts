import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addSite } from './add-site.ts';
import { loadSite } from '../load-site.ts';
import { goodSite, removeSitesDir } from '../testing/site-folder.ts';

let sitesDir = '';
beforeEach(async () => {
  sitesDir = await goodSite();
});
afterEach(() => removeSitesDir(sitesDir));

describe('adding a site', () => {
  it('makes a folder that loads, with what was given and no FAQs yet', async () => {
    expect(await addSite(sitesDir, 'mei-2', { name: 'Mei', languages: ['zh'] })).toEqual({ ok: true });
    const reading = await loadSite(sitesDir, 'mei-2');
    expect(reading).toMatchObject({ ok: true, site: { name: 'Mei', locales: ['zh'] } });
    expect(reading.ok && reading.book.faqs.size).toBe(0);
    expect(await readFile(join(sitesDir, 'mei-2/site.json'), 'utf8')).toBe(
      '{\n  "name": "Mei",\n  "languages": ["zh"]\n}\n',
    );
    expect(await readdir(sitesDir)).toEqual(['mei-2', 'shop']);
  });

  it('leaves a folder alone that is there, empty ones too', async () => {
    await mkdir(join(sitesDir, 'empty'));
    expect(await addSite(sitesDir, 'empty', { name: 'Mei' })).toMatchObject({ ok: false, reason: 'exists' });
    expect(await addSite(sitesDir, 'shop', { name: 'Mei' })).toMatchObject({ ok: false, reason: 'exists' });
    expect(await loadSite(sitesDir, 'shop')).toMatchObject({ site: { name: 'Teal & Linen' } });
    expect(await readdir(sitesDir)).toEqual(['empty', 'shop']);
  });

  it('is done once when two ask for the same name at once', async () => {
    const results = await Promise.all(['a', 'b', 'c'].map((name) => addSite(sitesDir, 'mei', { name })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await readdir(sitesDir)).toEqual(['mei', 'shop']);
  });

  it('refuses bad names and bad content, and makes nothing', async () => {
    expect(await addSite(sitesDir, '../mei', { name: 'Mei' })).toMatchObject({ reason: 'invalid' });
    const refused = await addSite(sitesDir, 'mei', { name: '' });
    expect(refused).toMatchObject({ reason: 'invalid', problems: [{ file: 'mei/site.json', line: 2, column: 11 }] });
    expect(await readdir(sitesDir)).toEqual(['shop']);
  });
});
