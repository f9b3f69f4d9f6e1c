import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../testing/reply-input.ts';
import { TEST_BOOK } from '../../testing/test-desk.ts';
import type { AnswerCondition, Faq, FaqAnswer } from '../faq.ts';
import type { Visitor } from '../visitor.ts';
import { PLAIN_VOICE } from '../voice.ts';
import type { Voice } from '../voice.ts';
import { holds, matchesPath } from './answers/answer-variants.ts';
import { customerFacts, plainField } from './answers/customer-facts.ts';
import { decideReply } from './decide-reply.ts';
import { fieldsOf, fillFields } from './answers/fill-fields.ts';
import { botTexts } from './texts/voiced-texts.ts';

type Someone = Pick<Visitor, 'claims' | 'userId' | 'page'>;
const someone = (claims: Visitor['claims'] = {}, more: Partial<Someone> = {}): Someone => ({
  claims,
  userId: null,
  page: null,
  ...more,
});

function answerTo(visitor: Someone, answer: FaqAnswer, voice: Voice = PLAIN_VOICE): string {
  const faq: Faq = { intent: 'a.b', category: 'a', question: { en: 'A?' }, phrasings: {}, answer: { en: answer } };
  const book = { ...TEST_BOOK, faqs: new Map([[faq.intent, faq]]) };
  const understand = () => [{ intent: 'a.b', confidence: 0.9 }];
  return decideReply(replyInput({ book, understand, voice, facts: () => customerFacts(visitor) })).text;
}
const text = (said: string, more: object = {}): FaqAnswer => ({ text: said, quickReplies: [], links: [], ...more });
const variant = (when: AnswerCondition, said: string) => ({ when, ...text(said) });

describe("a customer's fields in an answer", () => {
  it('are said, or what stands for them', () => {
    const answer = text('Hello {{name|there}}, about {{ order | your order }}: soon.');
    expect(answerTo(someone({ name: 'Ann', order: 1042 }), answer)).toBe('Hello Ann, about 1042: soon.');
    expect(answerTo(someone(), answer)).toBe('Hello there, about your order: soon.');
  });

  it('say nothing where there is neither', () => {
    expect(answerTo(someone(), text('Hello{{name}}!{{x|}}'))).toBe('Hello!');
  });

  it('know the site, its owner and its bot, whatever a page claims to be called', () => {
    const voice = { ...PLAIN_VOICE, botName: { en: 'Lin' } };
    const claims = { site: 'Evil', owner: 'Evil', bot: 'Evil' };
    expect(answerTo(someone(claims), text('{{bot|-}} of {{site|-}}, by {{owner|-}}'), voice)).toBe(
      'Lin of Teal & Linen, by Mara',
    );
  });

  it('are never read again: braces in a claim mean nothing', () => {
    expect(answerTo(someone({ name: '{{order|x}}', order: '7' }), text('{{name|-}}'))).toBe('{{order|x}}');
    expect(answerTo(someone({ name: '$& $1' }), text('{{name|-}}'))).toBe('$& $1');
  });

  it('of objects are none', () => {
    expect(answerTo(someone({}), text('{{constructor|-}}{{__proto__|-}}'))).toBe('-{{__proto__|-}}');
  });

  it.each([
    ['a link', 'see https://evil.example now'],
    ['a domain', 'evil.example'],
    ['a script', 'javascript:alert(1)'],
    ['more than 60 characters', 'x'.repeat(61)],
    ['nothing', '  '],
    ['true', true],
    ['null', null],
    ['no number', NaN],
  ])('that are %s are not said', (_, claim) => {
    expect(plainField(claim)).toBeUndefined();
  });

  it('are one line of visible text', () => {
    expect(plainField('Ann\n\u202eLee\u0000')).toBe('Ann Lee');
    expect(plainField('王小明')).toBe('王小明');
  });

  it('may be an address where that is what the field is', () => {
    const facts = customerFacts(someone({ email: 'ann@shop.example', name: 'ann@shop.example' }));
    expect([facts.field('email'), facts.field('name')]).toEqual(['ann@shop.example', undefined]);
  });
});

describe('the fields of a text', () => {
  it('are listed with their places, and so are braces that are none', () => {
    expect(fieldsOf('a {{x}} b {{y|z}}')).toEqual({
      uses: [
        { name: 'x', fallback: undefined, at: 2 },
        { name: 'y', fallback: 'z', at: 10 },
      ],
      malformedAt: null,
    });
    for (const [bad, at] of [
      ['a {{x', 2],
      ['{{}}', 0],
      ['{{a b}}', 0],
      ['x }}', 2],
      ['{{x|{{y}}}}', 0],
    ] as const) {
      expect([bad, fieldsOf(bad).malformedAt]).toEqual([bad, at]);
    }
  });

  it('that are malformed stay as they stand', () => {
    expect(fillFields('{{x and {{ y', () => 'no')).toBe('{{x and {{ y');
  });
});

describe('a variant of an answer', () => {
  const answer = text('for all', {
    variants: [
      variant({ segment: ['wholesale', 'vip'] }, 'for {{name|friends}} of ours'),
      variant({ page: ['/products/*'], stage: ['visitor'] }, 'for who looks'),
      variant({ stage: ['contact'] }, 'for contacts'),
    ],
  });

  it('is said where its conditions hold, the first one first, and else the answer itself', () => {
    expect(answerTo(someone({ segment: 'Retail, VIP', name: 'Ann' }), answer)).toBe('for Ann of ours');
    expect(answerTo(someone({}, { page: { url: 'https://a.example/products/x?y', title: '' } }), answer)).toBe(
      'for who looks',
    );
    expect(answerTo(someone({}, { page: { url: 'https://a.example/cart', title: '' } }), answer)).toBe('for all');
    expect(answerTo(someone({}, { userId: 'u-1' }), answer)).toBe('for contacts');
    expect(answerTo(someone({ email: 'a@b.example' }), answer)).toBe('for contacts');
    expect(answerTo(someone({ stage: 'Trial' }), answer)).toBe('for all');
  });

  it('needs a page that is known', () => {
    expect(holds({ page: ['*'] }, customerFacts(someone()))).toBe(false);
    expect(holds({ page: ['/'] }, customerFacts(someone({}, { page: { url: 'https://a.example', title: '' } })))).toBe(
      true,
    );
  });

  it.each([
    ['/a', '/a', true],
    ['/a', '/a/b', false],
    ['/a/*', '/a/b/c', true],
    ['*/cart', '/en/cart', true],
    ['/*/p/*', '/en/p/1', true],
    ['/*/p/*', '/p/1', false],
    ['/a*a', '/a', false],
    ['/a*b*c', '/aXbXbXc', true],
    ['/a.c', '/abc', false],
  ])('for %s on %s: %s', (pattern, path, expected) => {
    expect(matchesPath(pattern, path)).toBe(expected);
  });
});

describe("the bot's own words", () => {
  it('say 你 or 您 as the site does, in every sentence', () => {
    const all = (address: '你' | '您') =>
      Object.values(botTexts({ ...PLAIN_VOICE, address }, 'zh'))
        .map((said: string | ((...words: string[]) => string)) => (typeof said === 'string' ? said : said('甲', '乙')))
        .join('');
    expect(all('你')).not.toContain('您');
    expect(all('您')).not.toContain('你');
  });

  it('have the name and the sign-off of the site', () => {
    const voice: Voice = { ...PLAIN_VOICE, botName: { en: 'Lin' }, signOff: { en: '— Teal & Linen' } };
    const texts = botTexts(voice, 'en');
    expect(texts.iAmABot).toContain("I'm Lin, a bot");
    expect(texts.goodbye).toMatch(/\n— Teal & Linen$/);
    expect(texts.handoffAway('Mara', '16:00')).toMatch(/\n— Teal & Linen$/);
    expect(botTexts(voice, 'zh').goodbye).not.toContain('—');
  });

  it('are without contractions and exclamation marks where the tone is formal', () => {
    for (const locale of ['en', 'zh'] as const) {
      for (const said of Object.values(botTexts({ ...PLAIN_VOICE, tone: 'formal' }, locale))) {
        expect(typeof said === 'string' ? said : said('M', '4')).not.toMatch(
          /[!！]|\b(?:I'm|can't|don't|you'll|that's)/i,
        );
      }
    }
  });

  it('are made once for a voice', () => {
    expect(botTexts(PLAIN_VOICE, 'en')).toBe(botTexts(PLAIN_VOICE, 'en'));
  });
});
