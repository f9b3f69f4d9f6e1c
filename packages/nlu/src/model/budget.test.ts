import { describe, expect, it } from '@jest/globals';
import { countedSentences, coverageOfVisitors, qualityOf, thresholdsOf } from './budget.ts';
import { HELD_OUT } from './language-data.ts';
import type { HeldOutRecord } from './language-data.ts';

/** 20 sentences each. */
const INTENTS = 50;
const OWN_RIGHT = HELD_OUT.own | HELD_OUT.inScope | HELD_OUT.right;
const OWN_WRONG = HELD_OUT.own | HELD_OUT.inScope;

const qualityAt = (records: HeldOutRecord[], threshold: number, budget: number) =>
  qualityOf(countedSentences(records, INTENTS), threshold, budget);
const thresholdsFor = (records: HeldOutRecord[], budget: number, intents = INTENTS) =>
  thresholdsOf(countedSentences(records, intents), budget);

/** Of 1,000 own sentences one in 20 is wrong, and they are the less sure ones; 100 sentences are out of scope. */
function record(size = 1000): HeldOutRecord {
  const own = Array.from({ length: size }, (_, at) => ({
    confidence: 0.3 + (0.69 * at) / size,
    flags: at % 10 === 0 && at < size / 2 ? OWN_WRONG : OWN_RIGHT,
  }));
  const outside = Array.from({ length: 100 }, (_, at) => ({ confidence: at / 200, flags: 0 }));
  const all = [...own, ...outside];
  return {
    confidences: Float32Array.from(all, ({ confidence }) => confidence),
    flags: Int8Array.from(all, ({ flags }) => flags),
  };
}

describe('a wrong-answer budget', () => {
  it('is kept by the threshold that it chooses', () => {
    for (const budget of [1, 2, 3, 5, 10]) {
      const { answer } = thresholdsFor([record()], budget);
      expect(qualityAt([record()], answer, budget).wrongShare).toBeLessThanOrEqual(budget / 100);
    }
  });

  it('lets more be answered the greater it is', () => {
    const coverage = [1, 2, 5, 10].map(
      (budget) => qualityAt([record()], thresholdsFor([record()], budget).answer, budget).coverage ?? 0,
    );
    expect(coverage).toEqual([...coverage].sort((first, second) => first - second));
    expect(coverage[3]).toBeGreaterThan((coverage[0] ?? 0) + 0.2);
  });

  it('asks back where it is too unsure to answer, but hardly about what no FAQ answers', () => {
    const { answer, suggest } = thresholdsFor([record()], 3);
    expect(suggest).toBeLessThan(answer);
    const { confidences, flags } = record();
    const outside = [...confidences].filter((confidence, at) => flags[at] === 0 && confidence >= suggest);
    expect(outside.length).toBeLessThanOrEqual(60);
  });

  it('names what comes near where it is too unsure to ask back, to less than half of what no FAQ answers', () => {
    const { suggest, hint } = thresholdsFor([record()], 3);
    expect(hint).toBeLessThan(suggest);
    const { confidences, flags } = record();
    const outside = [...confidences].filter((_, at) => flags[at] === 0);
    const hinted = outside.filter((confidence) => confidence >= hint);
    expect(hinted.length / outside.length).toBeCloseTo(0.4, 1);
  });

  it('is what is fairly sure, where too few sentences are there to measure anything', () => {
    const nothing = { confidences: new Float32Array(), flags: new Int8Array() };
    const { answer } = thresholdsFor([nothing], 3);
    expect(answer).toBe(0.7);
    expect(qualityAt([nothing], answer, 3)).toMatchObject({ coverage: null, wrongShare: null, interval: null });
  });

  it('asks for more where each intent has few sentences: more of what is asked is then put in other words', () => {
    const often = record();
    for (let at = 0; at < 500; at += 2) often.flags[at] = OWN_WRONG;
    expect(thresholdsFor([often], 3, 500).answer).toBeGreaterThan(thresholdsFor([often], 3).answer);
  });

  it('asks for more with 17 sentences an intent than with 36, as strangers are understood less often', () => {
    const often = record();
    for (let at = 0; at < 900; at += 3) often.flags[at] = OWN_WRONG;
    expect(thresholdsFor([often], 3, 59).answer).toBeGreaterThan(thresholdsFor([often], 3, 28).answer + 0.05);
  });

  it('is left to the gate where too few sentences are there to prove that it is kept', () => {
    const unsure = record(60);
    unsure.flags[59] = OWN_WRONG;
    expect(thresholdsFor([unsure], 3).answer).toBe(0.85);
    const proved = record(600);
    proved.flags.fill(OWN_WRONG, 590, 600);
    expect(thresholdsFor([proved], 1).answer).toBeGreaterThan(0.95);
  });

  it('says beside its estimate what became of the phrasings alone, with nothing assumed about visitors', () => {
    const { confidences, flags } = record();
    const answered = [...flags].filter((flag, at) => flag !== 0 && (confidences[at] ?? 0) >= 0.4);
    const wrong = answered.filter((flag) => flag === OWN_WRONG).length;
    const { heldOut } = qualityAt([record()], 0.4, 3);
    expect(heldOut).toEqual({ coverage: answered.length / 1000, wrongShare: wrong / answered.length, n: 1000 });
    expect(qualityAt([record()], 1, 3).heldOut).toEqual({ coverage: 0, wrongShare: null, n: 1000 });
  });

  it('leaves small talk that every bot knows out of the account', () => {
    const small = { confidences: Float32Array.of(0.9), flags: Int8Array.of(HELD_OUT.inScope | HELD_OUT.right) };
    expect(qualityAt([small], 0.5, 3).asked).toBe(0);
  });
});

describe('what part of visitors’ questions is answered', () => {
  it('is less than of held-out sentences, where an intent has few', () => {
    expect(coverageOfVisitors(0.38, 0.5, 5)).toBeCloseTo(0.24, 2);
    expect(coverageOfVisitors(0.13, 0.4, 1)).toBeLessThan(0.02);
  });

  it('is as much where it has as many as were measured to be like questions', () => {
    expect(coverageOfVisitors(0.57, 0.65, 12)).toBeCloseTo(0.57, 5);
  });

  it('is more where it has many that an author made as different as can be, but not where they are what people typed', () => {
    expect(coverageOfVisitors(0.58, 0.66, 36)).toBeGreaterThan(0.8);
    expect(coverageOfVisitors(0.93, 0.96, 100)).toBeCloseTo(0.93, 5);
  });

  it('is told of a site by its sentences and how many each intent has', () => {
    const many = qualityOf(countedSentences([record()], 10), 0.6, 3);
    const few = qualityOf(countedSentences([record()], 500), 0.6, 3);
    expect(Math.abs((many.coverage ?? 0) - (many.heldOut?.coverage ?? 0))).toBeLessThan(0.02);
    expect(few.coverage).toBeCloseTo((few.heldOut?.coverage ?? 0) / 4, 5);
  });

  it('stays a share, whatever was counted', () => {
    for (const answered of [0, 0.5, 1]) {
      for (const understood of [0, 0.5, 1]) {
        for (const n of [0, 1, 20, 1000]) {
          const covered = coverageOfVisitors(answered, understood, n);
          expect(covered).toBeGreaterThanOrEqual(0);
          expect(covered).toBeLessThanOrEqual(1);
        }
      }
    }
  });
});
