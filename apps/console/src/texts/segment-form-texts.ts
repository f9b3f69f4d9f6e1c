import type { Locale } from '../state/wire-types.ts';

type Said = readonly [label: string, hint?: string];

/** What the form of the groups of customers says. */
export interface SegmentFormTexts {
  none: string;
  add: string;
  everybody: string;
  fields: Record<'title' | 'name', Said>;
  where: Record<
    | 'stage'
    | 'tags'
    | 'language'
    | 'marketing'
    | 'customer'
    | 'seenWithinDays'
    | 'unseenForDays'
    | 'minOrders'
    | 'maxOrders'
    | 'spent'
    | 'currency'
    | 'attribute'
    | 'value',
    Said
  >;
  any: string;
  either: Record<'true' | 'false', string>;
  all: string;
  said: Record<'marketing' | 'customer', Record<'true' | 'false', string>>;
  tagged(tags: string): string;
  seen(days: string): string;
  unseen(days: string): string;
  atLeast(orders: string): string;
  atMost(orders: string): string;
  spent(sum: string): string;
}

const en: SegmentFormTexts = {
  none: 'No groups yet, such as: regulars, or who has not written for half a year.',
  add: 'Group',
  everybody: 'everybody',
  fields: {
    title: ['What you call it', 'Such as “Regulars”.'],
    name: ['Name', 'Mails and surveys call it so: lower-case letters, digits and hyphens.'],
  },
  where: {
    stage: ['Stage', 'Any of those that are ticked; none: all.'],
    tags: ['With all of these tags'],
    language: ['Language'],
    marketing: ['May get marketing mails'],
    customer: ['Has bought'],
    seenWithinDays: ['Wrote within days'],
    unseenForDays: ['Did not write for days'],
    minOrders: ['Orders, at least', 'What went back does not count.'],
    maxOrders: ['Orders, at most'],
    spent: ['Spent at least'],
    currency: ['Currency', 'Three capitals, such as EUR.'],
    attribute: ['Attribute that you noted'],
    value: ['with the value', 'Empty: whatever it is.'],
  },
  any: 'any',
  either: { true: 'yes', false: 'no' },
  all: 'Who belongs to it: everything that you fill in must hold.',
  said: {
    marketing: { true: 'may get marketing mails', false: 'may get no marketing mails' },
    customer: { true: 'has bought', false: 'has not bought' },
  },
  tagged: (tags) => `tagged ${tags}`,
  seen: (days) => `wrote within ${days} days`,
  unseen: (days) => `did not write for ${days} days`,
  atLeast: (orders) => `at least ${orders} orders`,
  atMost: (orders) => `at most ${orders} orders`,
  spent: (sum) => `spent ${sum} or more`,
};

const zh: SegmentFormTexts = {
  none: '还没有分组，例如：老客户，或半年没有联系过的人。',
  add: '分组',
  everybody: '所有人',
  fields: {
    title: ['显示名称', '例如“老客户”。'],
    name: ['代号', '邮件和调查用它来指这个分组：小写字母、数字和连字符。'],
  },
  where: {
    stage: ['阶段', '符合勾选的任意一个；都不勾选：不限。'],
    tags: ['带有以下全部标签'],
    language: ['语言'],
    marketing: ['同意接收营销邮件'],
    customer: ['买过东西'],
    seenWithinDays: ['多少天内来过'],
    unseenForDays: ['多少天没有来过'],
    minOrders: ['订单数至少', '退掉的不算。'],
    maxOrders: ['订单数至多'],
    spent: ['消费至少'],
    currency: ['币种', '三个大写字母，例如 CNY。'],
    attribute: ['您记下的属性'],
    value: ['属性值', '不填：任何值。'],
  },
  any: '不限',
  either: { true: '是', false: '否' },
  all: '谁属于这个分组：填写的条件都要符合。',
  said: {
    marketing: { true: '同意接收营销邮件', false: '不接收营销邮件' },
    customer: { true: '买过东西', false: '没有买过' },
  },
  tagged: (tags) => `标签 ${tags}`,
  seen: (days) => `${days} 天内来过`,
  unseen: (days) => `${days} 天没有来过`,
  atLeast: (orders) => `至少 ${orders} 个订单`,
  atMost: (orders) => `至多 ${orders} 个订单`,
  spent: (sum) => `消费 ${sum} 以上`,
};

export const segmentFormTexts: Readonly<Record<Locale, SegmentFormTexts>> = { en, zh };
