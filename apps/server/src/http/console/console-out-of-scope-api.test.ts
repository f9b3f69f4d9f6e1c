import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FaqListView } from '../../faqs/faq-views.ts';
import type { Verdict } from '../../faqs/judge-change.ts';
import type { UnansweredView } from '../../faqs/unanswered-groups.ts';
import { Owner, postToConsole } from '../../testing/owner.ts';
import { SHOP_FAQS, writeFaqs } from '../../testing/shop-sites.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import { until } from '../../testing/until.ts';

let desk: TestDesk;
let owner: Owner;
beforeEach(async () => {
  desk = await startDesk();
  const [first, ...others] = SHOP_FAQS;
  const tests = { en: [{ ask: 'when will the parcel arrive', expect: 'delivery.time' }] };
  await writeFaqs(desk.sitesDir, 'shop', [{ ...first, tests }, ...others]);
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
const outOfScope = async () => (await get<FaqListView>('/faqs/shop')).body.outOfScope;
const groups = async () => (await get<UnansweredView>('/unanswered/shop')).body.groups;
const check = async (change: object) => {
  const begun = await post('/faqs/shop/check', { change });
  return until(async () => {
    const { status, body } = await get<Record<string, unknown>>(`/faqs/shop/check/${String(begun.body['check'])}`);
    return body['state'] === 'running' ? null : { status, body };
  }, 'for a check');
};
const add = (...en: string[]) => ({ kind: 'add_out_of_scope', sentences: { en } });

describe('what no FAQ answers, in the console', () => {
  it('is taught by a kept question, which is settled: the bot says at once that it does not know, until it is undone', async () => {
    const ask = async (text: string) => {
      const visitor = await desk.visit();
      return (await visitor.answerTo((await visitor.mustSay(text)).seq)) as { text: string; quickReplies?: unknown };
    };
    const asked = 'can I return to my old job';
    const guessed = await ask(asked);
    expect(guessed.text).toContain('Did you mean');
    const [group] = await groups();
    const saved = await post('/faqs/shop/save', { change: add(asked), keys: group!.keys });
    expect(saved).toMatchObject({ status: 200, body: { ok: true, undo: expect.any(String) } });
    expect(await groups()).toEqual([]);
    for (const text of [asked, 'Can I return to my old job?', 'hi, can I return to my old job, thanks']) {
      const told = await ask(text);
      expect(told.text).toContain("I don't know");
      expect(told.quickReplies).toEqual([{ label: 'Talk to a person', intent: 'solodesk.person' }]);
    }
    // The owner has seen it, and is not shown it again.
    expect(await groups()).toEqual([]);
    expect((await ask('How do I return something?')).text).toBe('Write to us and you get a label.');
    expect(await outOfScope()).toMatchObject([{ file: 'shop/faq/out-of-scope.json', sentences: { en: [asked] } }]);

    expect(await post('/faqs/shop/undo', { undo: saved.body['undo'] })).toMatchObject({ status: 200 });
    expect(await outOfScope()).toEqual([]);
    expect((await groups()).flatMap(({ keys }) => keys)).toEqual(expect.arrayContaining(group!.keys));
    expect((await ask(asked)).text).toBe(guessed.text);
  });

  it('is judged before it is taught: a test that would get no answer any more makes the bot worse', async () => {
    const asked = 'when will the parcel arrive';
    const { body } = await check(add(asked));
    expect(body['verdict'] as Verdict).toMatchObject({
      worse: true,
      failing: [{ locale: 'en', ask: asked, expect: 'delivery.time', got: 'none' }],
    });
    expect(await outOfScope()).toEqual([]);
  });

  it('is seen whole and set whole, unless somebody changed it meanwhile', async () => {
    await post('/faqs/shop/save', { change: add('are you hiring', 'do you repair bicycles') });
    const [row] = await outOfScope();
    const set = (en: string[]) => ({
      kind: 'set_out_of_scope',
      file: row!.file,
      version: row!.version,
      sentences: { en },
    });
    expect((await post('/faqs/shop/save', { change: set(['are you hiring', 'new one']) })).status).toBe(200);
    expect(await outOfScope()).toMatchObject([{ sentences: { en: ['are you hiring', 'new one'] } }]);
    expect(await post('/faqs/shop/save', { change: set([]) })).toMatchObject({
      status: 409,
      body: { error: { kind: 'conflict', message: expect.stringContaining('in the meantime') } },
    });
    expect((await check(set([]))).status).toBe(409);
    expect(await outOfScope()).toMatchObject([{ sentences: { en: ['are you hiring', 'new one'] } }]);
  });

  it('is no sentence of an FAQ, none that is too long, and nothing of another shape', async () => {
    for (const [sentence, words] of [
      ['Return label', /shop\.json, line \d+: .*the FAQ "returns\.how"/],
      ['x'.repeat(600), /500/],
    ] as const) {
      expect(await post('/faqs/shop/save', { change: add('fine', sentence) })).toMatchObject({
        status: 400,
        body: { error: { message: expect.stringMatching(words) } },
      });
    }
    const shapes = [
      { kind: 'add_out_of_scope' },
      { kind: 'add_out_of_scope', sentences: ['x'] },
      { kind: 'set_out_of_scope', sentences: { en: ['x'] } },
      { kind: 'add_out_of_scope', sentences: { en: Array.from({ length: 501 }, (_, n) => `n ${n}`) } },
    ];
    for (const change of shapes) expect((await post('/faqs/shop/save', { change })).status).toBe(400);
    expect(await outOfScope()).toEqual([]);
  });

  it('may stand in any file of the site, and goes where the first of them is', async () => {
    const path = join(desk.sitesDir, 'shop/faq/shop.json');
    const file = JSON.parse(await readFile(path, 'utf8')) as object;
    await writeFile(path, JSON.stringify({ ...file, outOfScope: { zh: ['你们招人吗'] } }));
    expect((await post('/faqs/shop/save', { change: add('are you hiring') })).status).toBe(200);
    expect(await outOfScope()).toMatchObject([
      { file: 'shop/faq/shop.json', sentences: { zh: ['你们招人吗'], en: ['are you hiring'] } },
    ]);
  });
});
