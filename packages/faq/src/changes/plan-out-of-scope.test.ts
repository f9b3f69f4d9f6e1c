import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadSite } from '../load-site.ts';
import { readSiteFiles } from '../site-files.ts';
import { faqEntry, faqText, goodSite, removeSitesDir } from '../testing/site-folder.ts';
import { changeFaqs, previewFaqChange, undoEdit } from './change-faqs.ts';
import { outOfScopeRows } from './out-of-scope-rows.ts';

/** As people write it: remarks, a list on one line and one on many. */
const FILE = `{
  "category": "general",
  "_owner": "Mara looks after this file",
  "outOfScope": {
    "_why": "asked every week",
    "en": ["are you hiring", "do you repair bicycles"],
    "zh": [
      "你们招人吗"
    ]
  },
  "faqs": []
}
`;

let sitesDir = '';
beforeEach(async () => {
  sitesDir = await goodSite();
});
afterEach(() => removeSitesDir(sitesDir));

const path = (name = 'other.json') => join(sitesDir, 'shop/faq', name);
const read = (name?: string) => readFile(path(name), 'utf8');
const write = (text: string, name?: string) => writeFile(path(name), text);
const rows = async () => outOfScopeRows(await readSiteFiles(sitesDir, 'shop'));
const add = (en: string[], zh: string[] = []) =>
  changeFaqs(sitesDir, 'shop', { kind: 'add_out_of_scope', sentences: { en, zh } });

describe('teaching what no FAQ answers', () => {
  it('makes a file of its own on a site that said nothing of it, and the bot learns it', async () => {
    expect(await add([' are you hiring '])).toMatchObject({
      ok: true,
      edit: { file: 'shop/faq/out-of-scope.json', before: null },
    });
    expect(JSON.parse(await read('out-of-scope.json'))).toEqual({
      category: 'general',
      faqs: [],
      outOfScope: { en: ['are you hiring'] },
    });
    const site = await loadSite(sitesDir, 'shop');
    expect(site.ok && site.book.outOfScope).toEqual({ en: ['are you hiring'] });
  });

  it('leaves a file alone that has this name and says nothing of it', async () => {
    const theirs = faqText('general', faqEntry('general.hours'));
    await write(theirs, 'out-of-scope.json');
    expect(await add(['are you hiring'])).toMatchObject({ ok: true, edit: { file: 'shop/faq/out-of-scope-2.json' } });
    expect(await read('out-of-scope.json')).toBe(theirs);
  });

  it('goes to the file that says some already, and changes not a character besides', async () => {
    await write(FILE);
    expect(await add(['do you rent out tents'], ['能修自行车吗'])).toMatchObject({ ok: true });
    expect(await read()).toBe(
      FILE.replace('"do you repair bicycles"]', '"do you repair bicycles", "do you rent out tents"]').replace(
        '      "你们招人吗"\n',
        '      "你们招人吗",\n      "能修自行车吗"\n',
      ),
    );
  });

  it('goes to the first of several by name, also in a language that this one does not have yet', async () => {
    await write(FILE);
    await write(
      FILE.replace('"do you repair bicycles"', '"who made your logo"').replace(/,\n {4}"zh": \[[^\]]*\]/, ''),
      'a.json',
    );
    expect(await add([], ['能修自行车吗'])).toMatchObject({ ok: true, edit: { file: 'shop/faq/a.json' } });
    expect((await rows()).map(({ sentences }) => sentences.zh)).toEqual([['能修自行车吗'], ['你们招人吗']]);
    expect(await read()).toBe(FILE);
  });

  it('adds each sentence once, whatever its case and punctuation and in whichever file it stands', async () => {
    await write(FILE);
    await write(FILE.replace('are you hiring', 'who made your logo'), 'a.json');
    expect(await add(['Are you hiring?', 'who made your logo', ' ', 'new one', 'New one!'])).toMatchObject({
      ok: true,
    });
    expect((await rows())[0]?.sentences.en).toEqual(['who made your logo', 'do you repair bicycles', 'new one']);
    expect(await add(['Are you hiring?'])).toEqual({ ok: true, edit: null });
  });

  it('refuses what an FAQ has as its question or an example, and says which', async () => {
    for (const [sentence, locale] of [
      ['Tell me delivery.cost!', 'en'],
      ['What about delivery.cost', 'en'],
      ['说说 delivery.cost', 'zh'],
    ] as const) {
      const sentences = { [locale]: ['fine', sentence] };
      expect(await changeFaqs(sitesDir, 'shop', { kind: 'add_out_of_scope', sentences })).toMatchObject({
        ok: false,
        reason: 'invalid',
        problems: [{ file: 'shop/faq/delivery.json', message: expect.stringContaining('the FAQ "delivery.cost"') }],
      });
    }
    expect(await rows()).toEqual([]);
  });

  it('refuses nothing at all, what is too long, and more than a file may hold, and writes nothing', async () => {
    expect(await add([' ', ''])).toMatchObject({ ok: false, reason: 'invalid' });
    expect(await add(['x'.repeat(501)])).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining('500') }],
    });
    expect(await rows()).toEqual([]);
    await write(FILE);
    const many = Array.from({ length: 499 }, (_, n) => `sentence ${n}`);
    expect(await add(many)).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('500') }] });
    expect(await read()).toBe(FILE);
  });

  it('can be looked at first, and taken back', async () => {
    const sentences = { en: ['are you hiring'] };
    const result = await previewFaqChange(sitesDir, 'shop', { kind: 'add_out_of_scope', sentences });
    expect(result.ok && result.preview.after.ok && result.preview.after.book.outOfScope).toEqual(sentences);
    expect(await rows()).toEqual([]);
    const made = await add(sentences.en);
    if (!made.ok || made.edit === null) throw new Error('nothing was written');
    expect(await undoEdit(sitesDir, 'shop', made.edit)).toMatchObject({ ok: true });
    expect(await rows()).toEqual([]);
    await write(FILE);
    const more = await add(['new one']);
    if (!more.ok || more.edit === null) throw new Error('nothing was written');
    expect(await undoEdit(sitesDir, 'shop', more.edit)).toMatchObject({ ok: true });
    expect(await read()).toBe(FILE);
  });
});

describe('setting what no FAQ answers', () => {
  const set = async (sentences: { en?: string[]; zh?: string[] }, version?: string) => {
    const [row] = await rows();
    return changeFaqs(sitesDir, 'shop', {
      kind: 'set_out_of_scope',
      file: row?.file ?? null,
      version: version ?? row?.version ?? '',
      sentences,
    });
  };

  it('takes sentences out and puts others in, in the languages that it names', async () => {
    await write(FILE);
    expect(await set({ en: ['are you hiring', 'new one', 'b'] })).toMatchObject({ ok: true });
    expect(await read()).toBe(FILE.replace('"do you repair bicycles"', '"new one", "b"'));
    expect(await set({ en: [], zh: [] })).toMatchObject({ ok: true });
    expect((await rows())[0]?.sentences).toEqual({ en: [], zh: [] });
    // The file is still the one where they stand.
    expect(await add(['back again'])).toMatchObject({ ok: true, edit: { file: 'shop/faq/other.json' } });
  });

  it('says the same with another version of it when nothing differs', async () => {
    await write(FILE);
    expect(await set({ en: ['are you hiring', 'do you repair bicycles', ' '] })).toEqual({ ok: true, edit: null });
  });

  it('begins a file where there is none', async () => {
    expect(await set({ en: ['are you hiring'] })).toMatchObject({
      ok: true,
      edit: { file: 'shop/faq/out-of-scope.json' },
    });
  });

  it('is refused when somebody changed it meanwhile, and theirs stays', async () => {
    await write(FILE);
    expect(await set({ en: [] }, 'another')).toMatchObject({ ok: false, reason: 'changed' });
    const blind = { file: null, version: '', sentences: { en: ['x'] } };
    expect(await changeFaqs(sitesDir, 'shop', { kind: 'set_out_of_scope', ...blind })).toMatchObject({
      ok: false,
      reason: 'changed',
    });
    expect(await set({ en: [] }, (await rows())[0]?.version)).toMatchObject({ ok: true });
    await write(JSON.stringify({ category: 'general', faqs: [] }));
    const gone = { file: 'shop/faq/other.json', version: 'x', sentences: { en: ['x'] } };
    expect(await changeFaqs(sitesDir, 'shop', { kind: 'set_out_of_scope', ...gone })).toMatchObject({
      reason: 'changed',
    });
  });

  it('minds only new sentences that an FAQ has: one that stands there already is in nobody’s way', async () => {
    await write(FILE.replace('do you repair bicycles', 'tell me delivery.cost'));
    expect(await set({ en: ['tell me delivery.cost', 'new one'] })).toMatchObject({ ok: true });
    expect(await set({ en: ['tell me delivery.cost', 'tell me delivery.time'] })).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining('the FAQ "delivery.time"') }],
    });
  });
});
