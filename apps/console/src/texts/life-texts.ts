import type { LifeRules, Stage } from '../state/api/life-api.ts';
import type { Locale } from '../state/wire-types.ts';

export interface LifeTexts {
  title: string;
  text: string;
  stage: Record<Stage, string>;
  why: string;
  notYet: string;
  until(day: string): string;
  /** Why somebody stands where they do. */
  reason: {
    contact: string;
    lead(day: string): string;
    marked(day: string): string;
    first(day: string): string;
    last(day: string): string;
    gap(days: number): string;
  };
  rule(stage: Stage, rules: LifeRules): string;
  follows(stage: string, rule: string): string;
  rules: string;
  rulesText: string;
  /** Leads to where rules and messages are written. */
  change: string;
  moved: string;
  nobodyMoved: string;
  byRules: string;
  messages: string;
  messagesText: string;
  noMessages: string;
  noMails: string;
  on(stage: string, days: number): string;
  onDelivery(days: number): string;
  sent(sent: number, left: number): string;
  filters(count: number): string;
  anybody: string;
  stageLabel: string;
  segment: string;
  everybody: string;
  tag: string;
  marketing: string;
  yes: string;
  no: string;
  language: string;
  seenWithin: string;
  unseenFor: string;
  minOrders: string;
  spent: string;
  currency: string;
  attribute: string;
  attributeValue: string;
  clear: string;
  count(contacts: number): string;
  save: string;
  name: string;
  saved(name: string): string;
  removed(name: string): string;
  remove: string;
  undo: string;
  failed: string;
  blocked: string;
  imports: string;
  blockedText: string;
  nobodyBlocked: string;
  nobodyBlockedText: string;
  somebody: string;
  whyBlocked: Record<'blocked' | 'spam', string>;
  lift: string;
  lifted: string;
  back: string;
}

const daysEn = (days: number) => (days === 1 ? '1 day' : `${days} days`);

export const lifeTexts: Record<Locale, LifeTexts> = {
  en: {
    title: 'Life cycle',
    text: 'Where your customers stand, worked out from orders, requests and chats.',
    stage: {
      ...{ contact: 'Contact', lead: 'Lead', new: 'New', active: 'Active' },
      ...{ at_risk: 'At risk', churned: 'Churned', won_back: 'Won back' },
    },
    why: 'Why?',
    notYet: 'This is being worked out.',
    until: (day) => `Changes on ${day} if nothing happens.`,
    reason: {
      contact: 'Has ordered nothing, and asked for nothing lately.',
      lead: (day) => `Asked for something on ${day} and has not ordered yet.`,
      marked: (day) => `You or your shop call them a customer since ${day}.`,
      first: (day) => `First order on ${day}.`,
      last: (day) => `Last order on ${day}.`,
      gap: (days) => `Before that, nothing for ${days} days.`,
    },
    rule: (stage, r) =>
      ({
        contact: 'Nothing was ordered, and nothing asked for lately.',
        lead: `Asked for something in the last ${r.leadDays} days, and has not ordered.`,
        new: `First order in the last ${r.newDays} days.`,
        active: `Last order in the last ${r.atRiskDays} days.`,
        at_risk: `Last order ${r.atRiskDays} to ${r.churnedDays} days ago.`,
        churned: `Last order more than ${r.churnedDays} days ago.`,
        won_back: `Ordered again after ${r.churnedDays} days or more, in the last ${r.wonBackDays} days.`,
      })[stage],
    follows: (stage, rule) => `${stage}: ${rule}`,
    rules: 'The rules',
    rulesText: 'Cancelled, returned and refunded orders do not count.',
    change: 'Change rules and messages',
    moved: 'Who moved this week',
    nobodyMoved: 'Nobody has moved in the last seven days.',
    byRules: 'by changed rules',
    messages: 'Messages that begin by themselves',
    messagesText: 'They go once, to those who allowed marketing mails.',
    noMessages: 'None yet: a welcome, a “how is it?” or a win-back can be one.',
    noMails: 'No mail server is set, so none of them is sent.',
    on: (stage, days) => (days === 0 ? `When somebody becomes: ${stage}` : `${daysEn(days)} after: ${stage}`),
    onDelivery: (days) => (days === 0 ? 'When an order was delivered' : `${daysEn(days)} after a delivery`),
    sent: (sent, left) => `sent ${sent}${left > 0 ? `, ${left} unsubscribed` : ''}`,
    filters: (count) => (count === 0 ? 'Filters' : `Filters (${count})`),
    anybody: 'any',
    stageLabel: 'Stage',
    segment: 'Segment',
    everybody: 'Everybody',
    tag: 'Tag',
    marketing: 'Marketing mails',
    yes: 'allowed',
    no: 'not allowed',
    language: 'Language',
    seenWithin: 'Wrote within days',
    unseenFor: 'Silent for days',
    minOrders: 'Orders at least',
    spent: 'Spent at least',
    currency: 'Currency',
    attribute: 'Attribute',
    attributeValue: 'with the value',
    clear: 'Clear filters',
    count: (n) => (n === 1 ? '1 contact' : `${n.toLocaleString('en')} contacts`),
    save: 'Save as segment',
    name: 'Name of the segment',
    saved: (name) => `Segment “${name}” saved.`,
    removed: (name) => `Segment “${name}” removed.`,
    remove: 'Remove segment',
    undo: 'Undo',
    failed: 'Not saved.',
    blocked: 'Blocked',
    imports: 'Imports and exports',
    blockedText: 'Browsers whose messages are refused.',
    nobodyBlocked: 'Nobody is blocked',
    nobodyBlockedText: 'Whom you block in a conversation or on a contact stands here.',
    somebody: 'Somebody unknown',
    whyBlocked: { blocked: 'blocked', spam: 'spam' },
    lift: 'Unblock',
    lifted: 'Unblocked.',
    back: 'All contacts',
  },
  zh: {
    title: '生命周期',
    text: '根据订单、请求和对话判断客户所处的阶段。',
    stage: {
      ...{ contact: '联系人', lead: '潜在客户', new: '新客户', active: '活跃' },
      ...{ at_risk: '有流失风险', churned: '已流失', won_back: '已挽回' },
    },
    why: '为什么？',
    notYet: '正在计算。',
    until: (day) => `如无变化，${day} 起进入下一阶段。`,
    reason: {
      contact: '没有下过单，最近也没有咨询。',
      lead: (day) => `${day} 咨询过，尚未下单。`,
      marked: (day) => `${day} 起被您或商店标记为客户。`,
      first: (day) => `首单：${day}。`,
      last: (day) => `最近一单：${day}。`,
      gap: (days) => `在此之前 ${days} 天没有下单。`,
    },
    rule: (stage, r) =>
      ({
        contact: '没有下过单，最近也没有咨询。',
        lead: `最近 ${r.leadDays} 天内咨询过，尚未下单。`,
        new: `首单在最近 ${r.newDays} 天内。`,
        active: `最近一单在 ${r.atRiskDays} 天内。`,
        at_risk: `最近一单在 ${r.atRiskDays} 至 ${r.churnedDays} 天之前。`,
        churned: `最近一单已超过 ${r.churnedDays} 天。`,
        won_back: `停购 ${r.churnedDays} 天以上后，最近 ${r.wonBackDays} 天内又下单。`,
      })[stage],
    follows: (stage, rule) => `${stage}：${rule}`,
    rules: '规则',
    rulesText: '已取消、退货和退款的订单不计。',
    change: '修改规则和邮件',
    moved: '本周阶段变化',
    nobodyMoved: '最近七天没有人变化。',
    byRules: '因规则修改',
    messages: '自动发送的邮件',
    messagesText: '只发给同意接收营销邮件的人，每封只发一次。',
    noMessages: '还没有：可以是欢迎、回访或挽回邮件。',
    noMails: '没有设置邮件服务器，因此不会发送。',
    on: (stage, days) => (days === 0 ? `成为“${stage}”时` : `成为“${stage}”${days} 天后`),
    onDelivery: (days) => (days === 0 ? '订单送达时' : `送达 ${days} 天后`),
    sent: (sent, left) => `已发送 ${sent}${left > 0 ? `，${left} 人退订` : ''}`,
    filters: (count) => (count === 0 ? '筛选' : `筛选（${count}）`),
    anybody: '不限',
    stageLabel: '阶段',
    segment: '客户分组',
    everybody: '所有人',
    tag: '标签',
    marketing: '营销邮件',
    yes: '同意',
    no: '未同意',
    language: '语言',
    seenWithin: '多少天内来过',
    unseenFor: '多少天没来',
    minOrders: '订单数至少',
    spent: '消费至少',
    currency: '币种',
    attribute: '属性',
    attributeValue: '属性值',
    clear: '清除筛选',
    count: (n) => `${n.toLocaleString('zh')} 位联系人`,
    save: '存为分组',
    name: '分组名称',
    saved: (name) => `分组“${name}”已保存。`,
    removed: (name) => `分组“${name}”已删除。`,
    remove: '删除分组',
    undo: '撤销',
    failed: '未保存。',
    blocked: '已屏蔽',
    imports: '导入和导出',
    blockedText: '这些浏览器发来的消息会被拒收。',
    nobodyBlocked: '没有人被屏蔽',
    nobodyBlockedText: '在对话或联系人页面屏蔽的人会显示在这里。',
    somebody: '未知访客',
    whyBlocked: { blocked: '已屏蔽', spam: '垃圾信息' },
    lift: '解除屏蔽',
    lifted: '已解除。',
    back: '全部联系人',
  },
};
