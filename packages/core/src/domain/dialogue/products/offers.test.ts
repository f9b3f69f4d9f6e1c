import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import type { InputChange } from '../../../testing/reply-input.ts';
import type { Catalogue, Product } from '../../product.ts';
import type { Recommendation } from '../../recommendation.ts';
import { withoutThread } from '../dialogue-context.ts';
import { decideReply } from '../decide-reply.ts';

const product = (id: string, en: string, zh: string): Product => ({
  ...{ id, names: { en, zh }, price: 10, currency: 'EUR', url: `https://shop.example/${id}` },
});
const KETTLE = product('kettle', 'Kettle', '水壶');
const TEAPOT = product('teapot', 'Teapot', '茶壶');
const SOAP = product('soap', 'Soap', '肥皂');
const catalogue: Catalogue = {
  keeps: new Set(['price']),
  get: (id) => [KETTLE, TEAPOT, SOAP].find((each) => each.id === id) ?? null,
  described: () => [],
  told: () => [],
  called: (words) =>
    [KETTLE, TEAPOT, SOAP].filter(({ names }) =>
      words
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .some((word) => word !== '' && (names.en!.toLowerCase() === word || names.zh === word)),
    ),
};
const offers = (id: string | null): Recommendation[] =>
  id === 'kettle'
    ? [{ product: TEAPOT, reason: { kind: 'together', with: KETTLE, both: 7, of: 31 } }]
    : id === null
      ? [{ product: SOAP, reason: { kind: 'popular', people: 20 } }]
      : [];
const say = (text: string, change: InputChange = {}) => decideReply(replyInput({ catalogue, offers, text, ...change }));

describe('what goes with a product', () => {
  it.each([
    ['What goes with the kettle?', 'en', 'Goes with Kettle:\n• Teapot: 7 of 31 who bought Kettle bought it too.'],
    ['does anything pair well with the kettle', 'en', 'Teapot: 7 of 31'],
    ['水壶 还有什么搭配？', 'zh', '可以搭配水壶的：\n• 茶壶：买了水壶的 31 人中有 7 人也买了它。'],
    ['What do you recommend?', 'en', 'Soap: 20 people bought it.'],
    ['有什么推荐吗', 'zh', '肥皂：已有 20 人购买。'],
  ] as const)('%s', (text, locale, words) => {
    const reply = say(text, { locale });
    expect(reply.text).toContain(words);
    expect(reply.links).toHaveLength(1);
    expect(reply.reason.kind).toBe('answered');
  });

  it('is asked for by a button under an answer about it, and then it is the one that was spoken of', () => {
    const answer = say('how much is the kettle?');
    expect(answer.quickReplies).toEqual([{ label: 'What goes with it?' }]);
    const next = say('What goes with it?', { context: answer.context ?? null });
    expect(next.text).toContain('Teapot');
    expect(say('还有什么搭配？', { locale: 'zh', context: answer.context ?? null }).text).toContain('茶壶');
  });

  it('is left to the FAQs where nothing can be said, nothing is recommended, or something else is meant', () => {
    for (const [text, change] of [
      ['What goes with the soap?', {}],
      ['What goes with the kettle?', { offers: undefined }],
      ['Does my parcel go with the night train?', {}],
    ] as const) {
      expect(say(text, change).text).not.toMatch(/goes with|bought/i);
    }
    expect(say('how much is the soap?').quickReplies).toEqual([]);
  });

  it.each([
    ['What goes with the kettle?', 'en', /as long as your complaint is open, I recommend nothing/],
    ['What do you recommend?', 'en', /as long as your complaint is open/],
    ['水壶还有什么搭配？', 'zh', /先把投诉处理好/],
  ] as const)('is not said to somebody with an open complaint, who hears why: %s', (text, locale, words) => {
    const offerStanding = () => ({ complains: true, held: true });
    const reply = say(text, { locale, offerStanding, ticket: 'S-1' });
    expect(reply.text).toMatch(words);
    expect(reply.text).not.toMatch(/Teapot|Soap|茶壶|肥皂/);
    expect(reply.links).toEqual([]);
    // What is known of a product is told as always, without a button.
    const facts = say('how much is the kettle?', { offerStanding });
    expect([facts.text, facts.quickReplies]).toEqual([expect.stringContaining('10'), []]);
  });

  it('is not pressed on somebody with an open request, who is angry, or who declined', () => {
    expect(say('how much is the kettle?', { ticket: 'S-1' }).quickReplies).toEqual([]);
    const held = () => ({ complains: false, held: true });
    expect(say('how much is the kettle?', { offerStanding: held }).quickReplies).toEqual([]);
    const asked = say('What goes with the kettle?');
    const angry = { ...asked.context!, insults: 1 };
    expect(say('how much is the kettle?', { context: angry }).quickReplies).toEqual([]);
    for (const [text, locale, words] of [
      ['No thanks', 'en', 'I will not suggest anything more'],
      ['不用了', 'zh', '不再推荐'],
    ] as const) {
      const declined = say(text, { locale, context: asked.context ?? null });
      expect(declined.text).toContain(words);
      expect(say('how much is the kettle?', { context: declined.context ?? null }).quickReplies).toEqual([]);
    }
    expect(say('how much is the kettle?', { context: asked.context ?? null }).quickReplies).toHaveLength(1);
  });

  it('is answered to those who declined and ask themselves, and still not pressed on them: not days later, nor after much else', () => {
    const asked = say('What goes with the kettle?');
    let { context } = say('No thanks', { context: asked.context ?? null });
    const again = say('What goes with the kettle?', { context: context ?? null });
    expect(again.text).toContain('Teapot');
    context = again.context;
    for (let n = 0; n < 9; n++)
      context = say(`how much is the ${n % 2 ? 'soap' : 'kettle'}?`, { context: context! }).context;
    const now = 1_000_000 + 40 * 86_400_000;
    expect(say('how much is the kettle?', { context: withoutThread(context!), now }).quickReplies).toEqual([]);
  });

  it.each([
    ['Please stop recommending things', 'en'],
    ["don't suggest anything to me.", 'en'],
    ['no more recommendations, please', 'en'],
    ['别再给我推荐了', 'zh'],
    ['请不要推荐商品', 'zh'],
  ] as const)('is declined at any time: %s', (text, locale) => {
    const { text: said, context } = say(text, { locale });
    expect(said).toBe(locale === 'en' ? 'All right, I will not suggest anything more.' : '好的，我不再推荐了。');
    expect(say('how much is the kettle?', { context: context ?? null }).quickReplies).toEqual([]);
  });

  it.each(['No thanks', 'stop', "I don't recommend it", '不用了'])(
    'is not declined by what is said about something else: %s',
    (text) => {
      expect(say(text).context?.wantsNoOffers).toBeUndefined();
    },
  );
});
