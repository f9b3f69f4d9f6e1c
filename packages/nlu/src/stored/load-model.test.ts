import { beforeAll, describe, expect, it } from '@jest/globals';
import { BUILT_IN } from '@solodesk/core';
import type { Faq, IntentModel, Locale } from '@solodesk/core';
import { ModelBytesError } from '../errors.ts';
import { loadModel } from './load-model.ts';
import { bookOf, shopBook } from '../testing/shop-book.ts';
import { trainModel } from '../model/train-model.ts';
import { outOfScopeSentences } from '../model/training-examples.ts';

describe('a trained model', () => {
  let bytes: Uint8Array;
  let model: IntentModel;

  beforeAll(async () => {
    bytes = await trainModel(shopBook());
    model = loadModel(bytes, 'shop-book');
  });

  const best = (text: string, locale: Locale = 'en') => {
    const [first] = model.understand(text, locale).guesses;
    return first ?? { intent: '', confidence: 0 };
  };

  it('answers every sentence that it was trained on', () => {
    for (const faq of shopBook().faqs.values()) {
      for (const text of [...(faq.phrasings.en ?? []), ...(faq.phrasings.zh ?? [])]) {
        const { intent, confidence } = best(text);
        expect([text, intent, confidence >= model.thresholds.answer]).toEqual([text, faq.intent, true]);
      }
    }
  });

  it('is far less sure of what is like sentences that the site says are out of scope, and as sure of its FAQs', async () => {
    const outOfScope = {
      en: ['track my phone', 'where is my phone', 'find a lost phone', 'can you track a stolen one'],
    };
    const taught = loadModel(await trainModel({ ...shopBook(), outOfScope }), 'shop-book');
    const guess = (of: IntentModel, text: string) => of.understand(text, 'en').guesses[0]?.confidence ?? 0;
    for (const text of ['can you track my lost phone', 'where is my stolen phone', 'track a lost phone']) {
      expect(guess(taught, text)).toBeLessThan(guess(model, text) / 3);
    }
    expect(guess(taught, 'where is my order')).toBeGreaterThan(0.99);
    expect(guess(taught, 'when does my parcel arrive')).toBeGreaterThan(
      guess(model, 'when does my parcel arrive') / 1.2,
    );
  });

  it('knows a Chinese question by words of the same meaning that nobody taught', async () => {
    const faq = (intent: string, zh: string[]): Faq => ({
      ...{ intent, category: 'test', answer: {} },
      question: { zh: zh[0]! },
      phrasings: { zh },
    });
    const book = bookOf(
      [faq('team.doctors', ['有哪些医生', '医生叫什么']), faq('shop.flowers', ['有哪些花', '花叫什么'])],
      'zh',
    );
    const zh = loadModel(await trainModel(book), 'zh');
    const score = (text: string, intent: string) =>
      zh.understand(text, 'zh').guesses.find((guess) => guess.intent === intent)?.confidence ?? 0;
    expect(score('有大夫', 'team.doctors')).toBeGreaterThan(2 * score('有大夫', 'shop.flowers'));
    expect(score('有玫瑰', 'shop.flowers')).toBeGreaterThan(2 * score('有玫瑰', 'team.doctors'));
  });

  it('hears the question in the midst of what people say around it', () => {
    const frames = {
      en: [
        'ok so # thanks',
        'Hello Mei,\n\n#\n\nThanks,\nAnna',
        '# thanks, customer 433126',
        'sorry to ask, # (order 1042) :)',
        'hi there, I have another question: #? I need to know today',
        'great, thanks! #? Have a nice day',
      ],
      zh: [
        '#，谢谢啦🙏',
        '#，谢谢，客户 433126',
        '#（订单 1042）',
        '#，辛苦了',
        '好的谢谢，请教一下，#，在线等，挺急的',
      ],
    };
    for (const faq of shopBook().faqs.values()) {
      for (const locale of ['en', 'zh'] as const) {
        for (const text of (faq.phrasings[locale] ?? []).flatMap((one) =>
          frames[locale].map((f) => f.replace('#', one)),
        )) {
          expect([text, best(text, locale).intent]).toEqual([text, faq.intent]);
        }
      }
    }
  });

  it.each([
    ['how long will the delivery take?', 'delivery.time'],
    ['hello, can you track my order', 'order.status'],
    ['please cancel the order', 'order.cancel'],
    ['i need a return label pls', 'returns.how'],
    ['请问我的包裹现在在哪', 'order.status'],
    ['你好，我想取消订单', 'order.cancel'],
    ['这件衣服可以机洗吗', 'care.washing'],
    ['retrun lable', 'returns.how'],
    ['delivry time', 'delivery.time'],
    ['我想 refund', 'returns.refund'],
  ])('answers %s', (text, intent) => {
    const guess = best(text);
    expect([guess.intent, guess.confidence >= model.thresholds.answer]).toEqual([intent, true]);
  });

  it('never guesses at just the words that the site says are out of scope, with courtesies or without; an FAQ’s own words stay its own', async () => {
    const outOfScope = {
      en: [
        'how long does the course take',
        'how long does the exam take please',
        'hi, where can I return to work? thanks',
      ],
    };
    const taught = loadModel(await trainModel({ ...shopBook(), outOfScope }), 'shop-book');
    const sure = (of: IntentModel, text: string) => of.understand(text, 'en').guesses[0]?.confidence ?? 0;
    const isLeft = (of: IntentModel, text: string) => of.understand(text, 'en').outOfScope;
    for (const text of [
      'How long does the course take?',
      'hi there, how long does the course take? thanks',
      'How long does the exam take, please?',
      // The bot would be sure of this one.
      'where can I return to work',
      'Hello, where can I return to work please',
    ]) {
      expect(sure(model, text)).toBeGreaterThan(0);
      expect([sure(taught, text), isLeft(taught, text), isLeft(model, text)]).toEqual([0, true, false]);
    }
    expect(sure(model, 'where can I return to work')).toBeGreaterThan(model.thresholds.answer);
    expect(sure(taught, 'where is my order')).toBeGreaterThan(0.99);
    // What every model learns as out of scope is no word of this owner's, and is weighed.
    expect(sure(taught, outOfScopeSentences('en')[0]!)).toBeGreaterThan(0);
    expect(isLeft(taught, outOfScopeSentences('en')[0]!)).toBe(false);
    expect(isLeft(taught, 'where is my order')).toBe(false);
  });

  it('takes haste and courtesies alone for no question, unless the site has taught them as one', async () => {
    for (const text of ['it is urgent!', 'I need to know today', 'I am in a hurry', '很急', '在线等']) {
      expect([
        text,
        model.understand(text, 'en').guesses.filter(({ intent }) => !intent.startsWith('solodesk.')),
      ]).toEqual([text, []]);
    }
    const hurry: Faq = {
      ...{ intent: 'delivery.express', category: 'delivery', question: { en: 'Faster?' }, answer: {} },
      phrasings: { en: ['i am in a hurry', 'express delivery', 'need it tomorrow'] },
    };
    const taught = loadModel(await trainModel(bookOf([hurry], 'hurry')), 'hurry');
    expect(taught.understand('I am in a hurry!', 'en').guesses[0]?.intent).toBe('delivery.express');
    // Behind a question of something else it asks for nothing.
    const { guesses } = taught.understand('who is the king of spain? I am in a hurry!', 'en');
    expect(guesses[0]?.confidence ?? 0).toBeLessThan(taught.thresholds.answer);
  });

  it.each([
    'can i talk to a human please',
    'Can I speak to someone?',
    'AGENT PLEASE',
    'i want to talk to somebody real',
    'connect me with a representative',
    'give me a human',
    'let me speak to an agent now',
    'is there a human i can chat with',
    'real person please',
    'customer support agent',
    '人工客服',
    '我要转人工',
    '转人工服务',
    '请帮我转人工',
    '有没有真人客服',
    '我要找人工客服',
    '我想找真人聊',
    '叫客服来',
  ])('hears that %s asks for a person', (text) => {
    const guess = best(text);
    expect([guess.intent, guess.confidence >= model.thresholds.answer]).toEqual([BUILT_IN.person, true]);
  });

  it.each([
    ['hi!', BUILT_IN.greeting],
    ['您好', BUILT_IN.greeting],
    ['ok, thank you!', BUILT_IN.thanks],
    ['谢谢啦', BUILT_IN.thanks],
    ['bye bye', BUILT_IN.goodbye],
    ['are you a bot?', BUILT_IN.bot],
    ['你是不是机器人', BUILT_IN.bot],
  ])('knows %s as %s', (text, intent) => {
    expect(best(text).intent).toBe(intent);
    expect(best(text).confidence).toBeGreaterThanOrEqual(model.thresholds.answer);
  });

  it.each([
    'what is the capital of France',
    'asdf qwer',
    'who won the world cup',
    'sing me a song',
    'purple elephants dance',
    'my cat is sick',
    'lorem ipsum dolor sit amet',
    '我想知道火星上的天气',
    '法国的首都是哪里',
    '世界杯谁赢了',
    '我家的猫生病了',
    '1042',
    '😀😀',
    '',
  ])('does not even suggest anything for %j', (text) => {
    expect(best(text).confidence).toBeLessThan(model.thresholds.suggest);
  });

  it('suggests, but does not answer, what several FAQs are about', () => {
    const { guesses } = model.understand('something about the order I made', 'en');
    expect(guesses[0]?.intent).toMatch(/^order\./);
    expect(guesses[0]?.confidence).toBeLessThan(model.thresholds.answer);
  });

  it('gives at most three guesses, best first, with confidences from 0 to 1, none of them out of scope', () => {
    for (const text of ['order return refund delivery', 'how long', '退款多久', 'tell me about the weather']) {
      const { guesses } = model.understand(text, 'en');
      expect(guesses.length).toBeLessThanOrEqual(3);
      const confidences = guesses.map(({ confidence }) => confidence);
      expect(confidences).toEqual([...confidences].sort((first, second) => second - first));
      expect(confidences.every((confidence) => confidence > 0 && confidence < 1)).toBe(true);
      expect(guesses.some(({ intent }) => intent.includes('out-of-scope'))).toBe(false);
    }
  });

  it('tells the language by the text, and by the interface where the text does not tell', () => {
    expect(model.understand('退货', 'en').locale).toBe('zh');
    expect(model.understand('return', 'zh').locale).toBe('en');
    expect(model.understand('1042', 'zh').locale).toBe('zh');
  });

  it('says the same of the same text, whatever was asked before', () => {
    const before = model.understand('where is my parcel', 'en');
    for (let at = 0; at < 7_000; at += 1) model.understand(`word${at.toString(36)}zz 退${at}`, 'en');
    expect(model.understand('where is my parcel', 'en')).toEqual(before);
  });

  it('is made of the same bytes each time', async () => {
    expect(Buffer.compare(await trainModel(shopBook()), bytes)).toBe(0);
  });

  it('is refused as the model of another book', () => {
    expect(() => loadModel(bytes, 'other')).toThrow(ModelBytesError);
  });
});
