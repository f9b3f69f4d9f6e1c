import { describe, expect, it } from '@jest/globals';
import type { IntentModel, KnowledgeBase, Locale, VainSearch } from '@solodesk/core';
import { PLAIN_VOICE } from '@solodesk/core';
import { silentLog } from '@solodesk/core/testing';
import type { HelpReading } from './help-reading.ts';
import { VainSearches } from './vain-searches.ts';

const MINUTE = 60_000;
const BOOK = { faqs: new Map(), hash: 'h', locales: ['en', 'zh'] };

function start({ limited = true, guesses = {} as Record<string, number>, outOfScope = false, learned = true } = {}) {
  let now = 1_000;
  let broken = false;
  const kept: (VainSearch & { site: string })[] = [];
  const told: string[] = [];
  const model: IntentModel = {
    bookHash: 'h',
    thresholds: { answer: 0.7, suggest: 0.3, hint: 0.2 },
    understand: (_text, locale) => ({
      locale,
      guesses: Object.entries(guesses).map(([intent, confidence]) => ({ intent, confidence })),
      outOfScope,
    }),
  };
  const searches = new VainSearches({
    store: {
      keepSearch: async (site, search) => {
        if (broken) throw new Error('disk full');
        kept.push({ site, ...search });
      },
    },
    knowledge: { of: () => (learned ? { model, book: BOOK, catalogue: null } : null) } as unknown as KnowledgeBase,
    clock: { now: () => now },
    log: silentLog,
    limited,
    onKept: (site) => told.push(site),
  });
  const search = (query: string, { site = 'shop', address = '1.2.3.4', locale = 'en' as Locale } = {}) => {
    const reading = {
      site: {
        ...{ id: site, name: 'Shop', ownerName: 'Mara', locales: ['en', 'zh'], voice: PLAIN_VOICE },
        ...{ emergency: null, recognise: { orderNumber: null, country: null, currency: null } },
      },
    };
    return searches.note(reading as unknown as HelpReading, { query, locale }, address);
  };
  const texts = () => kept.map(({ text }) => text);
  return { kept, told, search, texts, pass: (ms: number) => void (now += ms), breakDisk: () => void (broken = true) };
}

describe('a search that found nothing', () => {
  it('is kept for the owner of its site, with its language and what the bot thought, and nothing of who searched', async () => {
    const { search, kept, told } = start({ guesses: { 'returns.how': 0.25 } });
    await search('礼品包装', { locale: 'zh' });
    const guesses = [{ intent: 'returns.how', confidence: 0.25 }];
    expect(kept).toEqual([{ site: 'shop', at: 1_000, text: '礼品包装', locale: 'zh', guesses }]);
    expect(told).toEqual(['shop']);
  });

  it('is kept without what could lead to a person, and not at all where nothing else is in it', async () => {
    const { search, texts } = start();
    await search('gift wrap for jane@mail.example');
    for (const query of ['', '?', '48213', 'jane@mail.example', '138 0013 8000']) await search(query);
    expect(texts()).toEqual(['gift wrap for name@example.com']);
  });

  it.each([
    ['what the bot says by itself, as a greeting', { guesses: { 'solodesk.greeting': 0.95 } }],
    ['what the owner says that no FAQ answers', { outOfScope: true }],
    ['anything before the bot has learned', { learned: false }],
  ])('is not kept: %s', async (_what, options) => {
    const { search, texts } = start(options);
    await search('hello there');
    expect(texts()).toEqual([]);
  });

  it('is one however often its page is loaded within an hour, also where limits are off', async () => {
    const { search, texts, pass } = start({ limited: false });
    for (const query of ['gift wrap', 'Gift wrap', ' gift  wrap ']) await search(query);
    expect(texts()).toEqual(['gift wrap']);
    await search('gift wrap', { address: '5.6.7.8' });
    await search('gift wrap', { site: 'bakery' });
    pass(60 * MINUTE);
    await search('gift wrap');
    expect(texts()).toHaveLength(4);
  });

  it('is one of ten of a sender at a time, and of sixty of a site; more come with time', async () => {
    const { search, texts, pass } = start();
    for (let n = 0; n < 20; n++) await search(`thing ${'x'.repeat(n + 2)}`);
    expect(texts()).toHaveLength(10);
    pass(MINUTE);
    await search('one more');
    expect(texts()).toHaveLength(11);
    for (let n = 0; n < 100; n++) await search('gift wrap', { address: `10.0.0.${n}` });
    expect(texts()).toHaveLength(62);
    await search('gift wrap', { site: 'bakery', address: '5.6.7.8' });
    expect(texts()).toHaveLength(63);
  });

  it('that cannot be kept is nobody’s trouble who searches', async () => {
    const { search, told, breakDisk } = start();
    breakDisk();
    await expect(search('gift wrap')).resolves.toBeUndefined();
    expect(told).toEqual([]);
  });
});
