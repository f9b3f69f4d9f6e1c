import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { phraseFrom } from '../words/phrase.ts';
import { DEFAULT_PRIORITY } from './default-rules.ts';
import type { PriorityCondition, PriorityRule, PriorityRules } from './priority-rule.ts';
import { scoreOf } from './score.ts';
import type { PriorityFacts } from './score.ts';

const HOUR = 3_600_000;
const NOW = 1_700_000_000_000;

const facts = (of: Partial<PriorityFacts> = {}): PriorityFacts => ({
  said: [],
  category: null,
  intents: [],
  mood: 'neutral',
  messagesToday: 1,
  customer: 'none',
  orderTotal: 0,
  complaint: false,
  danger: false,
  locale: 'en',
  verified: false,
  waitingSince: null,
  ...of,
});

const sumText = (of: Partial<PriorityFacts>, locale: 'en' | 'zh' = 'en') =>
  scoreOf(facts(of), DEFAULT_PRIORITY, NOW)
    .reasons.map(({ text, points }) => `${text[locale]} ${points < 0 ? '' : '+'}${points}`)
    .join(' · ');

describe('the default priority', () => {
  it('is a sum that an owner can read, in both languages', () => {
    const of: Partial<PriorityFacts> = {
      said: ['The charger caught fire. I want a refund!'],
      messagesToday: 3,
      customer: 'paying',
      mood: 'angry',
      waitingSince: NOW - 6 * HOUR - 20,
    };
    expect(sumText(of)).toBe(
      'safety word “fire” +40 · refund +15 · third message today +10 · paying customer +20 · angry +12 · waits 6 h +12',
    );
    expect(sumText(of, 'zh')).toBe(
      '提到安全问题“fire” +40 · 退款 +15 · 今天第3条消息 +10 · 付费客户 +20 · 情绪激动 +12 · 已等待 6 小时 +12',
    );
    expect(scoreOf(facts(of), DEFAULT_PRIORITY, NOW)).toMatchObject({ score: 100, level: 'urgent' });
  });

  it.each([
    ['Where is my order?', 0, 'low'],
    ['I would like a refund for order 10442', 15, 'normal'],
    ['我要退款，很急', 23, 'normal'],
    ['电饭锅漏电，孩子触电了', 40, 'high'],
    ['do you sell fire red shirts? please cancel my old subscription', 48, 'high'],
    ['change my address please', 0, 'low'],
  ])('of %j is %d, %s', (text, score, level) => {
    expect(scoreOf(facts({ said: [text] }), DEFAULT_PRIORITY, NOW)).toMatchObject({ score, level });
  });

  it('is urgent at once where somebody may be in danger', () => {
    expect(scoreOf(facts({ danger: true }), DEFAULT_PRIORITY, NOW).level).toBe('urgent');
  });

  it('makes what nobody looks at for a day at least normal', () => {
    expect(scoreOf(facts({ waitingSince: NOW - 24 * HOUR }), DEFAULT_PRIORITY, NOW).level).toBe('normal');
  });

  it('says when waiting changes it next, and that it may be longer once it changes no more', () => {
    const fresh = scoreOf(facts({ waitingSince: NOW }), DEFAULT_PRIORITY, NOW);
    expect(fresh).toMatchObject({ reasons: [], nextChangeAt: NOW + HOUR });
    const long = scoreOf(facts({ waitingSince: NOW - 90 * HOUR }), DEFAULT_PRIORITY, NOW);
    expect(long).toMatchObject({ reasons: [{ points: 30, text: { en: 'waits 15+ h' } }], nextChangeAt: null });
    expect(scoreOf(facts(), DEFAULT_PRIORITY, NOW).nextChangeAt).toBeNull();
  });
});

describe('a rule', () => {
  const one = (rule: { when: PriorityCondition; points?: number; text?: PriorityRule['text'] }): PriorityRules => ({
    levels: DEFAULT_PRIORITY.levels,
    rules: [{ name: 'one', points: 5, text: { en: 'one' }, ...rule }],
  });
  const counts = (when: PriorityCondition, of: Partial<PriorityFacts>) =>
    scoreOf(facts(of), one({ when }), NOW).reasons.length === 1;

  it('counts only when all of its conditions hold', () => {
    const when = { words: [phraseFrom('refund')], customer: 'customer' as const };
    expect(counts(when, { said: ['refund'], customer: 'paying' })).toBe(true);
    expect(counts(when, { said: ['refund'], customer: 'contact' })).toBe(false);
    expect(counts(when, { said: ['hello'], customer: 'paying' })).toBe(false);
  });

  it('asks for categories, intents, languages, orders, moods and signatures', () => {
    expect(counts({ category: ['returns', 'payment'] }, { category: 'payment' })).toBe(true);
    expect(counts({ category: ['returns'] }, { category: null })).toBe(false);
    expect(counts({ intent: ['payment.*'] }, { intents: ['payment.failed'] })).toBe(true);
    expect(counts({ intent: ['payment'] }, { intents: ['payment.failed'] })).toBe(false);
    expect(counts({ language: ['zh'] }, { locale: 'en' })).toBe(false);
    expect(counts({ orderTotal: 200 }, { orderTotal: 200 })).toBe(true);
    expect(counts({ orderTotal: 200 }, { orderTotal: 199.99 })).toBe(false);
    expect(counts({ mood: 'unhappy' }, { mood: 'angry' })).toBe(true);
    expect(counts({ mood: 'angry' }, { mood: 'unhappy' })).toBe(false);
    expect(counts({ mood: 'unhappy' }, { mood: 'pleased' })).toBe(false);
    expect(counts({ verified: true }, { verified: false })).toBe(false);
    expect(counts({ verified: false }, { verified: false })).toBe(true);
    expect(counts({ complaint: false }, { complaint: true })).toBe(false);
  });

  it('may take points away, but no score is below 0', () => {
    const rules = one({ when: {}, points: -20 });
    expect(scoreOf(facts(), rules, NOW)).toMatchObject({ score: 0, reasons: [{ points: -20 }] });
  });

  it('counts waiting in whole points, where an hour is worth less than one', () => {
    const slow: PriorityRules = {
      levels: DEFAULT_PRIORITY.levels,
      rules: [{ name: 'slow', perHour: 0.1, most: 5, when: {}, text: { en: '{hours}' } }],
    };
    const at = (hours: number) => scoreOf(facts({ waitingSince: NOW }), slow, NOW + hours * HOUR);
    expect(at(9.99)).toMatchObject({ score: 0, nextChangeAt: NOW + 10 * HOUR });
    expect(at(30)).toMatchObject({ score: 3, reasons: [{ text: { en: '30' } }], nextChangeAt: NOW + 40 * HOUR });
    expect(at(70)).toMatchObject({ score: 5, nextChangeAt: null });
  });

  it('names how many messages, hours and orders it speaks of', () => {
    const text = (written: string, of: Partial<PriorityFacts>, locale: 'en' | 'zh' = 'en') =>
      scoreOf(facts(of), one({ when: {}, text: { [locale]: written } }), NOW).reasons[0]?.text[locale];
    expect(text('{nth} of {n}', { messagesToday: 22 })).toBe('22nd of 22');
    expect(text('{nth}', { messagesToday: 12 })).toBe('12th');
    expect(text('{nth}', { messagesToday: 2 })).toBe('second');
    expect(text('{nth}条', { messagesToday: 2 }, 'zh')).toBe('第2条');
    expect(text('orders of {total}', { orderTotal: 1234.5 })).toBe('orders of 1,234.5');
    expect(text('{what} stays', {})).toBe('{what} stays');
  });
});

const anyFacts: fc.Arbitrary<PriorityFacts> = fc.record({
  said: fc.array(fc.oneof(fc.string(), fc.constantFrom('refund', '着火', 'urgent lawyer', '我要退款')), {
    maxLength: 4,
  }),
  category: fc.constantFrom(null, 'returns'),
  intents: fc.constant([]),
  mood: fc.constantFrom('angry', 'unhappy', 'neutral', 'pleased'),
  messagesToday: fc.nat(20),
  customer: fc.constantFrom('none', 'contact', 'customer', 'paying'),
  orderTotal: fc.nat(500),
  complaint: fc.boolean(),
  danger: fc.boolean(),
  locale: fc.constantFrom('en', 'zh'),
  verified: fc.boolean(),
  waitingSince: fc.option(fc.integer({ min: NOW - 100 * HOUR, max: NOW })),
});
const waitingRule = fc.record({
  name: fc.constant('waits'),
  perHour: fc.integer({ min: 0, max: 400 }).map((hundredths) => hundredths / 100),
  most: fc.nat(60),
  when: fc.constant({}),
  text: fc.constant({ en: 'waits {hours} h' }),
});
const anyRules = waitingRule.map((waits): PriorityRules => ({
  levels: DEFAULT_PRIORITY.levels,
  rules: [...DEFAULT_PRIORITY.rules.slice(0, -1), waits],
}));

describe('any priority', () => {
  it('is the sum of its reasons, clamped', () => {
    fc.assert(
      fc.property(anyFacts, anyRules, (of, rules) => {
        const { score, reasons } = scoreOf(of, rules, NOW);
        const sum = reasons.reduce((total, { points }) => total + points, 0);
        expect(score).toBe(Math.min(100, Math.max(0, sum)));
        expect(reasons.every(({ points }) => Number.isInteger(points) && points !== 0)).toBe(true);
      }),
    );
  });

  it('never falls by waiting', () => {
    fc.assert(
      fc.property(anyFacts, anyRules, fc.nat(200 * HOUR), fc.nat(200 * HOUR), (of, rules, one, more) => {
        expect(scoreOf(of, rules, NOW + one + more).score).toBeGreaterThanOrEqual(scoreOf(of, rules, NOW + one).score);
      }),
    );
  });

  it('stands as it is until its next change is due, and is another one then', () => {
    fc.assert(
      fc.property(
        anyFacts,
        anyRules,
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (of, rules, part) => {
          const first = scoreOf(of, rules, NOW);
          const due = first.nextChangeAt ?? NOW + 1_000 * HOUR;
          expect(due).toBeGreaterThan(NOW);
          expect(scoreOf(of, rules, NOW + Math.floor((due - NOW) * part))).toEqual(first);
          if (first.nextChangeAt !== null) expect(scoreOf(of, rules, due)).not.toEqual(first);
        },
      ),
    );
  });
});
