import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { learnTone } from './own-tone.ts';

const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];
const talks = (count: number, score: number, text: string) =>
  Array.from({ length: count }, (_, at) => ({
    score,
    texts: [`${text} of ${['red', 'blue', 'green'][at % 3]} cloth`],
  }));

describe('what a company’s own scores teach', () => {
  it('is which words go with unhappy and with happy customers, and nothing of those that go with both', () => {
    const tone = learnTone([...talks(50, 2, 'third parcel depot'), ...talks(50, 9, 'measured by you')], wordsOf)!;
    expect(tone('it lies in the depot again')).toBeLessThan(-0.3);
    expect(tone('measured it myself')).toBeGreaterThan(0.3);
    expect(tone('red cloth')).toBe(0);
    expect(tone('')).toBe(0);
  });

  it('is nothing while there are few scores of either kind', () => {
    expect(learnTone([...talks(500, 2, 'depot'), ...talks(39, 9, 'measured')], wordsOf)).toBeNull();
    expect(learnTone([...talks(500, 6, 'depot'), ...talks(500, 7, 'measured')], wordsOf)).toBeNull();
    expect(learnTone([], wordsOf)).toBeNull();
  });

  it('takes no chance for more: words that one in two of either kind used say nothing', () => {
    const mixed = [2, 9].flatMap((score) => [...talks(30, score, 'depot'), ...talks(30, score, 'measured')]);
    expect(learnTone(mixed, wordsOf)!('depot measured')).toBe(0);
  });

  it('lies within its bounds, whatever the scores and words', () => {
    const talk = fc.record({
      score: fc.integer({ min: 1, max: 10 }),
      texts: fc.array(fc.constantFrom('late depot', 'thanks', 'late thanks', '你好', ''), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(talk, { minLength: 200, maxLength: 300 }), fc.string(), (some, text) => {
        const tone = learnTone(some, wordsOf);
        if (tone !== null) expect(Math.abs(tone(`${text} late thanks`))).toBeLessThanOrEqual(0.6);
      }),
      { numRuns: 30 },
    );
  });
});
