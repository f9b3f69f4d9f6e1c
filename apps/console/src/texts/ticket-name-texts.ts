import type { Locale } from '../state/wire-types.ts';

interface TicketNames {
  /** Of what the bot itself files, and of the starter packs' forms. */
  categories: Readonly<Record<string, string>>;
  slots: Readonly<Record<string, string>>;
}

const en: TicketNames = {
  categories: {
    appointment: 'Appointment',
    bug: 'Bug report',
    cancellation: 'Cancellation',
    complaint: 'Complaint',
    damage: 'Damage',
    enrolment: 'Enrolment',
    'first-visit': 'First visit',
    general: 'General',
    'level-check': 'Level check',
    'order-change': 'Change of an order',
    'order-status': 'Order status',
    orders: 'Orders',
    question: 'Question',
    returns: 'Return',
  },
  slots: {
    account: 'account',
    day: 'day',
    details: 'details',
    email: 'e-mail',
    item: 'item',
    name: 'name',
    order: 'order number',
    phone: 'phone',
    problem: 'problem',
    reason: 'reason',
    text: 'message',
    time: 'time',
    what: 'what happened',
    when: 'when',
    where: 'where',
    wish: 'what they would like',
    words: 'message',
  },
};

const zh: TicketNames = {
  categories: {
    appointment: '预约',
    bug: '故障报告',
    cancellation: '取消订阅',
    complaint: '投诉',
    damage: '破损',
    enrolment: '报名',
    'first-visit': '初诊',
    general: '一般请求',
    'level-check': '水平测试',
    'order-change': '修改订单',
    'order-status': '订单状态',
    orders: '订单',
    question: '咨询',
    returns: '退货',
  },
  slots: {
    account: '账户',
    day: '日期',
    details: '详情',
    email: '邮箱',
    item: '商品',
    name: '姓名',
    order: '订单号',
    phone: '电话',
    problem: '问题',
    reason: '原因',
    text: '内容',
    time: '时间',
    what: '事情经过',
    when: '何时',
    where: '何处',
    wish: '客户的期望',
    words: '内容',
  },
};

const names: Record<Locale, TicketNames> = { en, zh };

/** A category as people read it; one of the site's own making stays as the site wrote it. */
export function categoryName(category: string, locale: Locale): string {
  return own(names[locale].categories, category);
}

/** What a form asks for, as people read it; a slot of the site's own making keeps its name. */
export function slotName(slot: string, locale: Locale): string {
  return own(names[locale].slots, slot);
}

/**
 * The name of what was told. It was kept in the language of whoever was asked: where the console speaks another one, what is known by name is
 * named in that.
 */
export function detailName({ slot, label }: { slot: string; label: string }, locale: Locale): string {
  const isOurs = /\p{Script=Han}/u.test(label) === (locale === 'zh');
  if (isOurs || !Object.hasOwn(names[locale].slots, slot)) return label;
  const name = slotName(slot, locale);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Sites name things as they like, `constructor` too. */
function own(known: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(known, name) ? (known[name] ?? name) : name;
}
