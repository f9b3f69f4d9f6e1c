import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { goodSite, removeSitesDir } from '../testing/site-folder.ts';
import { articleFile, PNG } from '../testing/article-text.ts';
import { lintSiteFolder } from './lint-site-folder.ts';

let dir = '';
afterEach(() => removeSitesDir(dir));

async function ignored(files: Record<string, string | Uint8Array>): Promise<string[]> {
  dir = await goodSite(files);
  const findings = await lintSiteFolder(dir, 'shop');
  return findings
    .filter(({ rule }) => rule === 'ignored-file')
    .map(({ severity, file, message }) => `${severity} ${file} ${message}`);
}

describe('files that nobody reads', () => {
  it.each([
    ['faq/prices.json.txt', /end in \.json; rename it "prices\.json"; Windows may hide/],
    ['faq/prices.jsonc', /rename it "prices\.json"$/],
    ['faq/en/prices.json', /faq\/en is not read: folders in faq\/ are not; move its files into faq\//],
    ['prices.json', /shop\/prices\.json is not read: FAQs lie in faq\//],
    ['faqs/prices.json', /shop\/faqs is not read: the folder is called "faq"/],
    ['article/a.en.md', /the folder is called "articles"/],
    ['a.en.md', /articles lie in articles\//],
    ['articles/wash.en.md.txt', /named <name>\.<language>\.md, such as "wash\.en\.md"/],
    ['articles/wash.docx', /such as "wash\.en\.md"/],
    ['articles/en/wash.md', /articles\/en is not read: folders in articles\//],
    ['articles/label.png', /pictures lie in articles\/images\//],
    ['forms/contact.json5', /files in forms\/ end in \.json/],
    ['Products.CSV', /called "products\.csv"/],
    ['products.xlsx', /save it as CSV/],
  ])('%s is warned of', async (file, words) => {
    expect(await ignored({ [`shop/${file}`]: 'x' })).toEqual([expect.stringMatching(words)]);
  });

  it('are a folder that is a link out of the site, of which nothing is named', async () => {
    dir = await goodSite({ 'elsewhere/articles/secret.txt': 'x' });
    await symlink(join(dir, 'elsewhere/articles'), join(dir, 'shop/articles'));
    const findings = await lintSiteFolder(dir, 'shop');
    const named = findings.filter(({ file }) => !file.includes('/faq/'));
    expect(named.map(({ file, message }) => `${file} ${message}`)).toEqual([
      'shop/articles is not read: it is a link that leads out of the site folder; put a folder in its place',
    ]);
  });

  it('are not the ones that are read, notes, backups, hidden files and those of other programs', async () => {
    const own = [
      'faq/.DS_Store',
      'faq/delivery.json~',
      'faq/delivery.json.bak',
      'faq/README.md',
      'faq/notes.txt',
      'README',
    ];
    const others = ['package.json', 'LICENSE', 'docs/plan.txt', '.git/config', 'orders.csv', 'articles/README.md'];
    const read = { 'shop/articles/wash.en.md': articleFile('x'), 'shop/articles/images/a.png': PNG };
    expect(
      await ignored({ ...Object.fromEntries([...own, ...others].map((f) => [`shop/${f}`, 'x'])), ...read }),
    ).toEqual([]);
  });

  it('include articles in a language that the site does not speak', async () => {
    const site = { 'shop/site.json': '{ "name": "Teal", "languages": ["en"] }' };
    expect(await ignored({ ...site, 'shop/articles/wash.zh.md': articleFile('x') })).toEqual([
      'warning shop/articles/wash.zh.md is not shown: "languages" of site.json has no "zh"',
    ]);
  });

  it('can be left unmentioned by site.json', async () => {
    const site = { 'shop/site.json': '{ "name": "Teal", "_lint": { "disable": ["ignored-file"] } }' };
    expect(await ignored({ ...site, 'shop/prices.json': 'x' })).toEqual([]);
  });
});
