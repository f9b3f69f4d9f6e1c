import type { AnswerQuality } from '@solodesk/core';

/** What the console shows of how a bot answers. */
export type QualityFigures = Pick<
  AnswerQuality,
  'asked' | 'coverage' | 'answers' | 'wrongShare' | 'interval' | 'heldOut'
>;

export function figures({ asked, coverage, answers, wrongShare, interval, heldOut }: QualityFigures): QualityFigures {
  return { asked, coverage, answers, wrongShare, interval, ...(heldOut && { heldOut }) };
}
