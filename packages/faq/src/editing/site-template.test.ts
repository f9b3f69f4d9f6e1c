import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadSite } from '../load-site.ts';
import { addSiteFromTemplate, listTemplates } from './site-template.ts';
import { goodSite, removeSitesDir } from '../testing/site-folder.ts';

const PICTURE = new Uint8Array([0x89, 0x50, 0xff, 0x00]);

describe('a site from a template', () => {
  /** Holds the template `shop`, and is where sites are made as well. */
  let dir: string;
  const make = (id: string, name?: string) =>
    addSiteFromTemplate(join(dir, 'shop'), dir, id, name === undefined ? {} : { name });

  beforeEach(async () => {
    dir = await goodSite({
      'shop/site.json': '{\n  "_remark": "kept",\n  "name":   "My shop"\n}\n',
      'shop/articles/care.en.md': '# Care\n',
      'shop/articles/care.png': PICTURE,
      'shop/.hidden': 'x',
    });
  });
  afterEach(() => removeSitesDir(dir));

  it('has all of its files as they are, but for the name, and is served as it is', async () => {
    expect(await make('bakery', 'Brot & "Salz"')).toEqual({ ok: true });
    expect(await readFile(join(dir, 'bakery/site.json'), 'utf8')).toBe(
      '{\n  "_remark": "kept",\n  "name":   "Brot & \\"Salz\\""\n}\n',
    );
    expect(new Uint8Array(await readFile(join(dir, 'bakery/articles/care.png')))).toEqual(PICTURE);
    expect((await readdir(join(dir, 'bakery'))).sort()).toEqual(['articles', 'faq', 'site.json']);
    expect(await loadSite(dir, 'bakery')).toMatchObject({ ok: true, site: { name: 'Brot & "Salz"' } });
  });

  it('has what is patched in its settings, merged with what the template says', async () => {
    await writeFile(join(dir, 'shop/site.json'), '{ "name": "My shop", "policy": { "idleCloseHours": 9 } }');
    const patch = { policy: { promiseHours: 4 }, languages: ['en' as const] };
    expect(await addSiteFromTemplate(join(dir, 'shop'), dir, 'bakery', patch)).toEqual({ ok: true });
    expect(JSON.parse(await readFile(join(dir, 'bakery/site.json'), 'utf8'))).toEqual({
      name: 'My shop',
      policy: { idleCloseHours: 9, promiseHours: 4 },
      languages: ['en'],
    });
  });

  it('is not made of a template whose settings are broken', async () => {
    await writeFile(join(dir, 'shop/site.json'), '{ "name": ');
    expect(await make('bakery', 'Bakery')).toMatchObject({ ok: false, reason: 'invalid' });
  });

  it("keeps the template's name when none is given", async () => {
    await make('bakery');
    expect(await readFile(join(dir, 'bakery/site.json'), 'utf8')).toBe(
      await readFile(join(dir, 'shop/site.json'), 'utf8'),
    );
  });

  it('is never made over something that is there, also an empty folder', async () => {
    await mkdir(join(dir, 'bakery'));
    expect(await make('bakery')).toMatchObject({ ok: false, reason: 'exists' });
    await writeFile(join(dir, 'cafe'), 'a file');
    expect(await make('cafe')).toMatchObject({ ok: false, reason: 'exists' });
    expect(await readdir(join(dir, 'bakery'))).toEqual([]);
  });

  it('is not made, and leaves nothing behind, when its id or its name is bad', async () => {
    expect(await make('../up')).toMatchObject({ ok: false, reason: 'invalid' });
    expect(await make('bakery', ' ')).toMatchObject({ ok: false, reason: 'invalid' });
    expect((await readdir(dir)).sort()).toEqual(['shop']);
  });

  it('does not copy what a link leads to', async () => {
    await symlink('/etc/hostname', join(dir, 'shop/articles/secret.md'));
    await make('bakery');
    expect(await readdir(join(dir, 'bakery/articles'))).toEqual(['care.en.md', 'care.png']);
  });

  it('can be made of each folder that is listed', async () => {
    await writeFile(join(dir, 'README.md'), 'no template');
    await mkdir(join(dir, 'Not One'));
    expect(await listTemplates(dir)).toEqual(['shop']);
    expect(await listTemplates(join(dir, 'nowhere'))).toEqual([]);
  });
});
