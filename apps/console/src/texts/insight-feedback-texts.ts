import type { Locale } from '../state/wire-types.ts';

export interface InsightFeedbackTexts {
  title: string;
  text(n: number, negative: number): string;
  about: string;
  sources: string;
  sourcesText: string;
  count(n: number): string;
  before(n: number): string;
  rated(mean: string, n: number): string;
  fewRated(n: number): string;
  unrated: string;
  notShown(n: number): string;
}

export const insightFeedbackTexts: Record<Locale, InsightFeedbackTexts> = {
  en: {
    title: 'Feedback from elsewhere',
    text: (n, negative) =>
      `${n === 1 ? '1 review or post' : `${n} reviews and posts`} in this time, ${negative} of them negative. They are read for the themes above as well.`,
    about: 'What it is about',
    sources: 'Where it was said',
    sourcesText:
      'Ratings from 1 to 10. Whoever writes a review chose to: they are not added to the scores that you asked for.',
    count: (n) => String(n),
    before: (n) => `before ${n}`,
    rated: (mean, n) => `${mean} on average, ${n} ratings,`,
    fewRated: (n) => `too few ratings to say (${n} of at least 5)`,
    unrated: 'without ratings',
    notShown: (n) => `${n} more, or erased since.`,
  },
  zh: {
    title: '其他渠道的反馈',
    text: (n, negative) => `这段时间有 ${n} 条评价和帖子，其中 ${negative} 条是负面的。上面的主题也包括它们。`,
    about: '内容',
    sources: '来源',
    sourcesText: '评分为 1 到 10。写评价的人是自愿的：不计入您主动询问的评分。',
    count: (n) => String(n),
    before: (n) => `上一期 ${n}`,
    rated: (mean, n) => `平均 ${mean}，${n} 个评分，`,
    fewRated: (n) => `评分太少，无法判断（${n} 个，至少需要 5 个）`,
    unrated: '没有评分',
    notShown: (n) => `另有 ${n} 条，或已被清除。`,
  },
};
