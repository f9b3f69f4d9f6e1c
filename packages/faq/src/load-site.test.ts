import { execFileSync } from 'node:child_process';
import { mkdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { listSiteIds, loadSite } from './load-site.ts';
import { faqEntry, faqText, goodSite, makeSitesDir, removeSitesDir } from './testing/site-folder.ts';

let sitesDir = '';
afterEach(() => removeSitesDir(sitesDir));

async function problemsOf(siteId: string): Promise<string[]> {
  const reading = await loadSite(sitesDir, siteId);
  if (reading.ok) return [];
  return reading.problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

describe('loading a site', () => {
  it('gives the site and its book, files in the order of their names', async () => {
    sitesDir = await goodSite({
      'shop/faq/care.json': faqText('care', faqEntry('care.wash')),
      'shop/faq/readme.txt': 'x',
    });
    const reading = await loadSite(sitesDir, 'shop');
    expect(reading).toMatchObject({
      ok: true,
      site: { id: 'shop', name: 'Teal & Linen' },
      book: { locales: ['en', 'zh'] },
    });
    expect(reading.ok && [...reading.book.faqs.keys()]).toEqual(['care.wash', 'delivery.time', 'delivery.cost']);
  });

  it('tolerates a byte order mark and Windows line ends, with the same hash', async () => {
    sitesDir = await goodSite();
    const before = await loadSite(sitesDir, 'shop');
    const text = faqText('delivery', faqEntry('delivery.time'), faqEntry('delivery.cost'));
    await writeFile(join(sitesDir, 'shop/faq/delivery.json'), `\ufeff${text.replaceAll('\n', '\r\n')}`);
    const after = await loadSite(sitesDir, 'shop');
    expect(after.ok && before.ok && after.book.hash === before.book.hash).toBe(true);
  });

  it('names file, line and column of a mistake', async () => {
    sitesDir = await goodSite({ 'shop/faq/care.json': '{\n  "category": "care",\n  "faqs": {}\n}' });
    expect(await problemsOf('shop')).toEqual(['shop/faq/care.json:3:11 "faqs" must be a list in [ ], not a group']);
  });

  it('refuses a file of 50 MB for its size', async () => {
    sitesDir = await goodSite({ 'shop/faq/big.json': '' });
    await truncate(join(sitesDir, 'shop/faq/big.json'), 50 * 1024 * 1024);
    expect(await problemsOf('shop')).toEqual([
      'shop/faq/big.json:1:1 the file is larger than 2 MB; split it into several files',
    ]);
  });

  it('refuses files that are no UTF-8, at the line where that shows', async () => {
    const latin1 = Buffer.from('{\n  "category": "caf\u00e9" }', 'latin1');
    const utf16 = Buffer.from('\ufeff{ "name": "Teal" }', 'utf16le');
    sitesDir = await goodSite({ 'shop/faq/latin.json': latin1, 'shop/site.json': utf16 });
    expect(await problemsOf('shop')).toEqual([
      'shop/site.json:1:1 the file is saved as UTF-16; save it as UTF-8',
      'shop/faq/latin.json:2:1 the file is not UTF-8 text; save it as UTF-8',
    ]);
  });

  it('says what is missing', async () => {
    sitesDir = await makeSitesDir({ 'bare/readme.txt': 'x' });
    expect(await problemsOf('bare')).toEqual([
      expect.stringMatching(/^bare\/site\.json:1:1 there is no such file/),
      expect.stringMatching(/^bare\/faq:1:1 there is no folder "faq"/),
    ]);
    expect(await problemsOf('nowhere')).toEqual(['nowhere:1:1 there is no such site folder']);
  });

  it('refuses names that are no site names, whatever lies there', async () => {
    sitesDir = await goodSite({ 'secret.json': 'x' });
    for (const id of ['..', '.', '', '../shop', 'shop/../shop', 'Shop', '-shop', 'shop\0', 'a'.repeat(41)]) {
      expect(await problemsOf(id)).toEqual([expect.stringMatching(/a site is named with lower-case letters/)]);
    }
  });

  it('does not follow links out of the site, but does inside of it', async () => {
    sitesDir = await goodSite({
      'other/faq/own.json': faqText('own', faqEntry('own.secret')),
      'shop/shared/a.json': faqText('a', faqEntry('a.b')),
    });
    await symlink(join(sitesDir, 'shop/shared/a.json'), join(sitesDir, 'shop/faq/inside.json'));
    expect(await problemsOf('shop')).toEqual([]);
    await symlink(join(sitesDir, 'other/faq/own.json'), join(sitesDir, 'shop/faq/outside.json'));
    await symlink('/', join(sitesDir, 'root'));
    expect(await problemsOf('shop')).toEqual([
      expect.stringMatching(/^shop\/faq\/outside\.json:1:1 .*links may not lead out/),
    ]);
    expect(await problemsOf('root')).toEqual(['root:1:1 there is no such site folder']);
  });

  it('refuses folders, links in a circle and pipes in place of files, without waiting for them', async () => {
    sitesDir = await goodSite();
    await mkdir(join(sitesDir, 'shop/faq/folder.json'));
    await symlink('loop.json', join(sitesDir, 'shop/faq/loop.json'));
    execFileSync('mkfifo', [join(sitesDir, 'shop/faq/pipe.json')]);
    expect(await problemsOf('shop')).toEqual([
      'shop/faq/folder.json:1:1 the file is not a plain file',
      'shop/faq/loop.json:1:1 the file is a link that leads back to itself',
      'shop/faq/pipe.json:1:1 the file is not a plain file',
    ]);
  });

  it.each(['forms', 'surveys'])('refuses a file, or a link to nowhere, in place of the folder "%s"', async (folder) => {
    sitesDir = await goodSite();
    const refused = [`shop/${folder}:1:1 cannot be read as a folder; check that it is one, and its permissions`];
    await writeFile(join(sitesDir, 'shop', folder), 'x');
    expect(await problemsOf('shop')).toEqual(refused);
    await rm(join(sitesDir, 'shop', folder));
    expect(await problemsOf('shop')).toEqual([]);
    await symlink('nowhere', join(sitesDir, 'shop', folder));
    expect(await problemsOf('shop')).toEqual(refused);
  });

  it('reads a file whatever its name holds, and says which it was', async () => {
    sitesDir = await goodSite({ 'shop/faq/two\nlines.json': '{' });
    expect(await problemsOf('shop')).toEqual([expect.stringMatching(/^shop\/faq\/two\nlines\.json:1:2 /)]);
  });

  it('refuses a catalogue that is a link to nowhere', async () => {
    sitesDir = await goodSite();
    await symlink('nowhere', join(sitesDir, 'shop/products.csv'));
    expect(await problemsOf('shop')).toEqual([expect.stringMatching(/^shop\/products\.csv:1:1 there is no such file/)]);
  });

  it('never throws, and never mixes two readings, while files are renamed under it', async () => {
    sitesDir = await goodSite();
    const [here, there] = [join(sitesDir, 'shop/faq/delivery.json'), join(sitesDir, 'shop/faq/moved.json')];
    let going = true;
    const mover = (async () => {
      while (going) {
        await rename(here, there);
        await rename(there, here);
        await sleep(3);
      }
    })();
    for (let round = 0; round < 60; round++) {
      const reading = await loadSite(sitesDir, 'shop');
      if (reading.ok) expect(reading.book.faqs.size).toBeLessThanOrEqual(2);
      else expect(reading.problems[0]?.message).toMatch(/there is no such file|already stands in/);
    }
    going = false;
    await mover;
    expect(await problemsOf('shop')).toEqual([]);
  });

  it('waits for a file that is put back a moment later', async () => {
    sitesDir = await goodSite();
    const path = join(sitesDir, 'shop/site.json');
    await rm(path);
    const reading = loadSite(sitesDir, 'shop');
    await sleep(60);
    await writeFile(path, '{ "name": "Back again" }');
    expect(await reading).toMatchObject({ ok: true, site: { name: 'Back again' } });
  });
});

describe('the list of sites', () => {
  it('has the folders with good names, sorted, and nothing else', async () => {
    sitesDir = await goodSite({
      'b-2/x': '',
      'Upper/x': '',
      '.hidden/x': '',
      '-dash/x': '',
      'note.txt': '',
      under_score: '',
    });
    expect(await listSiteIds(sitesDir)).toEqual(['b-2', 'shop']);
  });

  it('is empty when there is no folder of sites', async () => {
    sitesDir = await goodSite();
    expect(await listSiteIds(join(sitesDir, 'nowhere'))).toEqual([]);
  });
});
