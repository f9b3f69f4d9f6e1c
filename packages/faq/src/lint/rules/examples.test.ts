import { describe, expect, it } from '@jest/globals';
import { goodFaq, lintLines, siteFiles } from '../../testing/lint-texts.ts';

const NAMES = ['few-phrasings', 'duplicate-phrasing', 'shared-phrasing', 'similar-phrasing', 'unreachable-answer'];
const only = (lines: string[], rule: string) => lines.filter((line) => line.startsWith(`${rule} `));
/** A good FAQ with these added to (or, with `instead`, in place of) its phrasings. */
function faq(intent: string, more: { en?: string[]; zh?: string[] }, rest: object = {}) {
  const good = goodFaq(intent);
  const { en, zh } = good.phrasings;
  return { ...good, phrasings: { en: [...en, ...(more.en ?? [])], zh: [...zh, ...(more.zh ?? [])] }, ...rest };
}
function exactly(intent: string, en: string[], rest: object = {}) {
  const good = goodFaq(intent);
  return { ...good, phrasings: { ...good.phrasings, en }, ...rest };
}

describe('the examples of FAQs', () => {
  it.each([
    [['a1', 'a2'], 'error', '2 different phrasings'],
    [['a1'], 'error', 'one phrasing'],
    [['a1', 'a2', 'a3'], 'warning', '3 different phrasings'],
    [['a1', 'A 1!', 'a2', 'a3', 'a4', 'a5', 'a5?'], 'warning', '5 different phrasings'],
  ])('are too few when they are %j: %s', (en, severity, words) => {
    expect(only(lintLines(siteFiles({}, [exactly('a.b', en)])), 'few-phrasings')).toEqual([
      expect.stringContaining(`few-phrasings ${severity} faq/1.json:11 "a.b" has ${words} in "en"`),
    ]);
  });

  it.each([
    ['case, blanks and punctuation', "Can't log in!", 'cant  LOGIN'],
    ['width', 'order １２３ status', 'order 123 status'],
    ['how an accent is encoded', 'caf\u00e9 opening', 'cafe\u0301 opening'],
  ])('stand twice when they differ in %s only', (_, first, second) => {
    const lines = lintLines(siteFiles({}, [faq('a.b', { en: [first, second] })]));
    expect(lines).toEqual([
      `duplicate-phrasing warning faq/1.json:19 "${second}" is the same example as the one in line 18; remove one of them`,
    ]);
  });

  it('stand twice when one is in traditional characters, also in two FAQs', () => {
    const twice = lintLines(siteFiles({}, [faq('a.b', { zh: ['退货流程是什么', '退貨流程是什麼'] })]));
    expect(twice).toEqual([expect.stringContaining('"退貨流程是什麼" is the same example as the one in line')]);
    const shared = [faq('a.b', { zh: ['退货流程是什么'] }), faq('a.c', { zh: ['退貨流程是什麼'] })];
    expect(only(lintLines(siteFiles({}, shared)), 'shared-phrasing')).toEqual([
      expect.stringContaining('"退貨流程是什麼" is also an example of "a.b"'),
    ]);
  });

  it('stand twice when one is the question, and teach nothing without letters', () => {
    const lines = lintLines(siteFiles({}, [faq('a.b', { en: ['what about a.b'], zh: ['？！'] })]));
    expect(lines).toEqual([
      expect.stringContaining('"what about a.b" is the same example as the one in line 7'),
      expect.stringContaining('"？！" has no letters or digits'),
    ]);
  });

  it('do not stand twice where the only one is the question, which cannot be taken out', () => {
    const lines = lintLines(siteFiles({}, [exactly('a.b', ['What about a.b'])]));
    expect(only(lines, 'duplicate-phrasing')).toEqual([]);
    expect(only(lines, 'few-phrasings')).toHaveLength(1);
  });

  it('are shared by two FAQs, also of different files', () => {
    const lines = lintLines(
      siteFiles({}, [faq('a.b', { zh: ['退货，要多久？'] })], [faq('a.c', { zh: ['退货要多久'] })]),
    );
    expect(lines).toEqual([
      'shared-phrasing error faq/2.json:26 "退货要多久" is also an example of "a.b" (faq/1.json, line 26); keep it where it belongs',
    ]);
  });

  it('are not told of one by one where a whole FAQ stands twice, as in a copy of its file', () => {
    const lines = lintLines(siteFiles({}, [faq('a.b', {})], [faq('a.b', {})]));
    expect(lines).toEqual([expect.stringContaining('repeated-intent error faq/2.json')]);
  });

  it('are no shared ones when another language has them', () => {
    expect(lintLines(siteFiles({}, [faq('a.b', { en: ['paypal'] }), faq('a.c', { zh: ['PayPal'] })]))).toEqual([]);
  });

  it.each([
    ['en', 'can I return it for a refund', 'refund it for a return?'],
    ['zh', '请问可以退货退款吗', '可以退款退货的吗'],
  ])('are similar in %s when order and small words are all that differ', (locale, first, second) => {
    const lines = lintLines(siteFiles({}, [faq('a.b', { [locale]: [first] }), faq('a.c', { [locale]: [second] })]));
    expect(lines).toEqual([expect.stringMatching(/^similar-phrasing warning .* has the same words as .* of "a.b"/)]);
  });

  it('are not similar when only the digits of two numbers are the same', () => {
    const faqs = [faq('a.b', { zh: ['订单1042第3件'] }), faq('a.c', { zh: ['订单1043第2件'] })];
    expect(lintLines(siteFiles({}, faqs))).toEqual([]);
  });

  it('are not similar when a word tells them apart, or in one FAQ', () => {
    const faqs = [faq('a.b', { en: ['return time', 'time to return'] }), faq('a.c', { en: ['return cost'] })];
    expect(lintLines(siteFiles({}, faqs))).toEqual([]);
  });

  it('leave an answer unreachable when all of them belong to others as well', () => {
    const en = ['red one', 'blue one', 'green one', 'black one', 'white one', 'pink one'];
    const twin = exactly('a.c', en.slice(0, 3), { question: { en: 'Red one!', zh: '红色的呢' } });
    const lines = lintLines(siteFiles({}, [exactly('a.b', en), twin]));
    expect(only(lines, 'unreachable-answer')).toEqual([
      expect.stringMatching(
        /^unreachable-answer error faq\/1.json:\d+ in "en" every example of "a.c" is also one of "a.b"/,
      ),
    ]);
    expect(only(lines, 'shared-phrasing')).toHaveLength(4);
    const behindButton = lintLines(siteFiles({}, [exactly('a.b', en, { followUp: 'a.c' }), twin]));
    expect(only(behindButton, 'unreachable-answer')).toEqual([expect.stringMatching(/^unreachable-answer warning/)]);
  });

  it('are shared, too, where a file says that no FAQ answers them', () => {
    const file = {
      category: 'delivery',
      faqs: [goodFaq('a.b')],
      outOfScope: { en: ['Way 2 to ask about a.b?'], zh: ['招人吗'] },
    };
    expect(lintLines(siteFiles({}, file))).toEqual([
      expect.stringMatching(
        /^shared-phrasing error faq\/1.json:\d+ "Way 2 .*" is also an example of "a.b" \(faq\/1.json, line 13\)/,
      ),
    ]);
    const foreign = { ...file, outOfScope: { en: ['招人吗'] } };
    expect(lintLines(siteFiles({}, foreign))).toEqual([expect.stringMatching(/^wrong-language warning .*"招人吗"/)]);
  });

  it('trouble no rule when they are good', () => {
    const lines = lintLines(siteFiles({}, [goodFaq('a.b'), goodFaq('a.c')]));
    expect(lines.filter((line) => NAMES.some((name) => line.startsWith(name)))).toEqual([]);
  });
});
