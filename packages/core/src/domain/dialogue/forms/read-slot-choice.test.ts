import { describe, expect, it } from '@jest/globals';
import { sampleSlot } from '../../../testing/sample-forms.ts';
import { readSlotChoice } from './read-slot-choice.ts';

const WISH = sampleSlot('wish', {
  type: 'choice',
  choices: [
    { value: 'new', label: { en: 'Send a new one', zh: '补发' }, words: { en: ['new one'], zh: ['换新'] } },
    { value: 'money', label: { en: 'Money back', zh: '退款' }, words: { en: ['refund'], zh: ['退钱'] } },
  ],
});

describe('a choice', () => {
  it.each([
    'I want the teapot, not a refund',
    "I don't want a refund",
    'i dont want my money back',
    'not asking for a refund',
    '不要退款',
    '我不想退钱',
    '别退款',
  ])('is not made by who denies it: %s', (words) => {
    for (const asked of [true, false]) expect(readSlotChoice(WISH, words, asked)).toEqual({ trouble: 'form' });
  });

  it.each([
    ['not a refund, a new one', 'new'],
    ['no, a new one please', 'new'],
    ['why not, a refund then', 'money'],
    ['不要退款，补发', 'new'],
    ['退款', 'money'],
  ])('is made beside what is denied: %s', (words, value) => {
    expect(readSlotChoice(WISH, words, true)).toMatchObject({ value: { value } });
  });
});
