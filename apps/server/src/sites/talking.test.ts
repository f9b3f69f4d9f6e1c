import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideReply } from '@solodesk/core';
import type { BotReply, DialogueContext, FaqBook, IntentModel, Locale } from '@solodesk/core';
import { replyInput } from '@solodesk/core/testing';
import { loadSite } from '@solodesk/faq';
import { loadModel } from '@solodesk/nlu';
import { trainedBefore } from '../testing/trained-before.ts';

const SITES = fileURLToPath(new URL('../../../demo/sites', import.meta.url));

interface FaqFile {
  faqs: { intent: string; tests: Record<Locale, { ask: string; expect: string }[]> }[];
}

/** The demo shop's own tests: sentences that are questions by themselves. */
const TESTS = readdirSync(`${SITES}/shop/faq`)
  .flatMap((name) => (JSON.parse(readFileSync(`${SITES}/shop/faq/${name}`, 'utf8')) as FaqFile).faqs)
  .flatMap((faq) =>
    (['en', 'zh'] as const).flatMap((locale) => faq.tests[locale].map((test) => ({ ...test, locale }))),
  );

describe('talking with the demo shop', () => {
  let book: FaqBook;
  let model: IntentModel;

  beforeAll(async () => {
    const reading = await loadSite(SITES, 'shop');
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    book = reading.book;
    model = loadModel(await trainedBefore(book), book.hash);
  });

  const say = (text: string, locale: Locale, context: DialogueContext | null = null) =>
    decideReply(
      replyInput({
        text,
        locale,
        context,
        book,
        thresholds: model.thresholds,
        understand: (words) => model.understand(words, locale).guesses,
      }),
    );
  const answered = ({ reason, context }: BotReply) =>
    reason.kind === 'answered' ? (context?.intents.join('+') ?? '') : reason.kind;
  const offered = (reply: BotReply) => reply.quickReplies.flatMap(({ intent }) => intent ?? []);
  const talk = (locale: Locale, first: string, second: string) =>
    say(second, locale, say(first, locale).context ?? null);

  it.each([
    ['en', 'do you ship to norway and what does it cost?', 'delivery.countries+delivery.cost'],
    ['en', 'do you ship to norway and how much is shipping?', 'delivery.countries+delivery.cost'],
    ['en', 'do you ship to norway and what is the capital of peru?', 'delivery.countries'],
  ] as const)('understands the second of two questions by the first, %s: %s', (locale, text, intents) => {
    expect(answered(say(text, locale))).toBe(intents);
  });

  it.each([
    ['en', 'How much is delivery?', 'what about returns?', 'returns.cost'],
    ['en', 'How much is delivery?', 'and to Canada?', 'delivery.cost'],
    ['en', 'Do you ship to Canada?', 'how much is it?', 'delivery.cost'],
    ['en', 'How can I pay?', 'and with paypal?', 'payment.methods'],
    ['en', 'Do you have gift cards?', 'how long are they valid?', 'gifts.card'],
    ['en', 'How do I wash linen?', 'and ironing?', 'care.ironing'],
    ['en', 'Where is my order?', 'can I cancel it?', 'order.cancel'],
    ['zh', '运费多少钱', '那退货呢？', 'returns.cost'],
    ['zh', '运费多少钱', '那退货的运费呢？', 'returns.cost'],
    ['zh', '可以用支付宝吗', '那微信呢', 'payment.methods'],
    ['zh', '有礼品卡吗', '有效期呢？', 'gifts.card'],
    ['zh', '几点开门', '周日呢？', 'shop.hours'],
    ['zh', '我的订单到哪了', '能取消吗', 'order.cancel'],
  ] as const)('%s: after "%s", "%s" is %s', (locale, first, second, intent) => {
    const reply = talk(locale, first, second);
    // A better model may be less sure of it, but it must at least ask back with it.
    expect([answered(reply), ...offered(reply)]).toContain(intent);
  });

  it('understands a question that is clear as if nothing had gone before', () => {
    const categories = new Set<string>();
    const before = [...book.faqs.values()].filter(
      ({ category }) => !categories.has(category) && categories.add(category),
    );
    let worse = 0;
    let asked = 0;
    for (const { ask, expect: wanted, locale } of TESTS) {
      if (answered(say(ask, locale)) !== wanted) continue;
      for (const faq of before) {
        const words = faq.question[locale] ?? '';
        const context = { intents: [faq.intent], words, named: [], offered: [], insults: 0, at: 1_000_000 };
        asked++;
        if (answered(say(ask, locale, context)) !== wanted) worse++;
      }
    }
    expect(asked).toBeGreaterThan(1_000);
    expect(worse / asked).toBeLessThan(0.002);
  });

  it.each([
    ['en', 'Where is my order? And how do I return it?', ['order.status', 'returns.how']],
    ['zh', '你好，我的订单到哪了？怎么退货？', ['order.status', 'returns.how']],
  ] as const)('%s: answers "%s" with both answers', (locale, text, intents) => {
    const reply = say(text, locale);
    const texts = intents.map((intent) => book.faqs.get(intent)?.answer[locale]?.text);
    expect(reply.text).toBe(texts.join('\n\n'));
  });

  it.each([
    ['en', 'hi, where is my order'],
    ['en', 'this is bullshit, where is my order'],
    ['zh', '你好，我的订单到哪了'],
  ] as const)('%s: hears the question in "%s"', (locale, text) => {
    expect(answered(say(text, locale))).toBe('order.status');
  });

  it.each([
    ['en', 'you stupid bot', 'solodesk.insult'],
    ['en', 'who made you?', 'solodesk.maker'],
    ['en', 'what can you do', 'solodesk.abilities'],
    ['en', 'are you a bot?', 'solodesk.bot'],
    ['en', 'you are really great', 'solodesk.compliment'],
    ['zh', '你这个垃圾机器人', 'solodesk.insult'],
    ['zh', '是谁开发的你', 'solodesk.maker'],
    ['zh', '你能做些什么', 'solodesk.abilities'],
    ['zh', '你是机器人吗', 'solodesk.bot'],
    ['zh', '你真棒', 'solodesk.compliment'],
  ] as const)('%s: takes "%s" for %s', (locale, text, intent) => {
    const { kind, guesses } = say(text, locale).reason;
    expect([kind, guesses[0]?.intent]).toEqual(['small_talk', intent]);
  });

  it.each(['', ' ', '\u0000', '\ud800', '???', '🙂', "'; DROP TABLE conversation; --", '<img src=x onerror=alert(1)>'])(
    'has an answer to %j in both languages, and to a text full of it',
    (text) => {
      for (const locale of ['en', 'zh'] as const) {
        for (const words of [text, text.repeat(4_000).slice(0, 4_000)]) expect(say(words, locale).text).not.toBe('');
      }
    },
  );
});
