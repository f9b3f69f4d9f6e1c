import { describe, expect, it } from '@jest/globals';
import { moodOf, worseMood } from './mood.ts';

const reading = (score: number) => ({
  label: score < -0.2 ? ('negative' as const) : score > 0.2 ? ('positive' as const) : ('neutral' as const),
  score,
  words: [],
});

describe('a mood', () => {
  it('is angry when a message is very negative, or negative and shouted', () => {
    expect(moodOf(reading(-0.95), 'I am furious')).toBe('angry');
    expect(moodOf(reading(-0.7), 'This is ridiculous!!')).toBe('angry');
    expect(moodOf(reading(-0.7), 'WHERE IS MY ORDER')).toBe('angry');
    expect(moodOf(reading(-0.7), '到底管不管？？！')).toBe('angry');
    expect(moodOf(reading(-0.7), 'so, no answer', 1)).toBe('angry');
  });

  it('is unhappy when it is negative and said quietly', () => {
    expect(moodOf(reading(-0.7), 'My order TL-1042 arrived with a hole')).toBe('unhappy');
  });

  it('is not heard in a word or two that nobody shouts', () => {
    expect(moodOf(reading(-0.95), 'Refund')).toBe('unhappy');
    expect(moodOf(reading(-0.95), 'Refund!!')).toBe('angry');
    expect(moodOf(reading(-0.95), '气死我了')).toBe('angry');
  });

  it('is neither by loudness alone', () => {
    expect(moodOf(reading(0), 'WHERE IS IT???')).toBe('neutral');
    expect(moodOf(reading(0.8), 'THANK YOU!!!')).toBe('pleased');
  });

  it('stays bad when a kind word follows', () => {
    expect(worseMood('pleased', 'angry')).toBe('angry');
    expect(worseMood('neutral', 'pleased')).toBe('pleased');
  });
});
