import type { Locale } from '../state/wire-types.ts';

/** A field's name, and what it means. */
type Said = readonly [label: string, hint?: string];

/** What lists of rules and their forms say, whatever they are about. */
export interface RuleTexts {
  asForm(label: string): string;
  nameless(place: number): string;
  up(name: string): string;
  down(name: string): string;
  remove(name: string): string;
  removed(name: string): string;
  movedTo(name: string, place: number, of: number): string;
  /** On a line that can be moved. */
  keys: string;
  kept(keys: string): string;
  faults(count: number): string;
  most(count: number): string;
  takeOut(word: string): string;
  addWord: string;
  /** Between the parts of a sentence. */
  comma: string;
  /** Between alternatives. */
  or: string;
  life: Record<'leadDays' | 'newDays' | 'atRiskDays' | 'churnedDays' | 'wonBackDays', Said>;
  lifeNow: string;
  routing: {
    none: string;
    add: string;
    fresh: string;
    fields: Record<'name' | 'category' | 'language' | 'level' | 'priority' | 'hours', Said>;
    anyHours: string;
    hours: Record<'open' | 'closed', string>;
    to: string;
    targets: Record<'owner' | 'person' | 'address' | 'action', string>;
    targetHints: Record<'owner' | 'person' | 'address' | 'action', string>;
    who: string;
    mail: string;
    action: string;
    everything: string;
    categories(names: string): string;
    languages(names: string): string;
    levels(names: string): string;
    from(priority: string): string;
    goesTo(conditions: string, target: string): string;
    you: string;
  };
}

const en: RuleTexts = {
  asForm: (label) => `${label} as a form`,
  nameless: (place) => `Number ${place}`,
  up: (name) => `Move “${name}” up`,
  down: (name) => `Move “${name}” down`,
  remove: (name) => `Remove “${name}”`,
  removed: (name) => `“${name}” was removed.`,
  movedTo: (name, place, of) => `“${name}” now stands at place ${place} of ${of}.`,
  keys: 'Alt and ↑ or ↓ move it.',
  kept: (keys) => `Kept as it is, and edited as JSON: ${keys}.`,
  faults: (count) => `${count} to mend`,
  most: (count) => `At most ${count}.`,
  takeOut: (word) => `Take out “${word}”`,
  addWord: 'Add',
  comma: ', ',
  or: ' or ',
  life: {
    leadDays: ['Days that a question makes a lead', 'Of somebody who has not ordered yet.'],
    newDays: ['Days that a customer is new', 'From the first order.'],
    atRiskDays: ['Days without an order until somebody is at risk'],
    churnedDays: ['Days without an order until somebody is lost', 'More than until they are at risk.'],
    wonBackDays: ['Days that somebody lost counts as won back', 'From the order with which they came back.'],
  },
  lifeNow: 'So with these days:',
  routing: {
    none: 'No rules yet: every request is yours.',
    add: 'Rule',
    fresh: 'New rule',
    fields: {
      name: ['Name', 'You read it as the reason, such as “Repairs go to Lee”.'],
      category: [
        'Only of these categories',
        'One word each, such as returns; repair* is whatever begins so. None: any.',
      ],
      language: ['Only in these languages'],
      level: ['Only of these levels'],
      priority: ['Only from this priority on', '0 to 100; empty: any.'],
      hours: ['When it comes in'],
    },
    anyHours: 'at any time',
    hours: { open: 'during opening hours', closed: 'outside of opening hours' },
    to: 'Who settles it',
    targets: {
      owner: 'You',
      person: 'A second person of your business',
      address: 'Somebody outside, by mail',
      action: 'An action',
    },
    targetHints: {
      owner: 'It waits in your queue.',
      person: 'They are told by mail; the request stays on this desk.',
      address: 'They get a mail without what is sensitive, such as a technician.',
      action: 'Requests cannot begin an action: a form ends in one, or an FAQ begins it.',
    },
    who: 'Name',
    mail: 'E-mail address',
    action: 'Name of the action',
    everything: 'Every request',
    categories: (names) => `about ${names}`,
    languages: (names) => `in ${names}`,
    levels: (names) => `level ${names}`,
    from: (priority) => `priority ${priority} or higher`,
    goesTo: (conditions, target) => `${conditions} → ${target}`,
    you: 'you',
  },
};

const zh: RuleTexts = {
  asForm: (label) => `${label} 表单`,
  nameless: (place) => `第 ${place} 条`,
  up: (name) => `把“${name}”上移`,
  down: (name) => `把“${name}”下移`,
  remove: (name) => `删除“${name}”`,
  removed: (name) => `“${name}”已删除。`,
  movedTo: (name, place, of) => `“${name}”现在是第 ${place} 条，共 ${of} 条。`,
  keys: '按 Alt 加 ↑ 或 ↓ 移动。',
  kept: (keys) => `以下内容保持不变，以 JSON 编辑：${keys}。`,
  faults: (count) => `${count} 处需要改正`,
  most: (count) => `最多 ${count} 条。`,
  takeOut: (word) => `去掉“${word}”`,
  addWord: '添加',
  comma: '，',
  or: '或',
  life: {
    leadDays: ['咨询后多少天内算潜在客户', '指还没有下过单的人。'],
    newDays: ['多少天内算新客户', '从首单算起。'],
    atRiskDays: ['多少天没有下单算有流失风险'],
    churnedDays: ['多少天没有下单算已流失', '要大于有流失风险的天数。'],
    wonBackDays: ['流失后回来的客户多少天内算已挽回', '从再次下单算起。'],
  },
  lifeNow: '按这些天数：',
  routing: {
    none: '还没有规则：所有请求都归您。',
    add: '规则',
    fresh: '新规则',
    fields: {
      name: ['名称', '会作为原因显示，例如“维修归小李”。'],
      category: ['仅限这些类别', '每个一词，例如 returns；repair* 表示以此开头的。不填：任何类别。'],
      language: ['仅限这些语言'],
      level: ['仅限这些级别'],
      priority: ['仅限达到此优先级', '0 到 100；不填：不限。'],
      hours: ['什么时候提交的'],
    },
    anyHours: '任何时间',
    hours: { open: '营业时间内', closed: '营业时间外' },
    to: '由谁处理',
    targets: { owner: '您自己', person: '店里的另一个人', address: '外部人员（邮件）', action: '操作' },
    targetHints: {
      owner: '留在您的队列里。',
      person: '会收到邮件通知，请求仍在本客服台。',
      address: '会收到一封不含敏感信息的邮件，例如发给维修师傅。',
      action: '请求不能启动操作：操作由表单结束时或常见问题启动。',
    },
    who: '姓名',
    mail: '邮箱地址',
    action: '操作名称',
    everything: '所有请求',
    categories: (names) => `关于${names}`,
    languages: (names) => `语言为${names}`,
    levels: (names) => `级别为${names}`,
    from: (priority) => `优先级不低于 ${priority}`,
    goesTo: (conditions, target) => `${conditions} → ${target}`,
    you: '您',
  },
};

export const ruleTexts: Record<Locale, RuleTexts> = { en, zh };
