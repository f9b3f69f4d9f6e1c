import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addFaqs } from './add-faqs.ts';
import { renderJson } from './edit-json-text.ts';
import { loadSite } from '../load-site.ts';
import { faqEntry, faqText, goodSite, removeSitesDir } from '../testing/site-folder.ts';
import { updateSiteJson } from './update-site-json.ts';

const SITE_JSON = `{
  "$schema": "https://desk.example/site.json",
  "note": "keep me",
  "name": "Teal & Linen",
  "languages": ["en", "zh"],
  "colors": { "_why": "brand book", "accent": "#0f766e" },
  "hours": { "mon": ["09:00-17:00"], "sat": ["10:00-12:00"] }
}
`;

let sitesDir = '';
beforeEach(async () => {
  sitesDir = await goodSite({ 'shop/site.json': SITE_JSON });
});
afterEach(() => removeSitesDir(sitesDir));

const read = (file: string) => readFile(join(sitesDir, file), 'utf8');
const write = (file: string, text: string) => writeFile(join(sitesDir, file), text);

describe('changing site.json', () => {
  it('changes what is named, and leaves remarks and layout as they are', async () => {
    expect(await updateSiteJson(sitesDir, 'shop', { name: 'Teal', colors: { accent: '#000000' } })).toEqual({
      ok: true,
    });
    expect(await read('shop/site.json')).toBe(SITE_JSON.replace('Teal & Linen', 'Teal').replace('#0f766e', '#000000'));
  });

  it('adds what is new with two spaces, replaces lists, merges groups, and removes with null', async () => {
    const patch = { ownerName: 'Mei', hours: { mon: ['08:00-12:00'], sat: null, sun: [] }, colors: null };
    expect(await updateSiteJson(sitesDir, 'shop', patch)).toEqual({ ok: true });
    const text = await read('shop/site.json');
    expect(JSON.parse(text)).toEqual({
      $schema: 'https://desk.example/site.json',
      note: 'keep me',
      name: 'Teal & Linen',
      languages: ['en', 'zh'],
      hours: { mon: ['08:00-12:00'], sun: [] },
      ownerName: 'Mei',
    });
    expect(text).toContain('\n  "ownerName": "Mei"\n}');
  });

  it('sets a whole group where a text or nothing was, without its nulls', async () => {
    await updateSiteJson(sitesDir, 'shop', { greeting: { en: 'Hello' } });
    await updateSiteJson(sitesDir, 'shop', { greeting: { en: { text: 'Hi' }, zh: null }, policy: { promiseHours: 4 } });
    expect(JSON.parse(await read('shop/site.json'))).toMatchObject({
      greeting: { en: { text: 'Hi' } },
      policy: { promiseHours: 4 },
    });
  });

  it('writes nothing when the result would not be good, and says where', async () => {
    const result = await updateSiteJson(sitesDir, 'shop', { timeZone: 'Mars/Olympus' });
    expect(result).toMatchObject({ ok: false, reason: 'invalid', problems: [{ file: 'shop/site.json', line: 8 }] });
    expect(await read('shop/site.json')).toBe(SITE_JSON);
  });

  it('refuses a language that the FAQs do not have', async () => {
    await updateSiteJson(sitesDir, 'shop', { languages: ['en'] });
    const onlyEnglish = { intent: 'a.b', question: { en: 'Q?' }, phrasings: { en: ['q'] }, answer: { en: 'A' } };
    expect(await addFaqs(sitesDir, 'shop', 'more', [onlyEnglish])).toEqual({ ok: true });
    expect(await updateSiteJson(sitesDir, 'shop', { languages: ['en', 'zh'] })).toMatchObject({
      reason: 'invalid',
      problems: [{ file: 'shop/faq/more.json' }, { file: 'shop/faq/more.json' }, { file: 'shop/faq/more.json' }],
    });
  });

  it('is not hindered by mistakes that other files have already', async () => {
    await write('shop/faq/broken.json', '{');
    expect(await updateSiteJson(sitesDir, 'shop', { name: 'Teal' })).toEqual({ ok: true });
  });

  it('says so when site.json is broken or missing', async () => {
    await write('shop/site.json', '{ "name": ');
    expect(await updateSiteJson(sitesDir, 'shop', { name: 'Teal' })).toMatchObject({ problems: [{ line: 1 }] });
    await rm(join(sitesDir, 'shop/site.json'));
    expect(await updateSiteJson(sitesDir, 'shop', { name: 'Teal' })).toMatchObject({ reason: 'invalid' });
    expect(await updateSiteJson(sitesDir, '../shop', { name: 'Teal' })).toMatchObject({ reason: 'invalid' });
  });

  it('loses none of several changes that are made at once', async () => {
    const results = await Promise.all([
      updateSiteJson(sitesDir, 'shop', { name: 'Teal' }),
      updateSiteJson(sitesDir, 'shop', { ownerName: 'Mei' }),
      updateSiteJson(sitesDir, 'shop', { position: 'left' }),
    ]);
    expect(results).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(JSON.parse(await read('shop/site.json'))).toMatchObject({
      name: 'Teal',
      ownerName: 'Mei',
      position: 'left',
    });
  });
});

describe('adding FAQs', () => {
  it('appends them to the file of their category, and leaves its other text as it is', async () => {
    const text = `\ufeff{\n  "note": "mine",\n  "category": "delivery",\n  "faqs": [\n    ${JSON.stringify(faqEntry('delivery.time'))}\n  ]\n}\n`;
    await write('shop/faq/delivery.json', text);
    expect(await addFaqs(sitesDir, 'shop', 'delivery', [faqEntry('delivery.a'), faqEntry('delivery.b')])).toEqual({
      ok: true,
    });
    const after = await read('shop/faq/delivery.json');
    expect(after).toContain(text.slice(1, text.indexOf('\n  ]')));
    expect(after).toContain('\n    {\n      "intent": "delivery.b",\n');
    const reading = await loadSite(sitesDir, 'shop');
    expect(reading.ok && [...reading.book.faqs.keys()]).toEqual(['delivery.time', 'delivery.a', 'delivery.b']);
  });

  it('makes a file for a new category, with a name that is free', async () => {
    await write('shop/faq/care.json', faqText('washing', faqEntry('wash.hot')));
    expect(await addFaqs(sitesDir, 'shop', 'care', [faqEntry('care.iron')])).toEqual({ ok: true });
    expect(await readdir(join(sitesDir, 'shop/faq'))).toEqual(['care-2.json', 'care.json', 'delivery.json']);
    expect(await read('shop/faq/care-2.json')).toBe(
      `${renderJson({ category: 'care', faqs: [faqEntry('care.iron')] })}\n`,
    );
  });

  it('makes the folder when it is missing', async () => {
    await rm(join(sitesDir, 'shop/faq'), { recursive: true });
    expect(await addFaqs(sitesDir, 'shop', 'care', [faqEntry('care.iron')])).toEqual({ ok: true });
    expect(await loadSite(sitesDir, 'shop')).toMatchObject({ ok: true });
  });

  it('writes nothing when a name is taken, a language is missing or the category leads elsewhere', async () => {
    const before = await read('shop/faq/delivery.json');
    expect(await addFaqs(sitesDir, 'shop', 'delivery', [faqEntry('delivery.cost')])).toMatchObject({
      reason: 'invalid',
    });
    expect(await addFaqs(sitesDir, 'shop', 'delivery', [faqEntry('a.b', { answer: { en: 'A' } })])).toMatchObject({
      reason: 'invalid',
    });
    expect(await addFaqs(sitesDir, 'shop', '../../x', [faqEntry('a.b')])).toMatchObject({ reason: 'invalid' });
    expect(await read('shop/faq/delivery.json')).toBe(before);
    expect(await readdir(sitesDir)).toEqual(['shop']);
  });

  it('does not write through a folder that leads out of the site', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'solodesk-outside-'));
    await rm(join(sitesDir, 'shop/faq'), { recursive: true });
    await symlink(outside, join(sitesDir, 'shop/faq'));
    expect(await addFaqs(sitesDir, 'shop', 'care', [faqEntry('care.iron')])).toMatchObject({ reason: 'invalid' });
    expect(await readdir(outside)).toEqual([]);
    await rm(outside, { recursive: true });
  });

  it('loses none of several that are added at once', async () => {
    const results = await Promise.all(
      ['a', 'b', 'c'].map((name) => addFaqs(sitesDir, 'shop', 'new', [faqEntry(`new.${name}`)])),
    );
    expect(results).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    const reading = await loadSite(sitesDir, 'shop');
    expect(reading.ok && reading.book.faqs.size).toBe(5);
  });

  it('says so when there is no such site', async () => {
    expect(await addFaqs(sitesDir, 'nowhere', 'care', [faqEntry('care.iron')])).toMatchObject({ reason: 'invalid' });
    await mkdir(join(sitesDir, 'empty'));
    expect(await addFaqs(sitesDir, 'empty', 'care', [faqEntry('care.iron')])).toMatchObject({ reason: 'invalid' });
    expect(await readdir(join(sitesDir, 'empty'))).toEqual([]);
  });
});

describe('a disk that is full', () => {
  let mounted = false;
  // A real file system of 64 KB; only root may make one.
  beforeEach(async () => {
    const faq = join(sitesDir, 'shop/faq');
    const files = await readdir(faq);
    const texts = await Promise.all(files.map((file) => read(`shop/faq/${file}`)));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', faq], { stdio: 'pipe' });
      mounted = true;
    } catch (error) {
      process.stderr.write(`edit-site-file.test: no small file system can be mounted here (${String(error)})\n`);
      return;
    }
    for (const [at, file] of files.entries()) await write(`shop/faq/${file}`, texts[at]!);
  });
  afterEach(() => {
    if (mounted) execFileSync('umount', [join(sitesDir, 'shop/faq')]);
    mounted = false;
  });

  it('is told with the file, which stays as it was, and what was not written is written once there is room', async () => {
    if (!mounted) return;
    const before = await read('shop/faq/delivery.json');
    await writeFile(join(sitesDir, 'shop/faq/ballast'), 'x'.repeat(100_000)).catch(() => undefined);
    const add = () => addFaqs(sitesDir, 'shop', 'delivery', [faqEntry('delivery.a')]);
    await expect(add()).rejects.toMatchObject({
      kind: 'unavailable',
      message: 'shop/faq/delivery.json: there is no room left on the disk; nothing was written',
    });
    expect(await read('shop/faq/delivery.json')).toBe(before);
    expect(await readdir(join(sitesDir, 'shop/faq'))).toEqual(['ballast', 'delivery.json']);
    await rm(join(sitesDir, 'shop/faq/ballast'));
    expect(await add()).toEqual({ ok: true });
  });
});
