import type { Locale } from '@solodesk/core';
import { percent } from './figures.ts';
import type { SiteEvaluation } from './site-evaluation.ts';

/** The words of what follows, in one language. */
export interface EstimateTexts {
  /** The names of languages, as they stand inside a sentence. */
  languages: Readonly<Record<Locale, string>>;
  /** What the console estimates of visitors' questions. */
  estimate(coverage: string, wrong: string, sample: { n: number; low: string; high: string }): string;
  /** What that rests on. @param wrong null where no phrasing got an answer */
  heldOut(coverage: string, wrong: string | null, n: number): string;
  tests(language: string, passed: number, total: number): string;
}

/** From so many tests of a language on their result says something. */
const ENOUGH_TESTS = 40;

/** What visitors may expect, said to be an estimate, with what was counted beside it: one sentence each. */
export function estimateSentences({ estimated, tests }: SiteEvaluation, texts: EstimateTexts): string[] {
  const sentences: string[] = [];
  if (estimated === null || estimated.coverage === null) return sentences;
  if (estimated.wrongShare !== null && estimated.interval !== null) {
    const { low, high } = estimated.interval;
    const sample = { n: estimated.answers, low: percent(low), high: percent(high) };
    sentences.push(texts.estimate(percent(estimated.coverage), percent(estimated.wrongShare), sample));
  }
  const { heldOut } = estimated;
  if (heldOut !== undefined && heldOut.coverage !== null) {
    const wrong = heldOut.wrongShare === null ? null : percent(heldOut.wrongShare);
    sentences.push(texts.heldOut(percent(heldOut.coverage), wrong, heldOut.n));
  }
  for (const locale of Object.keys(tests) as Locale[]) {
    const { answerable, outOfScope } = tests[locale] ?? {};
    const total = (answerable?.total ?? 0) + (outOfScope?.total ?? 0);
    if (total < ENOUGH_TESTS) continue;
    sentences.push(texts.tests(texts.languages[locale], (answerable?.passed ?? 0) + (outOfScope?.passed ?? 0), total));
  }
  return sentences;
}

export const ENGLISH_ESTIMATE: EstimateTexts = {
  languages: { en: 'English', zh: 'Chinese' },
  estimate: (coverage, wrong, { n, low, high }) =>
    `Estimated of visitors, in all languages: answers ${coverage} of all questions; of these answers ${wrong} are wrong (n = ${n}, 95 % interval ${low} to ${high}).`,
  heldOut: (coverage, wrong, n) =>
    `Of your own ${n} phrasings, each held out of training, the bot answers ${coverage}${wrong === null ? '' : `, and ${wrong} of those answers are wrong`}; what visitors ask is easier to tell apart.`,
  tests: (language, passed, total) => `Of your ${total} tests in ${language} it passes ${passed}.`,
};

export const CHINESE_ESTIMATE: EstimateTexts = {
  languages: { en: '英文', zh: '中文' },
  estimate: (coverage, wrong, { n, low, high }) =>
    `对访客提问的估计（各语言合计）：能回答 ${coverage}；这些回答里有 ${wrong} 是错的（n = ${n}，95% 区间 ${low} 至 ${high}）。`,
  heldOut: (coverage, wrong, n) =>
    `您写的 ${n} 个问法轮流留出来不学，机器人能回答其中 ${coverage}${wrong === null ? '' : `，这些回答里有 ${wrong} 是错的`}；访客的提问比这更容易分清。`,
  tests: (language, passed, total) => `您的 ${total} 个${language}测试，通过 ${passed} 个。`,
};
