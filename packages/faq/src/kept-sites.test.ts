import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KeptSites } from './kept-sites.ts';
import { readSiteFiles } from './site-files.ts';
import { faqEntry, goodSite, removeSitesDir } from './testing/site-folder.ts';

describe('the kept files of a site', () => {
  let dir: string;
  const kept = () => new KeptSites(join(dir, '.kept'));

  beforeEach(async () => {
    dir = await goodSite({
      'shop/site.json': '{ "name": "Shop" }',
      'shop/faq/a.json': JSON.stringify({ category: 'delivery', faqs: [faqEntry('a.b')] }),
    });
    await kept().keep('shop', await readSiteFiles(dir, 'shop'));
  });
  afterEach(() => removeSitesDir(dir));

  it('are the site after a restart, whatever became of the folder', async () => {
    await writeFile(join(dir, 'shop/faq/a.json'), '{ "category": "deli');
    const reading = await kept().read('shop');
    expect(reading?.site.name).toBe('Shop');
    expect([...(reading?.book.faqs.keys() ?? [])]).toContain('a.b');
  });

  it('are none for a site that was never served, that is gone, or of which half a file is there', async () => {
    expect(await kept().read('other')).toBeNull();
    await writeFile(join(dir, '.kept/shop.json'), '{ "version": 1, "fil');
    expect(await kept().read('shop')).toBeNull();
    await writeFile(join(dir, '.kept/shop.json'), '{ "version": 0, "files": {} }');
    expect(await kept().read('shop')).toBeNull();
    await kept().forget('shop');
    await kept().forget('shop');
    expect(await readdir(join(dir, '.kept'))).toEqual([]);
  });
});
