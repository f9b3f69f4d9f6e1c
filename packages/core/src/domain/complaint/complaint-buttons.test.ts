import { describe, expect, it } from '@jest/globals';
import { remedyAnswer, remedyIntent } from './complaint-buttons.ts';

describe('a button under an offer', () => {
  it('says what is answered to which complaint', () => {
    for (const accepted of [true, false]) {
      expect(remedyAnswer(remedyIntent({ number: 17, accepted }))).toEqual({ number: 17, accepted });
    }
  });

  it.each([
    undefined,
    'returns.how',
    'solodesk.remedy.accept-',
    'solodesk.remedy.accept-1e3',
    'solodesk.remedy.maybe-1',
  ])('is not %j', (intent) => {
    expect(remedyAnswer(intent)).toBeNull();
  });
});
