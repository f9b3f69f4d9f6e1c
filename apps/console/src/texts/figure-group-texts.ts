import type { Locale } from '../state/wire-types.ts';

export interface FigureGroupTexts {
  channels: string;
  cohorts: string;
  direct: string;
  rows: string;
  rowsOf(group: string): string;
}

export const figureGroupTexts: Record<Locale, FigureGroupTexts> = {
  en: {
    channels: 'By the channel by which people came',
    cohorts: 'By the month in which they became customers',
    direct: 'direct',
    rows: 'Rows',
    rowsOf: (group) => `Rows of ${group}`,
  },
  zh: {
    channels: '按来源渠道',
    cohorts: '按成为客户的月份',
    direct: '直接访问',
    rows: '明细',
    rowsOf: (group) => `${group} 的明细`,
  },
};
