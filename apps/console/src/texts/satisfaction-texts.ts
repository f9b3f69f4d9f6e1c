import type { Locale } from '../state/wire-types.ts';

export interface SatisfactionTexts {
  title: string;
  figure: (mean: string, low: string, high: string) => string;
  few: (n: number) => string;
  formula: (formula: string, sum: number, n: number, days: number) => string;
  count: (asked: number, answered: number, skipped: number) => string;
  latest: string;
  channel: Record<'chat' | 'mail', string>;
}

export const SATISFACTION_TEXTS: Record<Locale, SatisfactionTexts> = {
  en: {
    title: 'Satisfaction (CSI)',
    figure: (mean, low, high) => `${mean} of 10 (95 % interval ${low} to ${high}, Student’s t)`,
    few: (n) => `too few to say (${n} of at least 5 scores)`,
    formula: (formula, sum, n, days) => `${formula} = ${sum} / ${n}, of the last ${days} days`,
    count: (asked, answered, skipped) => `asked ${asked} · answered ${answered} · skipped ${skipped}`,
    latest: 'What they said',
    channel: { chat: 'in the chat', mail: 'by mail' },
  },
  zh: {
    title: '满意度（CSI）',
    figure: (mean, low, high) => `${mean} / 10（95% 区间 ${low} 至 ${high}，学生 t 分布）`,
    few: (n) => `数据太少，无法判断（${n} 个评分，至少需要 5 个）`,
    formula: (formula, sum, n, days) => `${formula} = ${sum} / ${n}，最近 ${days} 天`,
    count: (asked, answered, skipped) => `已询问 ${asked} · 已回答 ${answered} · 已跳过 ${skipped}`,
    latest: '客户说了什么',
    channel: { chat: '聊天', mail: '邮件' },
  },
};
