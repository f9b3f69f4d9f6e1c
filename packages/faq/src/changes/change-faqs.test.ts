import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadSite } from '../load-site.ts';
import { readSiteFiles } from '../site-files.ts';
import { goodSite, removeSitesDir } from '../testing/site-folder.ts';
import { changeFaqs, previewFaqChange, undoEdit } from './change-faqs.ts';
import type { FaqForm } from './faq-change.ts';
import { formOf } from './faq-change.ts';
import { faqRows } from './faq-rows.ts';

/** As people write it: remarks everywhere, lists on one line and on many. */
const FILE = `{
  "$schema": "https://desk.example/faq.json",
  "category": "returns",
  "_owner": "Mara looks after this file",
  "faqs": [
    {
      "intent": "returns.period",
      "_why": "law says 14 days, we give 30",
      "question": { "en": "How long can I return things?", "zh": "多久可以退货？" },
      "phrasings": {
        "en": ["return window", "how many days"],
        "zh": [
          "退货期限",
          "几天内可以退"
        ]
      },
      "answer": {
        "en": { "text": "30 days.", "links": [{ "label": "Terms", "url": "https://shop.example/terms", "note": "new page" }], "_todo": "shorter" },
        "zh": "30 天。"
      },
      "followUp": "returns.how",
      "tests": { "en": [{ "ask": "till when can it go back", "expect": "returns.period" }] }
    },
    {
      "intent": "returns.how",
      "question": { "en": "How?", "zh": "怎么退？" },
      "phrasings": { "en": ["start a return"], "zh": ["退货流程"] },
      "answer": { "en": "Write to us.", "zh": "写信给我们。" }
    }
  ]
}
`;

let sitesDir = '';
beforeEach(async () => {
  sitesDir = await goodSite({ 'shop/faq/returns.json': FILE });
});
afterEach(() => removeSitesDir(sitesDir));

const path = (name = 'returns.json') => join(sitesDir, 'shop/faq', name);
const read = (name?: string) => readFile(path(name), 'utf8');
const row = async (intent: string) => {
  const found = faqRows(await readSiteFiles(sitesDir, 'shop')).find(({ entry }) => entry.intent === intent);
  if (!found) throw new Error(`there is no ${intent}`);
  return found;
};
const edit = async (intent: string, change: (form: FaqForm) => FaqForm, version?: string) => {
  const found = await row(intent);
  const faq = change(formOf(found.entry));
  return changeFaqs(sitesDir, 'shop', { kind: 'edit_faq', intent, version: version ?? found.version, faq });
};

describe('adding phrasings', () => {
  const add = (en: string[], zh: string[] = [], intent = 'returns.period') =>
    changeFaqs(sitesDir, 'shop', { kind: 'add_phrasings', intent, phrasings: { en, zh } });

  it('changes the lists and not a character besides', async () => {
    expect(await add(['can it go back'], ['还能退吗'])).toMatchObject({ ok: true });
    expect(await read()).toBe(
      FILE.replace('"how many days"]', '"how many days", "can it go back"]').replace(
        '          "几天内可以退"\n',
        '          "几天内可以退",\n          "还能退吗"\n',
      ),
    );
  });

  it('adds each once, and writes nothing when all are there', async () => {
    expect(await add(['return window ', ' ', 'new one', 'new one'])).toMatchObject({ ok: true });
    expect(await read()).toBe(FILE.replace('"how many days"]', '"how many days", "new one"]'));
    expect(await add(['new one'])).toEqual({ ok: true, edit: null });
  });

  it('keeps what somebody else changed elsewhere in the file meanwhile', async () => {
    await writeFile(path(), FILE.replace('Write to us.', 'Mail us.'));
    await add(['can it go back']);
    expect(await read()).toContain('Mail us.');
    expect(await read()).toContain('can it go back');
  });

  it('says so when the FAQ is gone, or a sentence cannot be one, and leaves the file alone', async () => {
    expect(await add(['x'], [], 'returns.label')).toMatchObject({ ok: false, reason: 'gone' });
    expect(await add(['x'.repeat(501)])).toMatchObject({
      ok: false,
      reason: 'invalid',
      problems: [{ file: 'shop/faq/returns.json', message: expect.stringContaining('500') }],
    });
    expect(await read()).toBe(FILE);
  });
});

describe('what is left for the owner to say', () => {
  const REMARK = '      "_edit": { "en": "Write your rule here.", "zh": "请写上规定。" },\n';
  const MARKED = FILE.replace('      "intent": "returns.how",\n', `      "intent": "returns.how",\n${REMARK}`);
  const settle = async (version?: string) =>
    changeFaqs(sitesDir, 'shop', {
      ...{ kind: 'settle_faq' as const, intent: 'returns.how' },
      version: version ?? (await row('returns.how')).version,
    });
  beforeEach(() => writeFile(path(), MARKED));

  it('is read from its remark: a sentence, or one in each language; other remarks are none', async () => {
    expect((await row('returns.how')).toDo).toEqual({ en: 'Write your rule here.', zh: '请写上规定。' });
    expect((await row('returns.period')).toDo).toBeNull();
    await writeFile(path(), MARKED.replace(/"_edit": {.*?}/, '"_edit": "Write it."'));
    expect((await row('returns.how')).toDo).toEqual({ en: 'Write it.' });
    await writeFile(path(), MARKED.replace(/"_edit": {.*?}/, '"_edit": 7'));
    expect((await row('returns.how')).toDo).toBeNull();
  });

  it('is settled by taking the remark away, and nothing else; undone, it is back', async () => {
    const result = await settle();
    expect(await read()).toBe(FILE);
    if (!result.ok || result.edit === null) throw new Error('nothing was written');
    await undoEdit(sitesDir, 'shop', result.edit);
    expect(await read()).toBe(MARKED);
  });

  it('is settled with another answer, when that is said, and stays otherwise', async () => {
    await edit('returns.how', (form) => ({
      ...form,
      answer: { ...form.answer, en: { ...form.answer.en!, text: 'Call.' } },
    }));
    expect(await read()).toContain(REMARK);
    const { entry, version } = await row('returns.how');
    const faq = formOf(entry);
    await changeFaqs(sitesDir, 'shop', { kind: 'edit_faq', intent: 'returns.how', version, faq, settled: true });
    expect(await read()).toBe(FILE.replace('"Write to us."', '"Call."'));
  });

  it('is not settled when the FAQ says something else by now', async () => {
    expect(await settle('another')).toMatchObject({ ok: false, reason: 'changed' });
    expect(await read()).toBe(MARKED);
  });
});

describe('editing an FAQ', () => {
  it('touches only what differs: remarks, tests and the layout of the rest stay', async () => {
    const result = await edit('returns.period', (form) => ({
      ...form,
      phrasings: { ...form.phrasings, en: ['return window', 'how many days have I'] },
      answer: { ...form.answer, en: { ...form.answer.en!, text: '60 days.' } },
      followUp: null,
    }));
    expect(result).toMatchObject({ ok: true });
    expect(await read()).toBe(
      FILE.replace('"how many days"', '"how many days have I"')
        .replace('"30 days."', '"60 days."')
        .replace('      "followUp": "returns.how",\n', ''),
    );
  });

  it('writes nothing when nothing differs', async () => {
    expect(await edit('returns.period', (form) => form)).toEqual({ ok: true, edit: null });
    expect(await read()).toBe(FILE);
  });

  it('takes phrasings out and puts others in', async () => {
    await edit('returns.period', (form) => ({
      ...form,
      phrasings: { en: ['how many days', 'b', 'c'], zh: ['几天内可以退'] },
    }));
    expect((await row('returns.period')).entry.phrasings).toEqual({
      en: ['how many days', 'b', 'c'],
      zh: ['几天内可以退'],
    });
    expect(await read()).toContain('"zh": [\n          "几天内可以退"\n        ]');
  });

  it('gives a plain answer buttons and links, and takes them away again', async () => {
    const links = [{ label: 'Form', url: 'https://shop.example/return' }];
    const quickReplies = [{ label: 'How long?', intent: 'returns.period' }];
    await edit('returns.how', ({ answer, ...form }) => ({
      ...form,
      answer: { ...answer, en: { text: 'Write.', links, quickReplies } },
    }));
    expect((await row('returns.how')).entry.answer.en).toEqual({ text: 'Write.', quickReplies, links });
    await edit('returns.how', ({ answer, ...form }) => ({
      ...form,
      answer: { ...answer, en: { text: 'Write.', links: [], quickReplies } },
    }));
    expect((await row('returns.how')).entry.answer.en).toEqual({ text: 'Write.', quickReplies });
  });

  it('is refused when somebody changed the same FAQ meanwhile, and theirs stays', async () => {
    const { version } = await row('returns.how');
    const theirs = FILE.replace('Write to us.', 'Mail us.');
    await writeFile(path(), theirs);
    const result = await edit('returns.how', (form) => ({ ...form, followUp: 'returns.period' }), version);
    expect(result).toMatchObject({ ok: false, reason: 'changed' });
    expect(await read()).toBe(theirs);
  });

  it('is refused with the place when a language would be missing', async () => {
    const result = await edit('returns.how', (form) => ({ ...form, question: { en: 'How?' } }));
    expect(result).toMatchObject({
      ok: false,
      reason: 'invalid',
      problems: [{ file: 'shop/faq/returns.json', line: expect.any(Number), message: expect.stringContaining('"zh"') }],
    });
    expect(await read()).toBe(FILE);
  });
});

describe('deleting an FAQ', () => {
  const remove = async (intent: string) =>
    changeFaqs(sitesDir, 'shop', { kind: 'delete_faq', intent, version: (await row(intent)).version });

  it('takes it out of its list', async () => {
    expect(await remove('returns.period')).toMatchObject({ ok: true });
    const text = await read();
    expect(JSON.parse(text)).toMatchObject({ _owner: 'Mara looks after this file', faqs: [{ intent: 'returns.how' }] });
    expect(text.endsWith('}\n  ]\n}\n')).toBe(true);
    expect(await remove('returns.how')).toMatchObject({ ok: true });
    expect(JSON.parse(await read())).toMatchObject({ faqs: [] });
  });

  it('is refused while another one leads to it, and says which', async () => {
    const result = await remove('returns.how');
    expect(result).toMatchObject({
      ok: false,
      reason: 'invalid',
      problems: [{ message: expect.stringContaining('returns.how') }],
    });
    expect(await read()).toBe(FILE);
  });
});

describe('a new FAQ', () => {
  const faq: FaqForm = {
    question: { en: 'Do you ship to Norway?', zh: '能寄到挪威吗？' },
    phrasings: { en: ['shipping to norway'], zh: [] },
    answer: {
      en: { text: ' Yes, in a week. ', links: [], quickReplies: [] },
      zh: { text: '可以，一周。', links: [], quickReplies: [] },
    },
    followUp: null,
  };
  const add = (category: string) => changeFaqs(sitesDir, 'shop', { kind: 'add_faq', category, faq });

  it('goes to the file of its category under a name of its own', async () => {
    expect(await add('returns')).toMatchObject({ ok: true, edit: { file: 'shop/faq/returns.json', before: FILE } });
    expect((await row('returns.ship-norway')).entry).toMatchObject({
      phrasings: { en: ['shipping to norway'], zh: ['能寄到挪威吗？'] },
      answer: { en: 'Yes, in a week.', zh: '可以，一周。' },
    });
    await add('returns');
    expect((await row('returns.ship-norway-2')).category).toBe('returns');
  });

  it('has nothing twice: neither its question among its phrasings, nor two of these', async () => {
    const phrasings = {
      en: ['do you ship to norway', 'shipping to norway', 'Shipping to Norway!', 'norway?'],
      zh: ['能寄到挪威吗'],
    };
    const change = { kind: 'add_faq', category: 'returns', faq: { ...faq, phrasings } } as const;
    expect(await changeFaqs(sitesDir, 'shop', change)).toMatchObject({ ok: true });
    expect((await row('returns.ship-norway')).entry.phrasings).toEqual({
      en: ['shipping to norway', 'norway?'],
      zh: ['能寄到挪威吗？'],
    });
  });

  it('is named by a number where there is no English question', async () => {
    await writeFile(join(sitesDir, 'shop/site.json'), '{ "name": "Shop", "languages": ["zh"] }');
    const question = { zh: '能寄到挪威吗？' };
    const result = await changeFaqs(sitesDir, 'shop', { kind: 'add_faq', category: 'new', faq: { ...faq, question } });
    expect(result).toMatchObject({ ok: true, edit: { file: 'shop/faq/new.json', before: null } });
    expect((await row('new.question-1')).entry.question).toEqual(question);
  });
});

describe('a preview', () => {
  it('shows the site as it would be, and writes nothing', async () => {
    const change = { kind: 'add_phrasings', intent: 'returns.how', phrasings: { en: ['send it back'] } } as const;
    const result = await previewFaqChange(sitesDir, 'shop', { ...change, phrasings: { en: ['send it back'] } });
    if (!result.ok || !result.preview.after.ok || !result.preview.before.ok) throw new Error('it is a good change');
    expect(result.preview.after.book.faqs.get('returns.how')?.phrasings.en).toEqual(['start a return', 'send it back']);
    expect(result.preview.before.book.faqs.get('returns.how')?.phrasings.en).toEqual(['start a return']);
    expect(await read()).toBe(FILE);
  });

  it('says what would be wrong', async () => {
    const change = { kind: 'delete_faq', intent: 'returns.how', version: (await row('returns.how')).version } as const;
    expect(await previewFaqChange(sitesDir, 'shop', change)).toMatchObject({ ok: false, reason: 'invalid' });
  });
});

describe('undoing a change', () => {
  const change = { kind: 'add_phrasings', intent: 'returns.how', phrasings: { en: ['send it back'] } } as const;
  const made = async (what: Parameters<typeof changeFaqs>[2]) => {
    const result = await changeFaqs(sitesDir, 'shop', what);
    if (!result.ok || result.edit === null) throw new Error('nothing was written');
    return result.edit;
  };

  it('gives the file back as it was', async () => {
    const edit = await made({ ...change, phrasings: { en: ['send it back'] } });
    expect(await undoEdit(sitesDir, 'shop', edit)).toEqual({ ok: true, edit: null });
    expect(await read()).toBe(FILE);
  });

  it('leaves a file alone that was changed since', async () => {
    const edit = await made({ ...change, phrasings: { en: ['send it back'] } });
    const since = (await read()).replace('Write to us.', 'Mail us.');
    await writeFile(path(), since);
    expect(await undoEdit(sitesDir, 'shop', edit)).toMatchObject({ ok: false, reason: 'changed' });
    expect(await read()).toBe(since);
  });

  it('removes a file that it made, if nobody wrote into it', async () => {
    const faq = formOf((await row('returns.how')).entry);
    const edit = await made({ kind: 'add_faq', category: 'fresh', faq });
    expect(await readdir(join(sitesDir, 'shop/faq'))).toContain('fresh.json');
    expect(await undoEdit(sitesDir, 'shop', edit)).toMatchObject({ ok: true });
    expect(await readdir(join(sitesDir, 'shop/faq'))).not.toContain('fresh.json');
    expect(await undoEdit(sitesDir, 'shop', edit)).toMatchObject({ ok: false, reason: 'changed' });
    expect((await loadSite(sitesDir, 'shop')).ok).toBe(true);
  });
});
