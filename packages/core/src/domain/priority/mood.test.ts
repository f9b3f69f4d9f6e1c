import { describe, expect, it } from '@jest/globals';
import { moodOf, worseMood } from './mood.ts';

const reading = (score: number) => ({
  label: score < -0.2 ? ('negative' as const) : score > 0.2 ? ('positive' as const) : ('neutral' as const),
  score,
  words: [],
});

describe('a mood', () => {
  it('is angry when a message is negative, and shouted or said in angry words', () => {
    expect(moodOf(reading(-0.7), 'I am furious')).toBe('angry');
    expect(moodOf(reading(-0.7), 'Where is my money!!')).toBe('angry');
    expect(moodOf(reading(-0.7), 'WHERE IS MY ORDER')).toBe('angry');
    expect(moodOf(reading(-0.7), '还没到？？！')).toBe('angry');
    expect(moodOf(reading(-0.7), '气死我了')).toBe('angry');
    expect(moodOf(reading(-0.7), 'so, no answer', 1)).toBe('angry');
  });

  it('is unhappy when it is negative and said quietly', () => {
    expect(moodOf(reading(-0.7), 'My order TL-1042 arrived with a hole')).toBe('unhappy');
  });

  it('is not angry by bad news alone, however bad', () => {
    expect(moodOf(reading(-0.99), 'I want a refund')).toBe('unhappy');
    expect(moodOf(reading(-0.99), 'my chair caught fire')).toBe('unhappy');
    expect(moodOf(reading(-0.3), 'not so terrible')).toBe('unhappy');
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
