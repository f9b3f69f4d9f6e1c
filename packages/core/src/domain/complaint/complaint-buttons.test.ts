import { describe, expect, it } from '@jest/globals';
import { remedyAnswer, remedyIntent } from './complaint-buttons.ts';

describe('a button under an offer', () => {
  it('says what is answered to which offer of which complaint', () => {
    for (const taken of [0, 3, 'none'] as const) {
      const answer = { number: 17, at: 1_760_000_000_000, taken };
      expect(remedyAnswer(remedyIntent(answer))).toEqual(answer);
    }
  });

  it.each([
    undefined,
    'returns.how',
    'solodesk.remedy.0-1-',
    'solodesk.remedy.0-1e3-z',
    'solodesk.remedy.maybe-1-z',
    'solodesk.remedy.some-1-z',
  ])('is not %j', (intent) => {
    expect(remedyAnswer(intent)).toBeNull();
  });
});
