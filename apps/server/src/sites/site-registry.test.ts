import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IntentTrainer } from '@solodesk/core';
import { createMemoryStore, silentLog } from '@solodesk/core/testing';
import { KNOWN, SHOP_FAQS, writeFaqs, writeSite } from '../testing/shop-sites.ts';
import { smallTrainer, trainerThat } from '../testing/small-trainer.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { DeskOptions, TestDesk } from '../testing/start-desk.ts';
import { until } from '../testing/until.ts';
import { SiteRegistry } from './site-registry.ts';

interface Problems {
  problems: { file: string; line: number; message: string }[];
}

let desk: TestDesk;
const start = async (options: DeskOptions = {}) =>
  (desk = await startDesk({ environment: { LIMITS: 'off' }, ...options }));
const ask = async () => {
  const visitor = await desk.visit();
  const { seq } = await visitor.mustSay(KNOWN.question);
  return (await visitor.answerTo(seq)).text;
};
const ENGRAVING = {
  form: 'engraving',
  title: { en: 'Engraving', zh: '刻字' },
  startedBy: ['payment.methods'],
  slots: [
    {
      ...{
        name: 'words',
        type: 'text',
        label: { en: 'Words', zh: '文字' },
        prompt: { en: 'Which words?', zh: '刻什么字？' },
      },
      purpose: { en: 'to engrave them', zh: '用于刻字' },
    },
  ],
};
/** To learn four times, asked by eight all the while, takes as long as the machine makes it. */
const HANGS_MS = 120_000;
const answering = (text: string) => SHOP_FAQS.map((faq) => ({ ...faq, answer: { en: text, zh: text } }));

describe('site files that change while people chat', () => {
  afterEach(() => desk.end());

  it('are taken over without a restart', async () => {
    await start();
    expect(await ask()).toBe(KNOWN.answer);
    await writeFaqs(desk.sitesDir, 'shop', answering('Tomorrow.'));
    await until(async () => (await ask()) === 'Tomorrow.', 'for the new answer');
  });

  it('go on as they last were when a file is bad, and the owner hears where and why', async () => {
    await start();
    const owner = await desk.console();
    await writeFile(join(desk.sitesDir, 'shop/faq/shop.json'), '{\n  "category": "shop",\n  "faqs": [,]\n}');
    const { problems } = await owner.heard.until<Problems>('problems', (body) => body.problems.length > 0);
    expect(problems[0]).toMatchObject({ file: expect.stringContaining('shop.json'), line: 3 });
    expect((await owner.must('inbox', { filter: 'open' })).problems).toEqual(problems);
    expect(desk.logLines.some((line) => line.includes('refused') && line.includes('shop.json'))).toBe(true);
    expect(await ask()).toBe(KNOWN.answer);

    await writeFaqs(desk.sitesDir, 'shop', answering('Mended.'));
    await owner.heard.until<Problems>('problems', (body) => body.problems.length === 0);
    expect(await ask()).toBe('Mended.');
  });

  it('go on as they last were when the bot cannot learn them', async () => {
    let fails = false;
    await start({
      trainer: {
        train: (book) =>
          fails ? Promise.reject(new Error('the process died\n    at its end')) : smallTrainer.train(book),
      },
    });
    const owner = await desk.console();
    fails = true;
    await writeFaqs(desk.sitesDir, 'shop', [
      ...SHOP_FAQS.slice(1),
      { ...SHOP_FAQS[0], question: { en: 'New?', zh: '新？' } },
    ]);
    const { problems } = await owner.heard.until<Problems>('problems', (body) => body.problems.length > 0);
    expect(problems[0]?.message).toContain('(the process died)');
    expect(await ask()).toBe(KNOWN.answer);
  });

  it('never answer with the model of one reading and the texts of another', async () => {
    const mixed: string[] = [];
    const trainer = trainerThat((_text, book) => {
      // The model that is asked belongs to this book: its answers are the ones to expect.
      expected = book.faqs.get('delivery.time')?.answer.en?.text ?? '';
    });
    let expected = '';
    await start({ trainer });
    const visitors = await Promise.all(Array.from({ length: 8 }, () => desk.visit()));
    let reloading = true;
    const reloads = (async () => {
      for (let n = 0; n < 4; n++) {
        await writeFaqs(desk.sitesDir, 'shop', answering(`Version ${n}.`));
        await until(async () => (await ask()) === `Version ${n}.`, `for version ${n}`, HANGS_MS);
      }
    })().finally(() => (reloading = false));
    await Promise.all(
      visitors.map(async (visitor) => {
        while (reloading) {
          const { seq } = await visitor.mustSay(KNOWN.question);
          const { text } = await visitor.answerTo(seq);
          if (text !== KNOWN.answer && !/^Version \d\.$/.test(text)) mixed.push(text);
          // In this process the bot learns, too.
          await setTimeout(10);
        }
      }),
    );
    await reloads;
    expect(mixed).toEqual([]);
    expect(expected).toBe('Version 3.');
  });

  it('bring a new site, and take one away', async () => {
    await start();
    await writeSite(desk.sitesDir, 'second');
    await until(() => desk.server.sites.get('second'), 'for the new site');
    const visitor = await desk.visit({ site: 'second' });
    expect((await visitor.say('hello')).ok).toBe(true);
    await rm(join(desk.sitesDir, 'second'), { recursive: true });
    await until(() => desk.server.sites.get('second') === null, 'for the site to go');
    await expect(desk.knock({ site: 'second' }).welcomed).rejects.toThrow('not_found');
  });
});

describe('a reading of site files', () => {
  let sitesDir: string;
  beforeEach(async () => {
    sitesDir = await mkdtemp(join(tmpdir(), 'solodesk-registry-'));
  });
  afterEach(() => rm(sitesDir, { recursive: true }));

  const registryOf = async (trainer: IntentTrainer) => {
    await writeSite(sitesDir, 'shop');
    return new SiteRegistry({
      learnAgainMs: 20,
      sitesDir,
      keptDir: null,
      trainer,
      store: createMemoryStore(),
      log: silentLog,
      publicUrl: () => 'http://localhost',
      onProblems: () => undefined,
      onArrival: () => Promise.resolve(),
    });
  };

  it('is done again by itself when the bot could not learn, as with a disk that was full', async () => {
    let isFull = true;
    const registry = await registryOf({
      train: (book) => (isFull ? Promise.reject(new Error('ENOSPC')) : smallTrainer.train(book)),
    });
    await registry.reload('shop');
    expect(registry.of('shop')).toBeNull();
    expect(registry.problems('shop')[0]?.message).toContain('ENOSPC');
    isFull = false;
    await until(() => registry.of('shop') !== null, 'for the bot to learn');
    await until(() => registry.problems('shop').length === 0, 'for the problem to go');
    await registry.stop();
  });

  it('ends when they are served, also one that a newer reading overtook', async () => {
    let learned: () => void = () => undefined;
    const learning = new Promise<void>((resolve) => (learned = resolve));
    const registry = await registryOf({ train: (book) => learning.then(() => smallTrainer.train(book)) });
    const overtaken = registry.reload('shop');
    const newest = registry.reload('shop');
    setImmediate(learned);
    await overtaken;
    expect(registry.of('shop')?.book.faqs.size).toBe(SHOP_FAQS.length);
    await newest;
  });

  it('serves new settings while a bot still learns, and the new FAQs with them when it has', async () => {
    let learned: () => void = () => undefined;
    let fail: (cause: Error) => void = () => undefined;
    const lesson = () => new Promise<void>((resolve, reject) => ([learned, fail] = [resolve, reject]));
    let learning = lesson();
    const registry = await registryOf({ train: (book) => learning.then(() => smallTrainer.train(book)) });
    const rename = async (name: string) => {
      await writeFile(join(sitesDir, 'shop/site.json'), JSON.stringify({ name }));
      return registry.reload('shop', 'settings');
    };
    const nameServed = () => registry.get('shop')?.name;
    const faqsServed = () => [registry.of('shop'), registry.help('shop')].map((of) => of?.book.faqs.size);
    const modelOfBook = () => registry.of('shop')?.model.bookHash === registry.of('shop')?.book.hash;
    await rename('Before it can answer');
    expect([nameServed(), registry.of('shop')]).toEqual(['Before it can answer', null]);
    learned();
    await registry.reload('shop');

    learning = lesson();
    await rename('With nothing new to learn');
    expect(nameServed()).toBe('With nothing new to learn');

    await writeFaqs(sitesDir, 'shop', SHOP_FAQS.slice(1));
    await rename('With FAQs to learn');
    expect([nameServed(), registry.help('shop')?.site.name]).toEqual(Array(2).fill('With FAQs to learn'));
    expect([...faqsServed(), modelOfBook()]).toEqual([SHOP_FAQS.length, SHOP_FAQS.length, true]);
    fail(new Error('the process died'));
    await registry.reload('shop');
    expect([nameServed(), ...faqsServed()]).toEqual(['With FAQs to learn', SHOP_FAQS.length, SHOP_FAQS.length]);

    learning = lesson();
    const all = registry.reload('shop');
    learned();
    await all;
    expect([...faqsServed(), modelOfBook()]).toEqual([SHOP_FAQS.length - 1, SHOP_FAQS.length - 1, true]);
  });

  it('serves new forms with the actions of new settings, whatever has to be learned', async () => {
    let isLearning = false;
    const registry = await registryOf({
      train: (book) => (isLearning ? new Promise(() => undefined) : smallTrainer.train(book)),
    });
    await registry.reload('shop');
    isLearning = true;
    await mkdir(join(sitesDir, 'shop/forms'));
    await writeFile(join(sitesDir, 'shop/forms/engraving.json'), JSON.stringify(ENGRAVING));
    await writeFaqs(sitesDir, 'shop', SHOP_FAQS.slice(1));
    await registry.reload('shop', 'settings');
    expect(registry.of('shop')?.forms.map(({ name }) => name)).toEqual(['engraving']);
    expect(registry.of('shop')?.book.faqs.size).toBe(SHOP_FAQS.length);
  });
});
