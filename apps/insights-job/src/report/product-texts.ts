import type { Locale } from '@solodesk/core';

interface ProductTexts {
  title: string;
  text(messages: number, first: string, through: string): string;
  product: string;
  messages: string;
  unanswered: string;
  themes: string;
  lacks: string;
  facts: Readonly<Record<string, string>>;
}

export const PRODUCT_TEXTS: Readonly<Record<Locale, ProductTexts>> = {
  en: {
    title: 'Product by product',
    text: (messages, first, through) => `Messages that name a product, ${first} to ${through}: ${messages}`,
    product: 'Product',
    messages: 'Messages',
    unanswered: 'Without an answer',
    themes: 'Themes',
    lacks: 'Asked for, and not in its description',
    facts: {
      ...{ price: 'price', stock: 'stock', sizes: 'sizes', material: 'material', care: 'care' },
      ...{ measures: 'measures and weight', colours: 'colours', origin: 'origin' },
    },
  },
  zh: {
    title: '逐个商品',
    text: (messages, first, through) => `${first} 至 ${through} 提到商品的消息：${messages} 条`,
    product: '商品',
    messages: '消息',
    unanswered: '没有回答',
    themes: '主题',
    lacks: '被问到而描述中没有',
    facts: {
      ...{ price: '价格', stock: '库存', sizes: '尺码', material: '材质', care: '洗护' },
      ...{ measures: '尺寸和重量', colours: '颜色', origin: '产地' },
    },
  },
};
