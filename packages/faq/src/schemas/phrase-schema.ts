import { phraseFrom } from '@solodesk/core';
import { z } from 'zod';
import { localized, text } from './text-rules.ts';

/** Gaps of a phrase multiply what there is to look at. */
const MOST_GAPS = 3;

/** One phrase to look for, at least two letters or Chinese characters of it. */
export const phrase = text(80).superRefine((value, context) => {
  const { parts } = phraseFrom(value);
  const letters = parts.flatMap(({ words }) => words).join('').length;
  if (letters < 2) context.addIssue({ code: 'custom', message: 'must have at least two letters or characters' });
  if (parts.filter(({ afterGap }) => afterGap).length > MOST_GAPS) {
    context.addIssue({ code: 'custom', message: `has more than ${MOST_GAPS} gaps ("…")` });
  }
});

/** Phrases by language. All of them are looked for, whatever language a text is in. */
export const phrases = localized(z.array(phrase).min(1).max(300)).describe(
  'Words as customers say them: "refund*" means words that begin so, "charged … twice" leaves room for six words.',
);
