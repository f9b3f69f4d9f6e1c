import type { Locale } from '../state/wire-types.ts';

export interface InsightProductTexts {
  title: string;
  text(messages: number, first: string, through: string): string;
  messages(n: number): string;
  unanswered(n: number): string;
  lacks(facts: readonly string[]): string;
  lacking: string;
  add(fact: string): string;
  themes(names: readonly string[]): string;
  theme(name: string, n: number): string;
  asked(fact: string, n: number, unanswered: number): string;
  facts: Record<string, string>;
}

export const insightProductTexts: Record<Locale, InsightProductTexts> = {
  en: {
    title: 'Product by product',
    text: (messages, first, through) =>
      `${messages === 1 ? '1 message names' : `${messages} messages name`} a product, from ${first} to ${through}.`,
    messages: (n) => (n === 1 ? '1 message' : `${n} messages`),
    unanswered: (n) => (n === 1 ? '1 question without an answer' : `${n} questions without an answer`),
    lacks: (facts) => `its description lacks: ${facts.join(', ')}`,
    lacking: 'not in the catalogue',
    add: (fact) =>
      `Add it to the row in products.csv, or to what you import: the bot then answers it (${fact}) by itself.`,
    themes: (names) => `Themes: ${names.join(', ')}`,
    theme: (name, n) => `${name} (${n})`,
    asked: (fact, n, unanswered) =>
      `Asked for: ${fact}, ${n} ×${unanswered > 0 ? `, ${unanswered} without an answer` : ''}`,
    facts: {
      ...{ price: 'price', stock: 'stock', sizes: 'sizes', material: 'material', care: 'care' },
      ...{ measures: 'measures and weight', colours: 'colours', origin: 'origin' },
    },
  },
  zh: {
    title: '逐个商品',
    text: (messages, first, through) => `${first} 至 ${through}，有 ${messages} 条消息提到商品。`,
    messages: (n) => `${n} 条消息`,
    unanswered: (n) => `${n} 个问题没有得到回答`,
    lacks: (facts) => `描述中缺少：${facts.join('、')}`,
    lacking: '目录中没有',
    add: (fact) => `补充到 products.csv 的对应行或导入的数据中，机器人就能自己回答（${fact}）。`,
    themes: (names) => `主题：${names.join('、')}`,
    theme: (name, n) => `${name}（${n}）`,
    asked: (fact, n, unanswered) => `被问到：${fact}，${n} 次${unanswered > 0 ? `，${unanswered} 次没有回答` : ''}`,
    facts: {
      ...{ price: '价格', stock: '库存', sizes: '尺码', material: '材质', care: '洗护' },
      ...{ measures: '尺寸和重量', colours: '颜色', origin: '产地' },
    },
  },
};
