import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mayNameChoice } from './choice-glance.ts';
import { PLAIN_SLOT } from './plain-slot.ts';
import { formBook } from './form-book.ts';
import { plainWords } from '../../words/plain-words.ts';
import type { Form, Slot } from './form.ts';
import { mayChoose } from './read-slot-choice.ts';

const REASON: Slot = {
  ...PLAIN_SLOT,
  name: 'reason',
  type: 'choice',
  label: { en: 'Reason' },
  prompt: { en: 'Why?' },
  purpose: {},
  choices: [
    { value: 'size', label: { en: 'It does not fit' }, words: { en: ["doesn't fit", 'too small'], zh: ['太小'] } },
    { value: 'fault', label: { en: 'A fault', zh: '有质量问题' }, words: { en: ['torn', 'size 4.5 !'], zh: ['坏了'] } },
    { value: 'other', label: { en: 'Something else' }, words: { en: ['größe', 'x'] } },
  ],
};
const FORM: Form = {
  ...{ name: 'return', title: { en: 'Return' }, category: 'returns', subject: {}, startedBy: ['return.start'] },
  ...{ slots: [REASON], end: { kind: 'ticket' }, intro: {}, done: {} },
};
const book = formBook([FORM]);

const pieces = fc.constantFrom(
  ...[
    'It',
    'does',
    'NOT',
    'fit',
    'doesn’t',
    "doesn't",
    'too',
    'Small',
    ',',
    '，',
    ' ',
    '\t',
    '\n',
    '太',
    '小',
    '坏',
    '了',
  ],
  ...[
    'a',
    'fault',
    'torn',
    'stubborn',
    'size',
    '4.5',
    '!',
    '.',
    '?',
    'GRÖSSE',
    'Größe',
    'x',
    'İ',
    '有质量问题',
    'something',
    'else',
  ],
);
const someText = fc
  .array(pieces, { maxLength: 12 })
  .chain((parts) => fc.constantFrom(parts.join(''), parts.join(' '), parts.join(', ')));

describe('a glance for the choices of forms', () => {
  it('passes over what names none', () => {
    expect(mayNameChoice(book, 'Where is my order 1042?')).toBe(false);
    expect(mayNameChoice(book, '请问订单 1042 到哪了？')).toBe(false);
  });

  it('misses nothing that the whole look finds', () => {
    let named = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: someText }, { weight: 1, arbitrary: fc.string() }), (text) => {
        if (!mayChoose(REASON, plainWords(text))) return;
        named += 1;
        expect(mayNameChoice(book, text)).toBe(true);
      }),
      { numRuns: 3000 },
    );
    expect(named).toBeGreaterThan(100);
  });

  it('looks at no form that no intent begins', () => {
    expect(mayNameChoice(formBook([{ ...FORM, startedBy: [] }]), 'too small')).toBe(false);
  });
});
