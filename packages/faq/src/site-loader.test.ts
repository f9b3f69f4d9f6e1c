import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { atOnce } from './at-once.ts';
import { loadSite } from './load-site.ts';
import { readSiteFiles } from './site-files.ts';
import { createSiteLoader } from './site-loader.ts';
import { faqEntry, faqText, goodSite, removeSitesDir } from './testing/site-folder.ts';

let sitesDir = '';
afterEach(() => removeSitesDir(sitesDir));

const CATALOGUE = 'id,name_en\ncloth,Linen cloth\n';

describe('loading a site again and again', () => {
  it('always gives what one reading alone gives', async () => {
    sitesDir = await goodSite({ 'shop/faq/care.json': faqText('care', faqEntry('care.wash')) });
    const load = createSiteLoader(sitesDir, atOnce);
    const alike = async () => {
      const { files, ...reading } = await load('shop');
      expect(reading).toEqual(await loadSite(sitesDir, 'shop'));
      expect(files).toEqual(await readSiteFiles(sitesDir, 'shop'));
      return reading.ok;
    };
    expect(await alike()).toBe(true);
    await writeFile(join(sitesDir, 'shop/faq/care.json'), faqText('care', faqEntry('care.dry')));
    expect(await alike()).toBe(true);
    await writeFile(join(sitesDir, 'shop/faq/care.json'), '{ "category": ');
    expect(await alike()).toBe(false);
    // Unchanged, and still bad.
    expect(await alike()).toBe(false);
    // The bad file is gone; another one that was good all the time has a name twice now.
    await writeFile(join(sitesDir, 'shop/faq/care.json'), faqText('care', faqEntry('delivery.time')));
    expect(await alike()).toBe(false);
    await rm(join(sitesDir, 'shop/faq/care.json'));
    expect(await alike()).toBe(true);
  });

  it('checks anew only what has changed', async () => {
    sitesDir = await goodSite({ 'shop/products.csv': CATALOGUE });
    const load = createSiteLoader(sitesDir, atOnce);
    const first = await load('shop');
    const path = join(sitesDir, 'shop/site.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('Teal & Linen', 'Linen & Teal'));
    const second = await load('shop');
    expect(second).toMatchObject({ ok: true, site: { name: 'Linen & Teal' } });
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(second.products).toBe(first.products);
    await writeFile(join(sitesDir, 'shop/products.csv'), `${CATALOGUE}shirt,Shirt\n`);
    expect(await load('shop')).toMatchObject({ products: [{ id: 'cloth' }, { id: 'shirt' }] });
  });

  it('gives the same site and forms as long as they say the same, so that nothing is made of them again', async () => {
    sitesDir = await goodSite();
    const load = createSiteLoader(sitesDir, atOnce);
    const first = await load('shop');
    await writeFile(join(sitesDir, 'shop/faq/care.json'), faqText('care', faqEntry('care.wash')));
    const second = await load('shop');
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(second.book.faqs.size).toBe(first.book.faqs.size + 1);
    expect(second.site).toBe(first.site);
    expect(second.forms).toBe(first.forms);
  });

  it('pauses between its steps, however many files there are', async () => {
    sitesDir = await goodSite();
    for (let n = 0; n < 20; n += 1)
      await writeFile(join(sitesDir, `shop/faq/more-${n}.json`), faqText('more', faqEntry(`more.one${n}`)));
    let pauses = 0;
    const load = createSiteLoader(sitesDir, (work) => {
      for (;;) {
        const step = work.next();
        if (step.done === true) return step.value;
        pauses += 1;
      }
    });
    expect((await load('shop')).ok).toBe(true);
    expect(pauses).toBeGreaterThan(25);
  });
});
