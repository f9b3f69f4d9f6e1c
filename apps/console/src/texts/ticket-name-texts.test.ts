import { describe, expect, it } from '@jest/globals';
import { categoryName, slotName } from './ticket-name-texts.ts';

describe('names of tickets', () => {
  it('are told in the language of the console, not as the files spell them', () => {
    expect(categoryName('returns', 'en')).toBe('Return');
    expect(categoryName('complaint', 'zh')).toBe('投诉');
    expect(slotName('email', 'en')).toBe('e-mail');
    expect(slotName('email', 'zh')).toBe('邮箱');
  });

  it('stay as the site wrote them where the site made them up', () => {
    expect(categoryName('wood and glue', 'zh')).toBe('wood and glue');
    expect(categoryName('constructor', 'en')).toBe('constructor');
    expect(slotName('toString', 'en')).toBe('toString');
  });
});
