import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FaqListView, FaqView } from '../../faqs/faq-views.ts';
import type { Verdict } from '../../faqs/judge-change.ts';
import type { UnansweredView } from '../../faqs/unanswered-groups.ts';
import { Owner, postToConsole } from '../../testing/owner.ts';
import { KNOWN, SHOP_FAQS, writeFaqs } from '../../testing/shop-sites.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import { until } from '../../testing/until.ts';

let desk: TestDesk;
let owner: Owner;
beforeEach(async () => {
  desk = await startDesk();
  const [first, ...others] = SHOP_FAQS;
  const tests = { en: [{ ask: 'on which day does it get here', expect: 'none' }] };
  await writeFaqs(desk.sitesDir, 'shop', [{ _why: 'keep me', ...first, tests }, ...others]);
  owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
});
afterEach(() => desk.end());

const post = async (path: string, body: unknown) => {
  const response = await postToConsole(desk.url, path, body, owner.cookie);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const get = async <T>(path: string) => {
  const response = await fetch(`${desk.url}/console/api${path}`, { headers: { cookie: owner.cookie } });
  return { status: response.status, body: (await response.json()) as T };
};
const list = async () => (await get<FaqListView>('/faqs/shop')).body;
const faq = async (intent: string): Promise<FaqView> => {
  const found = (await list()).faqs.find((each) => each.intent === intent);
  if (!found) throw new Error(`there is no ${intent}`);
  return found;
};
const formOf = ({ question, phrasings, answer, followUp }: FaqView) => ({ question, phrasings, answer, followUp });
const file = () => readFile(join(desk.sitesDir, 'shop/faq/shop.json'), 'utf8');
/** Begins a check and waits for what it says. */
const check = async (change: object) => {
  const begun = await post('/faqs/shop/check', { change });
  if (begun.status !== 200) return begun;
  return until(async () => {
    const { status, body } = await get<Record<string, unknown>>(`/faqs/shop/check/${String(begun.body['check'])}`);
    return body['state'] === 'running' ? null : { status, body };
  }, 'for a check');
};
const add = (intent: string, en: string[]) => ({ kind: 'add_phrasings', intent, phrasings: { en } });

describe('FAQs in the console', () => {
  it('are listed with all that a form shows, and what is not well about them', async () => {
    const view = await list();
    expect(view).toMatchObject({
      locales: ['en', 'zh'],
      categories: ['shop'],
      categoryNames: { shop: { en: 'The shop', zh: '关于小店' } },
      articles: [],
    });
    const delivery = await faq('delivery.time');
    expect(delivery).toMatchObject({
      category: 'shop',
      file: 'shop/faq/shop.json',
      answer: { en: { text: 'Two to four days.', links: [], quickReplies: [] } },
      tests: 1,
      failing: [],
    });
    expect(delivery.findings.map(({ rule }) => rule)).toContain('few-phrasings');
    expect((await faq('payment.methods')).findings.map(({ rule }) => rule)).toContain('untested');
  });

  it('tell how many readers of the help centre they helped, in both languages together', async () => {
    const vote = (page: string, locale: 'en' | 'zh', helpful: boolean, site = 'shop') =>
      desk.store.countPageVote({ site, page, locale, day: '2026-11-27', helpful });
    await vote('faq:delivery.time', 'en', true);
    await vote('faq:delivery.time', 'zh', true);
    await vote('faq:delivery.time', 'zh', false);
    await vote('faq:delivery.time', 'en', true, 'bakery');
    expect((await faq('delivery.time')).votes).toEqual({ yes: 2, no: 1 });
    expect((await faq('returns.how')).votes).toEqual({ yes: 0, no: 0 });
  });

  it('take a kept question as a phrasing, and answer it from then on; undone, it is open again', async () => {
    const before = await file();
    const visitor = await desk.visit();
    const ask = async () => (await visitor.answerTo((await visitor.mustSay('any news of the lorry')).seq)).text;
    expect(await ask()).not.toBe('Two to four days.');
    const [group] = (await get<UnansweredView>('/unanswered/shop')).body.groups;
    const change = add('delivery.time', ['any news of the lorry']);
    const saved = await post('/faqs/shop/save', { change, keys: group!.keys });
    expect(saved).toMatchObject({ status: 200, body: { ok: true, undo: expect.any(String) } });
    expect(await ask()).toBe('Two to four days.');
    expect((await get<UnansweredView>('/unanswered/shop')).body.groups).toEqual([]);
    expect(JSON.parse(await file())).toMatchObject({ faqs: [{ _why: 'keep me' }, {}, {}] });

    expect(await post('/faqs/shop/undo', { undo: saved.body['undo'] })).toMatchObject({ status: 200 });
    expect(await file()).toBe(before);
    expect((await get<UnansweredView>('/unanswered/shop')).body.groups).toHaveLength(1);
    expect((await post('/faqs/shop/undo', { undo: saved.body['undo'] })).status).toBe(404);
  });

  it('are judged before they are changed: a test that would fail makes it worse', async () => {
    const written = await file();
    const { body } = await check(add('delivery.time', ['on which day does it get here']));
    const verdict = body['verdict'] as Verdict;
    expect(verdict).toMatchObject({
      worse: true,
      failing: [{ locale: 'en', ask: 'on which day does it get here', expect: 'none', got: 'delivery.time' }],
    });
    expect(verdict.before.asked).toBe(24);
    expect(verdict.after.asked).toBe(25);
    // What lint said before, with other line numbers by now, is no news.
    expect(verdict.findings.map(({ rule }) => rule)).toEqual(['contradictory-test']);
    expect(await file()).toBe(written);
  });

  it('are told first what is gravest of a new one, and nothing of tests, which nobody writes there', async () => {
    const answer = (text: string) => ({ text, links: [], quickReplies: [] });
    const faq = {
      question: { en: 'Do you mend clothes?', zh: '可以修补吗？' },
      phrasings: { en: ['do you mend clothes'], zh: [] },
      answer: { en: answer('TODO'), zh: answer('**可以**。') },
      followUp: null,
    };
    const { body } = await check({ kind: 'add_faq', category: 'delivery', faq });
    const rules = (body['verdict'] as Verdict).findings.map(({ rule }) => rule);
    expect(rules).toEqual(['placeholder-text', 'shown-markup', 'few-phrasings', 'few-phrasings']);
  });

  it('are not asked again where only an answer changes from which nothing is learned', async () => {
    const more = {
      kind: 'add_phrasings',
      intent: 'returns.how',
      phrasings: { en: ['send it back', 'it does not fit'], zh: ['退回去', '不合适'] },
    };
    expect((await post('/faqs/shop/save', { change: more })).status).toBe(200);
    const found = await faq('returns.how');
    const form = { ...formOf(found), answer: { ...found.answer, en: { ...found.answer.en, text: 'Mail us.' } } };
    const change = { kind: 'edit_faq', intent: 'returns.how', version: found.version, faq: form };
    expect((await check(change)).body).toEqual({ state: 'done', verdict: null });
    expect((await post('/faqs/shop/save', { change })).status).toBe(200);
    const visitor = await desk.visit();
    const { seq } = await visitor.mustSay('How do I return something?');
    expect((await visitor.answerTo(seq)).text).toBe('Mail us.');
  });

  it('are asked again where an answer changes that few phrasings stand beside, as the bot learns from it', async () => {
    const found = await faq('returns.how');
    const form = { ...formOf(found), answer: { ...found.answer, en: { ...found.answer.en, text: 'Mail us.' } } };
    const change = { kind: 'edit_faq', intent: 'returns.how', version: found.version, faq: form };
    expect((await check(change)).body).toMatchObject({ state: 'done', verdict: { worse: false } });
  });

  it('that somebody else changed meanwhile are a conflict, and theirs stay', async () => {
    const found = await faq('returns.how');
    await writeFile(join(desk.sitesDir, 'shop/faq/shop.json'), (await file()).replace('Write to us', 'Fax us'));
    const change = { kind: 'edit_faq', intent: 'returns.how', version: found.version, faq: formOf(found) };
    expect((await check(change)).status).toBe(409);
    expect(await post('/faqs/shop/save', { change })).toMatchObject({
      status: 409,
      body: { error: { kind: 'conflict', message: expect.stringContaining('in the meantime') } },
    });
    expect(await file()).toContain('Fax us');
    const gone = { kind: 'delete_faq', intent: 'returns.label', version: 'x' };
    expect((await post('/faqs/shop/save', { change: gone })).status).toBe(404);
  });

  it('are deleted, and written anew', async () => {
    const found = await faq('returns.how');
    const change = { kind: 'delete_faq', intent: 'returns.how', version: found.version };
    const deleted = await post('/faqs/shop/save', { change });
    expect(deleted.status).toBe(200);
    expect((await list()).faqs.map(({ intent }) => intent)).toEqual(['delivery.time', 'payment.methods']);
    const made = await post('/faqs/shop/save', {
      change: { kind: 'add_faq', category: 'returns', faq: formOf(found) },
    });
    expect(made.status).toBe(200);
    expect((await list()).categories).toEqual(['returns', 'shop']);
  });

  it('are refused with place and reason, or as nonsense, and nothing is written', async () => {
    const before = await file();
    const long = await post('/faqs/shop/save', { change: add('delivery.time', ['x'.repeat(600)]) });
    expect(long).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringMatching(/shop\.json, line \d+:.*500/) } },
    });
    for (const change of [null, {}, { kind: 'drop_all' }, { kind: 'add_phrasings', intent: 'a.b', phrasings: ['x'] }]) {
      expect((await post('/faqs/shop/save', { change })).status).toBe(400);
      expect((await post('/faqs/shop/check', { change })).status).toBe(400);
    }
    const big = add(
      'delivery.time',
      Array.from({ length: 400 }, (_, n) => `${n} ${'x'.repeat(2_500)}`),
    );
    expect((await post('/faqs/shop/save', { change: big })).status).toBe(413);
    expect((await get('/faqs/shop/check/nonsense')).status).toBe(404);
    expect(await file()).toBe(before);
  });

  it('of a foreign site, and of nobody, are out of reach', async () => {
    const change = add('delivery.time', ['x']);
    expect((await post('/faqs/nowhere/save', { change })).status).toBe(404);
    for (const path of ['save', 'check', 'undo']) {
      expect((await postToConsole(desk.url, `/faqs/shop/${path}`, { change })).status).toBe(401);
    }
    expect((await fetch(`${desk.url}/console/api/faqs/shop`)).status).toBe(401);
  });
});

describe('the quality of answers', () => {
  const quality = () =>
    until(async () => {
      const { body } = await get<Record<string, unknown>>('/quality/shop');
      return body['state'] === 'done' ? body : null;
    }, 'for the measurement');

  it('is measured, and shown for each budget', async () => {
    const { result } = (await quality()) as { result: Record<string, unknown> };
    expect(result['now']).toMatchObject({ asked: 24, coverage: expect.any(Number) });
    const budgets = result['budgets'] as { budget: number; coverage: number; wrongShare: number | null }[];
    expect(budgets.map(({ budget }) => budget)).toEqual([1, 2, 3, 5, 10]);
    for (const [at, { coverage }] of budgets.entries()) {
      // Who allows more wrong answers gets more answers.
      expect(coverage).toBeGreaterThanOrEqual(budgets[at - 1]?.coverage ?? 0);
    }
  });

  it('follows the budget that the owner chooses, which stands in site.json', async () => {
    expect((await get<{ budget: number }>('/quality/shop')).body.budget).toBe(3);
    expect((await post('/quality/shop', { wrongAnswerBudget: 10 })).status).toBe(200);
    const site = JSON.parse(await readFile(join(desk.sitesDir, 'shop/site.json'), 'utf8')) as object;
    expect(site).toMatchObject({ name: 'Shop', policy: { wrongAnswerBudget: 10 } });
    expect((await get<{ budget: number }>('/quality/shop')).body.budget).toBe(10);
  });

  it('says beside the estimate what became of what visitors asked', async () => {
    const outcomes = async () => (await get<{ visitors: object }>('/quality/shop')).body.visitors;
    expect(await outcomes()).toEqual({ answered: 0, askedBack: 0, unknown: 0 });
    const visitor = await desk.visit();
    for (const words of [KNOWN.question, 'xyzzy plugh']) await visitor.answerTo((await visitor.mustSay(words)).seq);
    expect(await outcomes()).toEqual({ answered: 1, askedBack: 0, unknown: 1 });
  });

  it('refuses a budget that is not offered', async () => {
    for (const wrongAnswerBudget of [0, 7, '3', null]) {
      expect((await post('/quality/shop', { wrongAnswerBudget })).status).toBe(400);
    }
  });
});
