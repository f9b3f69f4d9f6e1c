import type { ConditionKind } from '../state/api/faq-api.ts';
import type { Locale } from '../state/wire-types.ts';

export interface VariantTexts {
  title: string;
  text: string;
  add: string;
  /** Of the first, second … */
  nth(place: number): string;
  answer: string;
  answerHint: string;
  fields: Record<ConditionKind, { label: string; hint: string; wrong(words: string): string }>;
  /** To whom it is said, of the words of each condition. */
  said: Record<ConditionKind, (words: string) => string>;
  stages: Record<string, string>;
  never: string;
  extras: string;
  unfinished(language: string, place: number): string;
  count(n: number): string;
  most(count: number): string;
}

const en: VariantTexts = {
  title: 'Said instead to some visitors',
  text: 'The first that fits is said; everybody else gets the answer above.',
  add: 'Another answer for some',
  nth: (place) => `Answer ${place} for some`,
  answer: 'What they are told',
  answerHint: '{{name|there}} is the name that your page gives, or else “there”.',
  fields: {
    segment: {
      label: 'Only to these groups',
      hint: 'As your page calls them in the attribute “segment”, such as wholesale.',
      wrong: (words) => `A group is one word, and this is none: ${words}`,
    },
    page: {
      label: 'Only on these pages',
      hint: 'The path, such as /products/*; * is anything.',
      wrong: (words) => `A page begins with / or *, and has no blanks: ${words}`,
    },
    stage: {
      label: 'Only to known, or to unknown visitors',
      hint: 'Whether an address or a number of theirs is known; or what your page says in the attribute “stage”.',
      wrong: (words) => `A stage is one word, and this is none: ${words}`,
    },
  },
  said: { segment: (words) => `group ${words}`, page: (words) => `on ${words}`, stage: (words) => words },
  stages: { visitor: 'not known yet', contact: 'can be reached' },
  never: 'says nothing yet of whom: fill in one at least',
  extras: 'Its own links and buttons',
  unfinished: (language, place) =>
    `Answer ${place} for some visitors (${language}) needs its text, and whom it is for.`,
  count: (n) => (n === 1 ? 'another answer for some' : `${n} other answers for some`),
  most: (count) => `At most ${count}.`,
};

const zh: VariantTexts = {
  title: '对部分访客改说',
  text: '从上到下，说第一条符合的；其他人看到上面的回答。',
  add: '为部分访客另写一条',
  nth: (place) => `第 ${place} 条`,
  answer: '对他们说什么',
  answerHint: '{{name|您}} 是您的网页给出的姓名，没有时说“您”。',
  fields: {
    segment: {
      label: '只对这些客户群',
      hint: '您的网页在属性 segment 里的叫法，例如 wholesale。',
      wrong: (words) => `客户群只能是一个词，这些不行：${words}`,
    },
    page: {
      label: '只在这些页面',
      hint: '路径，例如 /products/*；* 表示任意内容。',
      wrong: (words) => `页面以 / 或 * 开头，不含空格，这些不行：${words}`,
    },
    stage: {
      label: '只对已知或未知的访客',
      hint: '已有联系方式（邮箱或电话），或还不认识；也可以是您的网页在属性 stage 里的叫法。',
      wrong: (words) => `阶段只能是一个词，这些不行：${words}`,
    },
  },
  said: { segment: (words) => `客户群 ${words}`, page: (words) => `在 ${words}`, stage: (words) => words },
  stages: { visitor: '还不认识', contact: '已有联系方式' },
  never: '还没说对谁：至少填一项',
  extras: '它自己的链接和按钮',
  unfinished: (language, place) => `${language}的第 ${place} 条“对部分访客改说”需要填写内容和对象。`,
  count: (n) => `另有 ${n} 条针对部分访客的回答`,
  most: (count) => `最多 ${count} 条。`,
};

export const variantTexts: Record<Locale, VariantTexts> = { en, zh };
