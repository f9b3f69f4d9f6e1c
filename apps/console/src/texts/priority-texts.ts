import type { Locale } from '../state/wire-types.ts';
/** As in `priority-reasons.tsx`, which reads these texts. */
type PriorityLevel = 'urgent' | 'high' | 'normal' | 'low';

export interface PriorityTexts {
  title: string;
  total: string;
  none: string;
  of(score: number): string;
  levels: Record<PriorityLevel, string>;
  /** What a hand on a reason reads. */
  rule(name: string): string;
  /** The sum lies outside of 0 to 100. */
  clamped(sum: number): string;
}

export const priorityTexts: Record<Locale, PriorityTexts> = {
  en: {
    title: 'Why it has this priority',
    total: 'Priority',
    none: 'No rule counts for it.',
    of: (score) => `Priority ${score} of 100`,
    levels: { urgent: 'Urgent', high: 'High', normal: 'Normal', low: 'Low' },
    rule: (name) => `Rule “${name}” of site.json`,
    clamped: (sum) => `The reasons add up to ${sum}; a priority lies between 0 and 100.`,
  },
  zh: {
    title: '优先级的依据',
    total: '优先级',
    none: '没有规则生效。',
    of: (score) => `优先级 ${score}（满分 100）`,
    levels: { urgent: '紧急', high: '高', normal: '普通', low: '低' },
    rule: (name) => `site.json 中的规则“${name}”`,
    clamped: (sum) => `各项合计 ${sum}；优先级在 0 到 100 之间。`,
  },
};
