import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import type { InputChange } from '../../../testing/reply-input.ts';
import { RETURNS } from '../../../testing/test-desk.ts';
import { BUILT_IN } from '../../faq.ts';
import { PRODUCT_FACTS } from '../../product.ts';
import type { Catalogue, Product, ProductFact } from '../../product.ts';
import { PLAIN_VOICE } from '../../voice.ts';
import { decideReply } from '../decide-reply.ts';
import { priceText } from './product-facts.ts';

const SHIRT: Product = {
  id: 'shirt',
  names: { en: 'Linen shirt', zh: '亚麻衬衫' },
  price: 89,
  currency: 'EUR',
  url: 'https://shop.example/shirt',
  stock: 3,
  sizes: ['S', 'M', 'L'],
  specs: { en: ['100 % linen', '170 g/m²'] },
};
const APRON: Product = {
  id: 'apron',
  names: { en: 'Kitchen apron', zh: '厨房围裙' },
  price: null,
  currency: null,
  url: null,
};
const SOCKS = [1, 2, 3, 4, 5, 6].map((number): Product => ({
  ...APRON,
  id: `sock-${number}`,
  names: { en: `Sock ${number}` },
}));

/** Finds a product by any of its words, and counts how often it is asked. */
function catalogueOf(
  products: readonly Product[],
  keeps: readonly ProductFact[] = ['price', 'stock', 'sizes', 'details'],
) {
  const asked: string[] = [];
  const catalogue: Catalogue = {
    keeps: new Set(keeps),
    get: (id) => products.find((product) => product.id === id) ?? null,
    told: () => [],
    described: (words) => products.filter(({ names }) => words.includes('lined') && words.includes(names.en!)),
    called(words, spelling) {
      asked.push(spelling);
      const wanted = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      return products.filter(({ names }) => {
        const name = `${names.en} ${names.zh}`.toLowerCase();
        return (
          wanted.length > 0 && wanted.every((word) => name.includes(word) || (spelling === 'slips' && word === 'shrit'))
        );
      });
    },
  };
  return { catalogue, asked };
}
const { catalogue } = catalogueOf([SHIRT, APRON]);
const ask = (text: string, change: InputChange = {}) => decideReply(replyInput({ text, catalogue, ...change }));
const zh = (text: string, change: InputChange = {}) => ask(text, { locale: 'zh', ...change });

describe('a question about a product whose asking words are mistyped', () => {
  it.each([
    ['how mcuh is the linen shirt', 'Linen shirt: €89.00.'],
    ['hwo much is the linen shirt?', 'Linen shirt: €89.00.'],
    ['hwo mcuh si teh linen shirt', 'Linen shirt: €89.00.'],
    ['how much si the linen shirt', 'Linen shirt: €89.00.'],
    ['whats the pirce of the linen shirt', 'Linen shirt: €89.00.'],
    ['waht does the linen shirt cost', 'Linen shirt: €89.00.'],
    ['is the linen shirt avalable', 'Linen shirt is in stock, 3 left.'],
    ['linen shirt in stcok?', 'Linen shirt is in stock, 3 left.'],
    ['whihc szies does the linen shirt come in', 'Sizes of Linen shirt: S, M, L.'],
  ])('is read as it is meant: %s', (text, answer) => {
    // The FAQ that the model takes it for is about something else.
    expect(ask(text, { understand: () => [{ intent: RETURNS.intent, confidence: 0.95 }] }).text).toContain(answer);
  });

  it('is none where the bot itself is asked what it likes', () => {
    for (const text of ['do you like linen shirts', 'do you ever wear a linen shirt'])
      expect([text, ask(text).reason.guesses[0]?.intent]).not.toEqual([text, PRODUCT_FACTS]);
  });

  it('is none where a word only looks like one of them', () => {
    const words = [
      'do you sell rice',
      'a dose of it',
      'how munch is it',
      'the linen shirt was a present from my socks',
    ];
    for (const text of words) expect([text, ask(text).reason.guesses[0]?.intent]).not.toEqual([text, PRODUCT_FACTS]);
  });
});

describe('a question about a product', () => {
  it.each([
    ['how much is the linen shirt?', 'Linen shirt: €89.00.'],
    ["what's the price of the linen shirt, please", 'Linen shirt: €89.00.'],
    ['is the linen shirt in stock', 'Linen shirt is in stock, 3 left.'],
    ['Which sizes does the linen shirt come in?', 'Sizes of Linen shirt: S, M, L.'],
    ['do you have the linen shirt in XL', "I'm sorry, Linen shirt does not come in XL. Its sizes: S, M, L."],
    ['linen shirt xs?', "I'm sorry, Linen shirt does not come in XS. Its sizes: S, M, L."],
    ['do u have the linen shirt in medium pls', 'Yes, Linen shirt comes in M. All sizes: S, M, L.'],
    ['do you have the linen shirt in size medium', 'Yes, Linen shirt comes in M. All sizes: S, M, L.'],
    ['does the linen shirt come in S or M', 'Sizes of Linen shirt: S, M, L.'],
    ['what is the linen shirt made of', 'Linen shirt: – 100 % linen\n– 170 g/m²'],
    [
      'do you sell the linen shirt?',
      'Linen shirt: €89.00.\nLinen shirt is in stock, 3 left.\nSizes of Linen shirt: S, M, L.',
    ],
  ])('%j is answered from the catalogue', (text, said) => {
    expect(ask(text)).toMatchObject({
      text: said,
      links: [{ label: 'Linen shirt', url: 'https://shop.example/shirt' }],
      reason: { kind: 'answered', guesses: [{ intent: PRODUCT_FACTS }] },
      handoff: null,
    });
  });

  it.each([
    ['亚麻衬衫多少钱', '亚麻衬衫：€89.00。'],
    ['请问亚麻衬衫还有货吗？', '亚麻衬衫有货，还剩 3 件。'],
    ['亚麻衬衫有 XL 码吗', '抱歉，亚麻衬衫没有 XL 码。现有尺码：S、M、L。'],
    ['亚麻衬衫有大码吗', '有的，亚麻衬衫有 L 码。全部尺码：S、M、L。'],
    ['亚麻衬衫怎么卖', '亚麻衬衫：€89.00。'],
  ])('%j is answered in Chinese', (text, said) => {
    expect(zh(text).text).toBe(said);
  });

  it('may be mistyped where its price is asked, although an FAQ is near; what is done with it is not its price', () => {
    const understand = () => [{ intent: RETURNS.intent, confidence: 0.9 }];
    expect(ask('how much is the linen shrit?', { understand }).text).toBe('Linen shirt: €89.00.');
    for (const text of [
      'how much is the shrit',
      'how much is it to return the linen shrit',
      'how much is purple paint',
    ])
      expect(ask(text, { understand }).text).not.toContain('€89');
  });

  it('of which the catalogue says nothing is met with "I don\'t know", kept for the owner, and a person is offered', () => {
    expect(ask('how much is the kitchen apron?')).toMatchObject({
      text: "I don't know the price of Kitchen apron. I can get a person for you.",
      quickReplies: [{ intent: BUILT_IN.person }],
      reason: { kind: 'unsure' },
      unsureStreak: 1,
      context: { offered: [BUILT_IN.person] },
    });
    expect(ask('how much is the kitchen apron?', { voice: { ...PLAIN_VOICE, tone: 'formal' } }).text).toBe(
      'I do not know the price of Kitchen apron. I can also ask a person to help you.',
    );
    expect(zh('厨房围裙多少钱').text).toBe('我不清楚厨房围裙的价格。我可以帮您转人工。');
  });

  it('is told what is known of it, and what is not', () => {
    const { catalogue: some } = catalogueOf([{ ...SHIRT, sizes: [] }]);
    expect(ask('price and sizes of the linen shirt', { catalogue: some })).toMatchObject({
      text: "Linen shirt: €89.00.\nI don't know the sizes of Linen shirt. I can get a person for you.",
      reason: { kind: 'answered' },
    });
  });

  it('comes before the FAQs, which are about prices in general', () => {
    const understand = () => [{ intent: RETURNS.intent, confidence: 0.99 }];
    expect(ask('how much is the linen shirt', { understand }).text).toBe('Linen shirt: €89.00.');
  });

  it('about something else than the product itself is left to the FAQs', () => {
    const understand = () => [{ intent: RETURNS.intent, confidence: 0.99 }];
    expect(ask('how much is it to return the linen shirt', { understand }).text).toBe('Within 30 days.');
    expect(zh('亚麻衬衫退货运费多少钱', { understand }).text).toBe('30 天内可以退货。');
  });

  it('about what the catalogue does not keep is left to an FAQ, where there is one', () => {
    const { catalogue: noStock } = catalogueOf([{ ...APRON }], ['price']);
    const understand = () => [{ intent: RETURNS.intent, confidence: 0.99 }];
    expect(ask('is the kitchen apron in stock', { catalogue: noStock, understand }).text).toBe('Within 30 days.');
    expect(ask('is the kitchen apron in stock', { catalogue: noStock }).text).toContain("I don't know the stock");
  });

  it('with a slip, or of nothing but a name, is answered where no FAQ is sure', () => {
    expect(ask('how much is the linen shrit').text).toBe('Linen shirt: €89.00.');
    expect(ask('linen shirt').text).toContain('€89.00');
    const understand = () => [{ intent: RETURNS.intent, confidence: 0.99 }];
    expect(ask('linen shirt', { understand }).text).toBe('Within 30 days.');
  });

  it('for a colour is told what the catalogue says of colours, and nothing that it does not', () => {
    const dyed = { ...SHIRT, specs: { en: ['100 % linen', 'Teal or oat'], zh: ['青色或燕麦色'] } };
    const rust = { ...APRON, id: 'rust', names: { en: 'Apron, rust', zh: '铁锈红围裙' } };
    const { catalogue: coloured } = catalogueOf([dyed, APRON, rust], ['colours']);
    const asking = (text: string, change: InputChange = {}) => ask(text, { catalogue: coloured, ...change });
    expect(asking('do you have the linen shirt in black').text).toBe('Linen shirt: Teal or oat');
    expect(asking('what colours does the linen shirt come in?').text).toBe('Linen shirt: Teal or oat');
    expect(asking('亚麻衬衫有黑色的吗', { locale: 'zh' }).text).toBe('亚麻衬衫：青色或燕麦色');
    expect(asking('how much is the linen shirt in dark blue').text).toBe(
      'Linen shirt: €89.00.\nLinen shirt: Teal or oat',
    );
    // A colour of the name tells which one is meant.
    expect(asking('do you have the apron in rust').text).toBe('Yes, we have Apron, rust.');
    const { catalogue: one } = catalogueOf([rust], ['colours']);
    expect(ask('do you have the apron in navy', { catalogue: one }).text).toBe('In our catalogue: Apron, rust.');
    expect(asking('do you have the kitchen apron in black')).toMatchObject({
      text: "I don't know the colours of Kitchen apron. I can get a person for you.",
      reason: { kind: 'unsure' },
    });
    const context = asking('how much is the linen shirt').context ?? null;
    expect(asking('in black?', { context }).text).toBe('Linen shirt: Teal or oat');
    expect(asking('有黑色的吗', { context, locale: 'zh' }).text).toBe('亚麻衬衫：青色或燕麦色');
    expect(asking('do you have it in black').text).not.toContain('Linen shirt');
  });

  it('may say what it looks for by its description, but not what shall be done with it', () => {
    expect(ask('do you have a lined Linen shirt').text).toContain('Linen shirt: €89.00.');
    expect(ask('price to ship a lined Linen shirt').text).not.toContain('€89.00');
  });

  it('that may mean several is answered for each, or asked back', () => {
    expect(ask('price of the linen kitchen').reason.kind).toBe('unsure');
    const { catalogue: socks } = catalogueOf(SOCKS);
    expect(ask('how much is a sock', { catalogue: socks })).toMatchObject({
      text: 'Which one do you mean?',
      quickReplies: [{ label: 'Sock 1' }, {}, {}, {}, {}],
    });
    expect(ask('is a sock in stock', { catalogue: catalogueOf(SOCKS.slice(0, 2)).catalogue }).text).toBe(
      "I don't know the stock of Sock 1.\nI don't know the stock of Sock 2. I can get a person for you.",
    );
  });

  it('may follow on another', () => {
    const context = ask('how much is the linen shirt').context ?? null;
    expect(ask('and which sizes are there?', { context }).text).toBe('Sizes of Linen shirt: S, M, L.');
    expect(ask('is it in stock?', { context }).text).toBe('Linen shirt is in stock, 3 left.');
    expect(ask('and the kitchen apron?', { context }).text).toContain("I don't know the price of Kitchen apron");
    expect(ask('is it in stock?').text).not.toContain('Linen shirt');
  });

  it('may stand beside another question', () => {
    const understand = (text: string) => (/send/.test(text) ? [{ intent: RETURNS.intent, confidence: 0.9 }] : []);
    expect(ask('how much is the linen shirt and how do I send things back?', { understand })).toMatchObject({
      text: 'Linen shirt: €89.00.\n\nWithin 30 days.',
      context: { intents: [PRODUCT_FACTS, RETURNS.intent] },
    });
  });

  it('is looked for in no other message: that costs nothing', () => {
    const counted = catalogueOf([SHIRT]);
    const understand = () => [{ intent: RETURNS.intent, confidence: 0.9 }];
    ask('can I send it back', { catalogue: counted.catalogue, understand });
    ask('x'.repeat(500), { catalogue: counted.catalogue, understand });
    ask('how much is it', { catalogue: null });
    expect(counted.asked).toEqual([]);
  });
});

describe('a price', () => {
  it('is written as people of the language do', () => {
    expect(priceText(1234.5, 'EUR', 'en')).toBe('€1,234.50');
    expect(priceText(99, 'CNY', 'zh')).toBe('¥99.00');
    expect(priceText(3000, 'JPY', 'en')).toBe('¥3,000');
  });
});
