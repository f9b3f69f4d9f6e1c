import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { undoEdit } from '../changes/change-faqs.ts';
import { goodSite, removeSitesDir } from '../testing/site-folder.ts';
import { checkSettings, readSettings, saveSettings } from './site-settings.ts';
import type { SettingDraft } from './setting-draft.ts';

/** As people write it: remarks, short lists on a line, groups on one. */
const FILE = `{
  "_why": "ask Mara before you change this",
  "name": "Teal & Linen",
  "colors": { "accent": "#4338ca", "note": "brand book p. 3" },
  "hours": {
    "mon": ["09:00-17:00"],
    "tue": ["09:00-12:00", "13:00-17:00"]
  },
  "holidays": [
    { "date": "12-24", "name": { "en": "Eve", "zh": "平安夜" }, "hours": ["09:00-12:00"] },
    { "date": "12-25", "until": "12-26", "name": { "en": "Christmas", "zh": "圣诞节" } }
  ],
  "policy": { "promiseHours": 8 }
}
`;

let sitesDir = '';
beforeEach(async () => {
  sitesDir = await goodSite({ 'shop/site.json': FILE });
});
afterEach(() => removeSitesDir(sitesDir));

const path = () => join(sitesDir, 'shop/site.json');
const read = () => readFile(path(), 'utf8');
const settings = async () => (await readSettings(sitesDir, 'shop'))!;
const save = async (draft: SettingDraft, version?: string) =>
  saveSettings(sitesDir, 'shop', version ?? (await settings()).version, draft);
const check = (draft: SettingDraft) => checkSettings(sitesDir, 'shop', draft);

describe('settings that are saved', () => {
  it('change what differs, and not a character besides', async () => {
    const { values } = await settings();
    const result = await save({
      values: {
        colors: { ...(values!.colors as object), accent: '#0f766e' },
        hours: { ...(values!.hours as object), tue: ['09:00-12:00', '14:00-17:00'], wed: ['10:00-11:00'] },
      },
    });
    expect(result).toMatchObject({ ok: true });
    expect(await read()).toBe(
      FILE.replace('#4338ca', '#0f766e').replace('"13:00-17:00"]\n', '"14:00-17:00"],\n    "wed": ["10:00-11:00"]\n'),
    );
  });

  it('put a holiday between two others without touching them', async () => {
    const [first, last] = (await settings()).values!.holidays as object[];
    await save({
      values: { holidays: [first, { date: '2027-03-26', name: { en: 'Good Friday', zh: '受难日' } }, last] },
    });
    const text = await read();
    for (const line of FILE.split('\n')) expect(text).toContain(line);
    expect((await settings()).values!.holidays).toHaveLength(3);
    await save({ values: { holidays: [first, last] } });
    expect(await read()).toBe(FILE);
  });

  it('take out what is null, and add what was not there', async () => {
    await save({ values: { policy: null, position: 'left' } });
    expect(await read()).toBe(FILE.replace('"policy": { "promiseHours": 8 }', '"position": "left"'));
  });

  it('may be typed as JSON, whose remarks stay', async () => {
    await save({ blocks: { routing: '[{ "name": "mine", "_why": "for now", "to": "owner" }]', policy: ' ' } });
    const text = await read();
    expect(JSON.parse(text)).toMatchObject({ routing: [{ name: 'mine', _why: 'for now' }] });
    expect(text).not.toContain('policy');
  });

  it('are refused where the file was changed since it was read, and theirs is told', async () => {
    const { version } = await settings();
    const theirs = FILE.replace('Teal', 'Blue');
    await writeFile(path(), theirs);
    const result = await save({ values: { position: 'left' } }, version);
    expect(result).toMatchObject({ ok: false, reason: 'changed', settings: { values: { name: 'Blue & Linen' } } });
    expect(await read()).toBe(theirs);
  });

  it('are taken back as long as nobody changed the file again', async () => {
    const result = await save({ values: { position: 'left' } });
    if (!result.ok || result.edit === null) throw new Error('nothing was written');
    expect(await undoEdit(sitesDir, 'shop', result.edit)).toMatchObject({ ok: true });
    expect(await read()).toBe(FILE);
    expect(await undoEdit(sitesDir, 'shop', result.edit)).toMatchObject({ ok: false, reason: 'changed' });
  });

  it('that say what the file says write nothing', async () => {
    expect(await save({ values: { name: 'Teal & Linen' } })).toMatchObject({ ok: true, edit: null });
    expect(await read()).toBe(FILE);
  });

  it('mend a file that was no JSON, as a whole', async () => {
    await writeFile(path(), '{ "name": ');
    expect(await settings()).toMatchObject({ values: null, text: '{ "name": ' });
    expect(await save({ values: { name: 'x' } })).toMatchObject({ ok: false, reason: 'invalid' });
    expect(await save({ whole: FILE })).toMatchObject({ ok: true });
    expect(await read()).toBe(FILE);
  });
});

describe('what is wrong with a draft', () => {
  it('is told at its field, and nothing is written', async () => {
    const result = await save({ values: { policy: { promiseHours: 0 }, hours: { mon: ['9'] } } });
    expect(result).toMatchObject({
      ok: false,
      reason: 'invalid',
      problems: [
        { path: ['hours', 'mon', 0], message: expect.stringContaining('must be a span') },
        { path: ['policy', 'promiseHours'], message: '"policy.promiseHours" must be at least 1' },
      ],
    });
    expect(await read()).toBe(FILE);
  });

  it('is told at its field as well where the file does not name it, in the words of the rule that it breaks', async () => {
    const { problems } = await check({ values: { lifeCycle: { atRiskDays: 200 } } });
    const message = '"lifeCycle.churnedDays" must be more than "atRiskDays": who is lost was at risk before';
    expect(problems).toEqual([{ path: ['lifeCycle', 'churnedDays'], message }]);
    const lost = await check({
      values: { messages: [{ name: 'a', when: { delivered: true }, text: { en: 'x', zh: 'x' } }] },
    });
    expect(lost.problems).toMatchObject([
      { path: ['messages', 0, 'subject'], message: '"messages.subject" is missing' },
    ]);
  });

  it('is told by line and column of the text that was typed', async () => {
    expect((await check({ blocks: { routing: '[\n  { "name": "a" "to": 1 }\n]' } })).problems).toEqual([
      { path: ['routing'], message: 'a comma is missing before this', block: 'routing', line: 2, column: 17 },
    ]);
    const { problems } = await check({ blocks: { policy: '{\n  "_x": 1,\n  "promiseHours": 0,\n  "promise": 1\n}' } });
    expect(problems).toEqual([
      expect.objectContaining({ path: ['policy', 'promiseHours'], block: 'policy', line: 3, column: 3 }),
      expect.objectContaining({ path: ['policy', 'promise'], block: 'policy', line: 4, column: 3 }),
    ]);
    expect((await check({ whole: '{\n  "name": 1\n}' })).problems).toEqual([
      expect.objectContaining({ path: [], block: null, line: 2, column: 11 }),
    ]);
  });

  it('does not break on names that every object has', async () => {
    const values = JSON.parse('{ "__proto__": { "a": 1 }, "constructor": 1, "colors": { "toString": 2 } }') as object;
    expect((await check({ values: { ...values } })).problems.length).toBeGreaterThan(0);
    // It begins as a remark does.
    expect((await check({ blocks: { colors: '{ "__proto__": { "x": 1 } }' } })).problems).toEqual([]);
  });

  it('does not count what was wrong in other files before', async () => {
    await writeFile(join(sitesDir, 'shop/faq/broken.json'), '{');
    expect(await check({ values: { position: 'left' } })).toMatchObject({ problems: [], site: { position: 'left' } });
  });
});

describe('the settings that an editor reads', () => {
  it('hold each key’s text as it stands in the file', async () => {
    const { blocks } = await settings();
    expect(blocks.colors).toBe('{ "accent": "#4338ca", "note": "brand book p. 3" }');
    expect(blocks.hours).toBe('{\n  "mon": ["09:00-17:00"],\n  "tue": ["09:00-12:00", "13:00-17:00"]\n}');
  });
});
