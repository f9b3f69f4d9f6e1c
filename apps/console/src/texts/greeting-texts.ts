import type { Locale } from '../state/wire-types.ts';

type Said = readonly [label: string, hint?: string];

/** What the forms of the first message say, and of what is said to some visitors only. */
export interface GreetingTexts {
  text: string;
  usualText: string;
  variants(language: string): string;
  none: string;
  add: string;
  fields: Record<'text' | 'page' | 'part' | 'open' | 'returning' | 'ticket', Said>;
  any: string;
  parts: Record<'morning' | 'afternoon' | 'evening' | 'night', string>;
  choices: Record<'open' | 'returning' | 'ticket', Record<'true' | 'false', string>>;
  on(pages: string): string;
  never: string;
  buttons: string;
  which: Record<'usual' | 'none' | 'own', string>;
  button(place: number): string;
  leadsTo(place: number): string;
  asTyped: string;
  person: string;
  addButton: string;
  removeButton(label: string): string;
  most(count: number): string;
}

const en: GreetingTexts = {
  text: 'Text',
  usualText: 'Left empty: the usual greeting, with the name of your business.',
  variants: (language) => `Said instead to some visitors (${language})`,
  none: 'Everybody is greeted alike.',
  add: 'Greeting',
  fields: {
    text: [
      'What is said then',
      '{{name|there}} is the name that your page gives, {{ticket}} and {{subject}} are of the open request.',
    ],
    page: ['Only on these pages', 'The path, such as /products/*; * is anything.'],
    part: ['Only at these times of day', 'By the visitor’s clock: from 5, 12, 18 and 22 o’clock. None: any.'],
    open: ['Opening hours'],
    returning: ['Who comes'],
    ticket: ['Open request'],
  },
  any: 'all the same',
  parts: { morning: 'morning', afternoon: 'afternoon', evening: 'evening', night: 'night' },
  choices: {
    open: { true: 'during opening hours', false: 'outside of opening hours' },
    returning: { true: 'was here before', false: 'is new' },
    ticket: { true: 'has an open request', false: 'has no open request' },
  },
  on: (pages) => `on ${pages}`,
  never: 'says nothing yet of when: fill in one at least',
  buttons: 'Buttons under it',
  which: { usual: 'The usual: talk to a person', none: 'None', own: 'My own' },
  button: (place) => `Button ${place}`,
  leadsTo: (place) => `Button ${place} asks for`,
  asTyped: 'what it says, as if typed',
  person: 'a person',
  addButton: 'Button',
  removeButton: (label) => `Remove the button “${label}”`,
  most: (count) => `At most ${count} buttons.`,
};

const zh: GreetingTexts = {
  text: '文字',
  usualText: '不填：使用带有您店名的通用问候。',
  variants: (language) => `对部分访客改说（${language}）`,
  none: '对所有人说同样的问候。',
  add: '问候',
  fields: {
    text: ['改说什么', '{{name|您}} 是您的网页提供的称呼，{{ticket}} 和 {{subject}} 指未解决的请求。'],
    page: ['仅限这些页面', '页面路径，例如 /products/*；* 表示任意内容。'],
    part: ['仅限这些时段', '按访客的当地时间：5 点、12 点、18 点、22 点起。都不勾选：不限。'],
    open: ['营业时间'],
    returning: ['来访者'],
    ticket: ['未解决的请求'],
  },
  any: '不限',
  parts: { morning: '早上', afternoon: '下午', evening: '晚上', night: '深夜' },
  choices: {
    open: { true: '营业时间内', false: '营业时间外' },
    returning: { true: '以前来过', false: '第一次来' },
    ticket: { true: '有未解决的请求', false: '没有未解决的请求' },
  },
  on: (pages) => `在 ${pages}`,
  never: '还没有写明何时使用：请至少填写一项',
  buttons: '下面的按钮',
  which: { usual: '通用：转人工', none: '没有', own: '自己设置' },
  button: (place) => `按钮 ${place}`,
  leadsTo: (place) => `按钮 ${place} 询问`,
  asTyped: '按钮上的文字，如同输入',
  person: '转人工',
  addButton: '按钮',
  removeButton: (label) => `删除按钮“${label}”`,
  most: (count) => `最多 ${count} 个按钮。`,
};

export const greetingTexts: Readonly<Record<Locale, GreetingTexts>> = { en, zh };
