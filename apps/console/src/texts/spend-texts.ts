import type { Locale } from '../state/wire-types.ts';

export interface SpendTexts {
  title: string;
  text: string;
  channel: string;
  month: string;
  amount: string;
  currency: string;
  save: string;
  wrong: string;
  none: string;
  remove(what: string): string;
  saved(what: string): string;
  removed(what: string): string;
}

export const spendTexts: Record<Locale, SpendTexts> = {
  en: {
    title: 'Marketing spend',
    text: 'One amount a channel, month and currency; what is typed in again takes its place. The figures have it after the next run.',
    channel: 'Channel',
    month: 'Month',
    amount: 'Amount',
    currency: 'Currency',
    save: 'Add the amount',
    wrong: 'Please give a channel, a month and an amount of at least 0.',
    none: 'No spend yet. It can be imported, too: solodesk import spend FILE.',
    remove: (what) => `Remove ${what}`,
    saved: (what) => `${what} is saved.`,
    removed: (what) => `${what} is removed.`,
  },
  zh: {
    title: '营销支出',
    text: '每个渠道、月份和币种一个金额，再次填写会替换原值。下次计算后体现在数字中。',
    channel: '渠道',
    month: '月份',
    amount: '金额',
    currency: '币种',
    save: '添加金额',
    wrong: '请填写渠道、月份和不小于 0 的金额。',
    none: '还没有支出。也可导入：solodesk import spend FILE。',
    remove: (what) => `删除 ${what}`,
    saved: (what) => `已保存：${what}。`,
    removed: (what) => `已删除：${what}。`,
  },
};
