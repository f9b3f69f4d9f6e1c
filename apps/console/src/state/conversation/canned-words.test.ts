import { describe, expect, it } from '@jest/globals';
import { answerFilled, choicesFor, filled, unfilled } from './canned-words.ts';
import type { FaqRow } from '../api/faq-api.ts';

const filling = { name: 'Ada', me: 'Mei', site: 'Teal & Linen' };
const HELLO = { id: 'a', name: 'Hello', texts: { en: 'Hello {name}, {me} here.', zh: '{name}，您好。' } };
const LATE = { id: 'b', name: 'Late', texts: { en: 'Say hello to patience.' } };
const FAQ = {
  ...{ intent: 'delivery_time', category: 'delivery', phrasings: {} },
  question: { en: 'How long does delivery take?', zh: '多久送到？' },
  answer: { en: { text: 'Two days.' }, zh: { text: '两天。' } },
} as unknown as FaqRow;
const all = { replies: [LATE, HELLO], faqs: [FAQ] };
const to = (owner: 'en' | 'zh', visitor: 'en' | 'zh') => ({ owner, visitor, filling });

describe('what can be said again', () => {
  it('is filled in as far as it is known, and what is not is left to be seen', () => {
    expect(filled('{name} {me} {site} {other}', filling)).toBe('Ada Mei Teal & Linen {other}');
    expect(filled('Hello {name}, {me}', { ...filling, name: null })).toBe('Hello {name}, Mei');
    expect(unfilled('{name}, {name} {other} {site}')).toEqual(['{name}', '{site}']);
    expect(unfilled('plain $& text')).toEqual([]);
    expect(filled('{name}', { ...filling, name: '$& {me}' })).toBe('$& {me}');
  });

  it('is said to the customer by name where an answer of the bot would be, and never with its braces', () => {
    const text = 'Hello {{name|there}}, {{ order | your order }} is on its way. {{owner}}, {{site}}{{plan}}';
    expect(answerFilled(text, filling)).toBe('Hello Ada, your order is on its way. Mei, Teal & Linen');
    expect(answerFilled(text, { ...filling, name: null })).toContain('Hello there, your order');
    const greeted = { ...FAQ, answer: { en: { text: 'Dear {{name|friend}}: {me}.' } } } as unknown as FaqRow;
    expect(choicesFor({ replies: [], faqs: [greeted] }, '', to('en', 'en'))[0]?.insert).toBe('Dear Ada: {me}.');
  });

  it('means something to an owner who reads one language, and goes out in the customer’s', () => {
    const [late, hello, faq] = choicesFor(all, '', to('en', 'zh'));
    expect(hello).toMatchObject({
      name: 'Hello',
      meaning: 'Hello Ada, Mei here.',
      insert: 'Ada，您好。',
      locale: 'zh',
    });
    expect(late).toMatchObject({ insert: 'Say hello to patience.', locale: 'en' });
    expect(faq).toMatchObject({
      kind: 'faq',
      name: 'How long does delivery take?',
      meaning: 'Two days.',
      insert: '两天。',
    });
    expect(choicesFor(all, '', to('zh', 'en'))[2]).toMatchObject({
      name: '多久送到？',
      meaning: '两天。',
      insert: 'Two days.',
    });
  });

  it('is found by words of its name first, then of its texts in any language, and of the bot’s answers', () => {
    const ids = (wanted: string) => choicesFor(all, wanted, to('en', 'en')).map(({ id }) => id);
    expect(ids('HELLO')).toEqual(['a', 'b']);
    expect(ids('您好')).toEqual(['a']);
    expect(ids('two delivery')).toEqual(['delivery_time']);
    expect(ids('nothing like it')).toEqual([]);
  });

  it('leaves out what has no text at all', () => {
    expect(choicesFor({ replies: [{ id: 'x', name: 'Empty', texts: {} }], faqs: [] }, '', to('en', 'en'))).toEqual([]);
  });
});
