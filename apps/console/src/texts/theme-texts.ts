import type { Locale } from '../state/wire-types.ts';

export interface ThemeTexts {
  title: string;
  text(first: string, through: string, messages: number): string;
  few: string;
  none(n: number): string;
  messages(n: number): string;
  /** Against as many days before. */
  times(times: string): string;
  alike: string;
  fresh: string;
  mood(negative: number, neutral: number, positive: number): string;
  words: string;
  open: string;
}

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const themeTexts: Record<Locale, ThemeTexts> = {
  en: {
    title: 'What they talk about',
    text: (first, through, messages) => `${count(messages, 'message', 'messages')} from ${first} to ${through}.`,
    few: 'Too few to say: themes are looked for in 20 messages or more.',
    none: (n) => `${count(n, 'message fits', 'messages fit')} no theme.`,
    messages: (n) => count(n, 'message', 'messages'),
    times: (times) => `${times} × the four weeks before`,
    alike: 'as in the four weeks before',
    fresh: 'new in these four weeks',
    mood: (negative, neutral, positive) => `${negative} negative, ${neutral} neutral, ${positive} positive`,
    words: 'Words',
    open: 'Open the conversation',
  },
  zh: {
    title: '大家在说什么',
    text: (first, through, messages) => `${first} 至 ${through}，共 ${messages} 条消息。`,
    few: '数量太少，暂无法判断：至少 20 条消息才会归纳主题。',
    none: (n) => `${n} 条消息不属于任何主题。`,
    messages: (n) => `${n} 条消息`,
    times: (times) => `是前四周的 ${times} 倍`,
    alike: '与前四周持平',
    fresh: '这四周新出现',
    mood: (negative, neutral, positive) => `负面 ${negative}，中性 ${neutral}，正面 ${positive}`,
    words: '关键词',
    open: '打开对话',
  },
};
