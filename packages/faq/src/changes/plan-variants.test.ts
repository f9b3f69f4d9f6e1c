import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readSiteFiles } from '../site-files.ts';
import { goodSite, removeSitesDir } from '../testing/site-folder.ts';
import { changeFaqs } from './change-faqs.ts';
import { formOf } from './faq-change.ts';
import type { AnswerForm, VariantForm } from './faq-change.ts';
import { faqRows } from './faq-rows.ts';

const TRADE = `{ "when": { "segment": "wholesale", "page": ["/products/*", "/cart"] }, "text": "Ask Mei.", "quickReplies": ["Call me"], "_why": "since May" }`;
const KNOWN = `{ "when": { "stage": "contact" }, "text": "As always: two days." }`;
const file = (answer: string) => `{
  "category": "delivery",
  "faqs": [
    {
      "intent": "delivery.time",
      "question": { "en": "How long?", "zh": "多久？" },
      "phrasings": { "en": ["how long"], "zh": ["几天"] },
      "answer": {
        "en": ${answer},
        "zh": "两天。"
      }
    }
  ]
}
`;
const LIST = `[
            ${TRADE},
            ${KNOWN}
          ]`;
const BOTH = file(`{
          "text": "Two days.",
          "variants": ${LIST}
        }`);

let sitesDir = '';
const site = async (text: string) => (sitesDir = await goodSite({ 'shop/faq/delivery.json': text }));
beforeEach(() => site(BOTH));
afterEach(() => removeSitesDir(sitesDir));

const read = () => readFile(join(sitesDir, 'shop/faq/delivery.json'), 'utf8');
const row = async () => faqRows(await readSiteFiles(sitesDir, 'shop')).find((r) => r.entry.intent === 'delivery.time')!;
const variants = async (locale: 'en' | 'zh' = 'en') => formOf((await row()).entry).answer[locale]!.variants!;
/** Changes what is said in English, or in `locale`. */
const edit = async (change: (answer: AnswerForm) => AnswerForm, locale: 'en' | 'zh' = 'en') => {
  const { entry, version } = await row();
  const form = formOf(entry);
  const faq = { ...form, answer: { ...form.answer, [locale]: change(form.answer[locale]!) } };
  return changeFaqs(sitesDir, 'shop', { kind: 'edit_faq', intent: 'delivery.time', version, faq });
};
const set = (change: (all: VariantForm[]) => VariantForm[]) =>
  edit((answer) => ({ ...answer, variants: change(answer.variants!) }));
const PRESS: VariantForm = {
  when: { segment: [' press '], page: [], stage: [''] },
  ...{ text: ' Dear editor. ', links: [], quickReplies: [] },
};

describe('what is said to some visitors instead', () => {
  it('is shown with each condition as a list', async () => {
    expect(await variants()).toEqual([
      {
        when: { segment: ['wholesale'], page: ['/products/*', '/cart'], stage: [] },
        ...{ text: 'Ask Mei.', links: [], quickReplies: [{ label: 'Call me' }] },
      },
      {
        when: { segment: [], page: [], stage: ['contact'] },
        text: 'As always: two days.',
        links: [],
        quickReplies: [],
      },
    ]);
    expect(await variants('zh')).toEqual([]);
  });

  it('is changed one by one: the others keep every character', async () => {
    await set(([trade, known]) => [trade!, { ...known!, text: 'Three days.', when: { ...known!.when, page: ['/'] } }]);
    expect(await read()).toContain(TRADE);
    expect((await variants())[1]).toMatchObject({ text: 'Three days.', when: { page: ['/'], stage: ['contact'] } });
  });

  it('is added, put into another order, and taken out', async () => {
    await set((all) => [PRESS, ...all]);
    expect((await variants()).map(({ text }) => text)).toEqual(['Dear editor.', 'Ask Mei.', 'As always: two days.']);
    expect((await variants())[0]!.when).toEqual({ segment: ['press'], page: [], stage: [] });
    await set(([press, trade, known]) => [known!, trade!, press!]);
    expect((await variants()).map(({ text }) => text)).toEqual(['As always: two days.', 'Ask Mei.', 'Dear editor.']);
    await set(() => []);
    expect(await read()).not.toContain('variants');
    expect(await read()).toContain('"text": "Two days."');
  });

  it('makes a group of an answer that was a text alone', async () => {
    await edit((answer) => ({ ...answer, variants: [PRESS] }), 'zh');
    expect(await variants('zh')).toMatchObject([{ text: 'Dear editor.' }]);
    expect((await row()).entry.answer.zh).toMatchObject({ text: '两天。' });
  });

  it('stays where a change says nothing of it, as those of consoles do that do not know it', async () => {
    await edit(({ variants: _, ...answer }) => ({ ...answer, text: 'Four days.' }));
    expect(await read()).toBe(BOTH.replace('Two days.', 'Four days.'));
  });

  it('is refused with its place where it says nothing of when, or a page is none', async () => {
    const before = await read();
    const when = { segment: [], page: [], stage: [] };
    for (const wrong of [
      { ...PRESS, when },
      { ...PRESS, when: { ...when, page: ['products'] } },
    ]) {
      expect(await set((all) => [...all, wrong])).toMatchObject({
        ok: false,
        reason: 'invalid',
        problems: [{ file: 'shop/faq/delivery.json', line: expect.any(Number) }],
      });
    }
    expect(await read()).toBe(before);
  });
});
