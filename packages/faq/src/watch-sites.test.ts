import { cpSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Log } from '@solodesk/core';
import { faqEntry, faqText, goodSite, removeSitesDir } from './testing/site-folder.ts';
import { watchSites } from './watch-sites.ts';
import type { SitesWatch } from './watch-sites.ts';

let sitesDir = '';
let watching: SitesWatch;
let changes: string[] = [];
let errors: string[] = [];
let onChange: (siteId: string) => void | Promise<void>;

const nothing = (): void => undefined;
const log: Log = { debug: nothing, info: nothing, warn: nothing, error: (_fields, message) => errors.push(message) };

beforeEach(async () => {
  sitesDir = await goodSite({ 'other/site.json': '{ "name": "Other" }', 'other/faq/a.json': faqText('a') });
  changes = [];
  errors = [];
  onChange = (siteId) => void changes.push(siteId);
  watching = watchSites({ sitesDir, log, onChange: (siteId) => onChange(siteId), looksEveryMs: 100 });
  await watching.ready;
});

afterEach(async () => {
  await watching.close();
  await removeSitesDir(sitesDir);
});

/** Milliseconds until `count` changes were reported, at most 3,000. */
async function untilChanges(count: number): Promise<number> {
  const start = performance.now();
  while (changes.length < count && performance.now() - start < 3000) await sleep(5);
  return performance.now() - start;
}

async function until(found: () => boolean): Promise<void> {
  for (const end = performance.now() + 3000; !found(); await sleep(5)) {
    if (performance.now() > end) throw new Error(`nothing of it was reported: ${changes.join()}`);
  }
}

function write(file: string, text: string): Promise<void> {
  return writeFile(join(sitesDir, file), text);
}

describe('watching the sites', () => {
  it('says nothing about what was there before', async () => {
    await sleep(400);
    expect(changes).toEqual([]);
  });

  it('reports a written file within a second, once', async () => {
    await write('shop/faq/delivery.json', faqText('delivery', faqEntry('delivery.time')));
    expect(await untilChanges(1)).toBeLessThan(1000);
    await sleep(400);
    expect(changes).toEqual(['shop']);
  });

  it('reports an article and a picture, also in folders that come later, and nothing that lies beside them', async () => {
    await mkdir(join(sitesDir, 'shop/articles/images'), { recursive: true });
    await untilChanges(1);
    await sleep(400);
    changes = [];
    await write('shop/articles/washing.en.md', 'x');
    await untilChanges(1);
    await sleep(400);
    await write('shop/articles/images/shirt.png', 'x');
    await untilChanges(2);
    await sleep(400);
    expect(changes).toEqual(['shop', 'shop']);
    await write('shop/articles/README.md', 'x');
    await write('shop/articles/.washing.en.md.swp', 'x');
    await write('shop/articles/images/.shirt.png.part', 'x');
    await sleep(600);
    expect(changes).toEqual(['shop', 'shop']);
  });

  it('makes one report of a burst, a site each', async () => {
    for (let number = 0; number < 20; number++) {
      // A machine that is busy with other things would write with pauses.
      writeFileSync(join(sitesDir, `shop/faq/new-${number}.json`), faqText('x'));
      writeFileSync(join(sitesDir, 'other/site.json'), `{ "name": "Other ${number}" }`);
    }
    await untilChanges(2);
    await sleep(400);
    expect([...changes].sort()).toEqual(['other', 'shop']);
  });

  it('reports also while somebody writes without a pause', async () => {
    const start = performance.now();
    while (changes.length === 0 && performance.now() - start < 3000) {
      await write('shop/site.json', `{ "name": "${performance.now()}" }`);
      await sleep(40);
    }
    expect(changes).not.toEqual([]);
  });

  it('notices files that are renamed, as editors save them, and files that go', async () => {
    await write('shop/faq/.delivery.json.tmp', faqText('delivery'));
    await sleep(300);
    expect(changes).toEqual([]);
    await rename(join(sitesDir, 'shop/faq/.delivery.json.tmp'), join(sitesDir, 'shop/faq/delivery.json'));
    await untilChanges(1);
    await rm(join(sitesDir, 'shop/faq/delivery.json'));
    await untilChanges(2);
    expect(changes).toEqual(['shop', 'shop']);
  });

  it('notices sites that come and go, whole folders at once', async () => {
    await mkdir(join(sitesDir, '.new.tmp/faq'), { recursive: true });
    await write('.new.tmp/site.json', '{ "name": "New" }');
    await rename(join(sitesDir, '.new.tmp'), join(sitesDir, 'new'));
    await untilChanges(1);
    await sleep(300);
    await write('new/faq/a.json', faqText('a'));
    await untilChanges(2);
    await sleep(300);
    await rm(join(sitesDir, 'new'), { recursive: true });
    await untilChanges(3);
    expect(changes).toEqual(['new', 'new', 'new']);
  });

  it.each([
    ['a site', 'shop'],
    ['its FAQs', 'shop/faq'],
    ['all sites', '.'],
  ])('goes on where the folder of %s is replaced in one moment, and reports what it missed', async (_what, folder) => {
    const path = join(sitesDir, folder);
    cpSync(path, `${sitesDir}.copy`, { recursive: true });
    for (let time = 1; time <= 3; time++) {
      // In one turn, so that nothing is seen of it in between.
      rmSync(path, { recursive: true });
      cpSync(`${sitesDir}.copy`, path, { recursive: true });
      await until(() => changes.includes('shop'));
      await sleep(500);
      changes = [];
      await write(`shop/faq/time-${time}.json`, faqText('x'));
      await until(() => changes.includes('shop'));
      await sleep(400);
      changes = [];
    }
    rmSync(`${sitesDir}.copy`, { recursive: true });
  });

  it('follows a link that is turned to another folder, as of the next release', async () => {
    const shop = join(sitesDir, 'shop');
    cpSync(shop, join(sitesDir, '.first'), { recursive: true });
    cpSync(shop, join(sitesDir, '.second'), { recursive: true });
    rmSync(shop, { recursive: true });
    symlinkSync('.first', shop);
    await until(() => changes.includes('shop'));
    await sleep(500);
    changes = [];
    unlinkSync(shop);
    symlinkSync('.second', shop);
    await until(() => changes.includes('shop'));
    await sleep(500);
    changes = [];
    await write('shop/faq/more.json', faqText('x'));
    await until(() => changes.includes('shop'));
  });

  it('reports a site with a link that leads back to itself, which is no failure of the watching', async () => {
    symlinkSync('b.json', join(sitesDir, 'shop/faq/a.json'));
    symlinkSync('a.json', join(sitesDir, 'shop/faq/b.json'));
    await until(() => changes.includes('shop'));
    expect(errors).toEqual([]);
    changes = [];
    await write('shop/faq/delivery.json', faqText('delivery'));
    await until(() => changes.includes('shop'));
  });

  it('makes the folder of sites when it is missing', async () => {
    await watching.close();
    await removeSitesDir(sitesDir);
    watching = watchSites({ sitesDir, log, onChange: (siteId) => onChange(siteId), looksEveryMs: 100 });
    await watching.ready;
    await mkdir(join(sitesDir, 'shop'), { recursive: true });
    await write('shop/site.json', '{ "name": "1" }');
    await untilChanges(1);
    expect(changes).toEqual(['shop']);
  });

  it('ignores everything that is not of a site', async () => {
    await mkdir(join(sitesDir, 'Not A Site'));
    await write('Not A Site/site.json', '{}');
    await write('shop/notes.txt', 'x');
    await write('shop/faq/delivery.json~', 'x');
    await sleep(500);
    expect(changes).toEqual([]);
  });

  it('goes on after a report that failed', async () => {
    onChange = () => Promise.reject(new Error('no'));
    await write('shop/site.json', '{ "name": "1" }');
    await sleep(600);
    expect(errors).toHaveLength(1);
    onChange = (siteId) => void changes.push(siteId);
    await write('shop/site.json', '{ "name": "2" }');
    await untilChanges(1);
    expect(changes).toEqual(['shop']);
  });

  it('is silent once it is closed, also about what it had noticed', async () => {
    await write('shop/site.json', '{ "name": "1" }');
    await sleep(60);
    await watching.close();
    await sleep(400);
    expect(changes).toEqual([]);
  });
});
