import { describe, expect, it } from '@jest/globals';
import type { Product } from '../product.ts';
import type { Recommendation } from '../recommendation.ts';
import { withName, withOffers } from './message-text.ts';

const product = (id: string, en: string, zh: string, url: string | null): Product => {
  return { id, names: { en, zh }, price: 10, currency: 'EUR', url };
};
const KETTLE = product('kettle', 'Kettle', '水壶', null);
const OFFERS: Recommendation[] = [
  {
    product: product('teapot', 'Teapot', '茶壶', 'https://shop.example/teapot'),
    reason: { kind: 'together', with: KETTLE, both: 7, of: 31 },
  },
  { product: product('soap', 'Soap $&', '肥皂', null), reason: { kind: 'popular', people: 20 } },
];

describe('the text of a message', () => {
  it('is without a name as if none had been meant', () => {
    expect(withName('Hello {name}, welcome', null)).toBe('Hello, welcome');
    expect(withName('Hello {name}', null)).toBe('Hello');
    expect(withName('{name}, we miss you', null)).toBe('We miss you');
    expect(withName('Hello.\n{name}, we miss you', null)).toBe('Hello.\nWe miss you');
    expect(withName('{name}，您好！', null)).toBe('您好！');
    expect(withName('{name}您好！', null)).toBe('您好！');
    expect(withName('您好{name}，欢迎', null)).toBe('您好，欢迎');
    expect(withName('{name}, we miss you', 'Ada')).toBe('Ada, we miss you');
    expect(withName('Hello {name}, welcome', 'Ada $&')).toBe('Hello Ada $&, welcome');
  });

  it('names what its reader may like, each with why and where it is', () => {
    expect(withOffers('Hello.\n\nYou may like: {offers}\n\nMia', OFFERS, 'en')).toBe(
      'Hello.\n\nYou may like:\n' +
        '• Teapot: 7 of 31 who bought Kettle bought it too. https://shop.example/teapot\n' +
        '• Soap $&: 20 people bought it.\n\nMia',
    );
    expect(withOffers('{offers}', OFFERS.slice(1), 'zh')).toBe('• 肥皂：已有 20 人购买。');
  });

  it('is without the whole paragraph where nothing is known', () => {
    expect(withOffers('Hello.\n\nYou may like: {offers}\n\nMia', [], 'en')).toBe('Hello.\n\nMia');
    expect(withOffers('Hello.\n\n\nMia', [], 'en')).toBe('Hello.\n\n\nMia');
  });
});
