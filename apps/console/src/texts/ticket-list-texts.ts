import type { Locale } from '../state/wire-types.ts';

export interface TicketListTexts {
  filters(count: number): string;
  any: string;
  level: string;
  category: string;
  due: string;
  dues: { late: string; today: string };
  hands: string;
  whose: { owner: string; others: string };
  complaints: string;
  clear: string;
  nothingFits: string;
  nothingFitsText: string;
  views: string;
  keep: string;
  viewName: string;
  save: string;
  remove(name: string): string;
  removed(name: string): string;
  notKept: string;
  pick(name: string): string;
  pickAll(count: number): string;
  picked(count: number): string;
  letGo: string;
  moveTo: string;
  giveTo: string;
  done: {
    solved(count: number): string;
    waiting(count: number): string;
    open(count: number): string;
    category(count: number, name: string): string;
    given(count: number, name: string): string;
  };
  notDone(names: string): string;
  noneDone(count: number): string;
}

const tickets = (count: number) => (count === 1 ? '1 ticket' : `${count} tickets`);

export const ticketListTexts: Record<Locale, TicketListTexts> = {
  en: {
    filters: (count) => (count === 0 ? 'Filters' : `Filters · ${count}`),
    any: 'Any',
    level: 'Priority',
    category: 'Category',
    due: 'Answer due',
    dues: { late: 'Overdue', today: 'By today' },
    hands: 'Settled by',
    whose: { owner: 'You', others: 'Others' },
    complaints: 'Complaints only',
    clear: 'Clear filters',
    nothingFits: 'No ticket fits these filters',
    nothingFitsText: 'Take one of them away, or look under another heading.',
    views: 'Saved views',
    keep: 'Save as a view',
    viewName: 'Name of the view',
    save: 'Save',
    remove: (name) => `Remove the view “${name}”`,
    removed: (name) => `View removed: ${name}`,
    notKept: 'The view could not be saved.',
    pick: (name) => `Select ${name}`,
    pickAll: (count) => `Select all ${count}`,
    picked: (count) => `${count} selected`,
    letGo: 'Select none',
    moveTo: 'Category …',
    giveTo: 'Give to …',
    done: {
      solved: (count) => `${tickets(count)} solved`,
      waiting: (count) => `${tickets(count)} waiting for the customer`,
      open: (count) => `${tickets(count)} opened again`,
      category: (count, name) => `${tickets(count)} moved to ${name}`,
      given: (count, name) => `${tickets(count)} given to ${name}`,
    },
    notDone: (names) => `Not changed: ${names}.`,
    noneDone: (count) => `${tickets(count)} could not be changed.`,
  },
  zh: {
    filters: (count) => (count === 0 ? '筛选' : `筛选 · ${count}`),
    any: '不限',
    level: '优先级',
    category: '类别',
    due: '答复期限',
    dues: { late: '已超时', today: '今天之内' },
    hands: '处理人',
    whose: { owner: '您', others: '其他人' },
    complaints: '只看投诉',
    clear: '清除筛选',
    nothingFits: '没有符合筛选条件的工单',
    nothingFitsText: '请去掉某个条件，或换一个标签查看。',
    views: '已存视图',
    keep: '存为视图',
    viewName: '视图名称',
    save: '保存',
    remove: (name) => `删除视图“${name}”`,
    removed: (name) => `已删除视图：${name}`,
    notKept: '视图未能保存。',
    pick: (name) => `选择 ${name}`,
    pickAll: (count) => `全选 ${count} 张`,
    picked: (count) => `已选 ${count} 张`,
    letGo: '取消选择',
    moveTo: '类别……',
    giveTo: '转交给……',
    done: {
      solved: (count) => `${count} 张工单已解决`,
      waiting: (count) => `${count} 张工单等待客户`,
      open: (count) => `${count} 张工单已重新打开`,
      category: (count, name) => `${count} 张工单已移到“${name}”`,
      given: (count, name) => `${count} 张工单已转交给 ${name}`,
    },
    notDone: (names) => `未更改：${names}。`,
    noneDone: (count) => `${count} 张工单未能更改。`,
  },
};
