import { describe, expect, it } from '@jest/globals';
import { say, texts } from '../../../testing/short-talk.ts';

const asked = (text: string, locale: 'en' | 'zh', change = {}) => say(text, {}, { locale, ...change });
const IN_ENGLISH = 'You can write to me in English or Chinese.';
const IN_CHINESE = '您可以用中文或英文和我聊。';

describe('who asks for a language', () => {
  it.each([
    'do you speak english',
    'Can I write in English?',
    'sorry, english please',
    'hi can you answer in English?',
  ])('is told in it which ones there are, whatever was spoken before: "%s"', (text) => {
    expect(asked(text, 'zh')).toMatchObject({ text: IN_ENGLISH, reason: { kind: 'small_talk' }, unsureStreak: 0 });
  });

  it.each(['你们会说中文吗', 'hello 你们会说中文吗', '可以用中文吗？', '中文可以吗', '请说中文', '能讲普通话吗'])(
    'is told in Chinese: %s',
    (text) => expect(asked(text, 'zh').text).toBe(IN_CHINESE),
  );

  it('is told in Chinese who asks in English whether that is spoken', () => {
    expect(asked('do you speak Chinese?', 'en').text).toBe(IN_CHINESE);
  });

  it.each(['do you speak German?', 'which languages do you speak', 'can I write in french?'])(
    'is told which ones there are where it is none of them: "%s"',
    (text) => expect(asked(text, 'en').text).toBe(IN_ENGLISH),
  );

  it('is told the one of a site with no other', () => {
    expect(asked('do you speak english', 'en', { locales: ['en'] }).text).toBe('You can write to me in English.');
    expect(asked('do you speak chinese', 'en', { locales: ['en'] }).text).toBe('You can write to me in English.');
  });

  it.each([
    'is there a chinese manual',
    'do you have an English version of the invoice',
    'I do not speak English well, how do I return this',
    'how long does shipping to the English islands take',
    '有中文说明书吗',
    '英文发票能开吗',
  ])('is another than who asks about a thing: "%s"', (text) => {
    expect(asked(text, 'en').text).toBe(texts.unsure);
  });

  it('gets what the site says itself about it', () => {
    expect(say('do you speak English?', { 'do you speak English?': { 'shop.hours': 0.9 } }).text).toBe('Nine to five.');
  });
});
