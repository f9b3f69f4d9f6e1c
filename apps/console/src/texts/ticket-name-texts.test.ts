import { describe, expect, it } from '@jest/globals';
import { categoryName, detailName, slotName } from './ticket-name-texts.ts';

describe('names of tickets', () => {
  it('are told in the language of the console, not as the files spell them', () => {
    expect(categoryName('returns', 'en')).toBe('Return');
    expect(categoryName('complaint', 'zh')).toBe('投诉');
    expect(slotName('email', 'en')).toBe('e-mail');
    expect(slotName('email', 'zh')).toBe('邮箱');
  });

  it('of what was told are told in the language of the console too, where they are known', () => {
    expect(detailName({ slot: 'text', label: 'Message' }, 'zh')).toBe('内容');
    expect(detailName({ slot: 'order', label: '订单号' }, 'en')).toBe('Order number');
    expect(detailName({ slot: 'order', label: 'Your order' }, 'en')).toBe('Your order');
    expect(detailName({ slot: 'order', label: '单号' }, 'zh')).toBe('单号');
    expect(detailName({ slot: 'glaze', label: 'Glaze' }, 'zh')).toBe('Glaze');
  });

  it('stay as the site wrote them where the site made them up', () => {
    expect(categoryName('wood and glue', 'zh')).toBe('wood and glue');
    expect(categoryName('constructor', 'en')).toBe('constructor');
    expect(slotName('toString', 'en')).toBe('toString');
  });
});
