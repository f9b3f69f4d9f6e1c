import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import type { InputChange } from '../../../testing/reply-input.ts';
import { PLAIN_VOICE } from '../../voice.ts';
import { decideReply } from '../decide-reply.ts';
import { NOTHING_YET } from '../dialogue-context.ts';
import { botTexts } from '../texts/voiced-texts.ts';

const en = botTexts(PLAIN_VOICE, 'en');
const zh = botTexts(PLAIN_VOICE, 'zh');
const reply = (text: string, change: InputChange = {}) => decideReply(replyInput({ text, ...change }));

describe('a yes or no to nothing in particular', () => {
  it('is no question that the bot failed at, and is no greeting either', () => {
    expect(reply('yes', { unsureStreak: 1 })).toMatchObject({ text: en.askBack, unsureStreak: 1 });
    expect(reply('好', { locale: 'zh', unsureStreak: 1 })).toMatchObject({ text: zh.askBack, unsureStreak: 1 });
    expect(reply('no', { unsureStreak: 1 })).toMatchObject({ text: en.declined, unsureStreak: 1 });
  });

  it.each([
    ['en', 'no thats all thank you'],
    ['en', "that's it for now, thanks!"],
    ['en', "no I'm good, bye"],
    ['en', 'nothing else'],
    ['zh', '没有别的了，谢谢'],
    ['zh', '好的，就这样吧'],
  ] as const)('is no insult from who needs nothing more: %s, %s', (locale, text) => {
    const understand = () => [{ intent: 'solodesk.insult', confidence: 0.9 }];
    expect(reply(text, { locale, understand }).text).toBe((locale === 'zh' ? zh : en).declined);
  });

  it('after an answer takes note of it', () => {
    const context = { ...NOTHING_YET, intents: ['returns.period'], at: 0 };
    expect(reply('行', { locale: 'zh', context, now: 1 }).text).toBe(zh.thanks);
  });

  it.each(['hm', 'ummm', '呃'])('is no "%s", by which nothing is asked yet', (text) => {
    const understand = () => [{ intent: 'returns.how', confidence: 0.95 }];
    const context = { ...NOTHING_YET, intents: ['returns.period'], at: 0 };
    const locale = /[a-z]/.test(text) ? 'en' : 'zh';
    expect(reply(text, { understand, context, now: 1, locale }).text).toBe((locale === 'en' ? en : zh).askBack);
  });

  it('is "send it" where nothing is open, and asks for nothing', () => {
    const understand = () => [{ intent: 'delivery.gift', confidence: 0.95 }];
    expect(reply('send it', { understand }).text).toMatch(/nothing is open now/);
    expect(reply('发送', { understand, locale: 'zh' }).text).toContain('没有进行中的内容');
  });

  it('may be said with a laugh', () => {
    const context = { ...NOTHING_YET, intents: ['returns.period'], at: 0 };
    for (const text of ['haha ok', 'lol fine', 'hehe, great!', 'cool', 'I see.', 'gotcha', 'fair enough'])
      expect(reply(text, { context, now: 1 }).text).toBe(en.thanks);
    for (const text of ['哈哈 好吧', '哈哈哈好的', '嘿嘿，行'])
      expect(reply(text, { locale: 'zh', context, now: 1 }).text).toBe(zh.thanks);
    expect(reply('哈哈', { locale: 'zh', context, now: 1 }).text).not.toBe(zh.thanks);
  });

  it('says of a request that is sent again that it is there', () => {
    expect(reply('send', { ticket: 'SHOP-T4' }).text).toMatch(/^It is sent: .* has your request SHOP-T4\./);
    expect(reply('发送', { ticket: 'SHOP-T4', locale: 'zh' }).text).toContain('SHOP-T4');
    expect(reply('send').text).toMatch(/nothing is open now/);
  });

  it('is said as well by who does something else instead', () => {
    const person = { ...NOTHING_YET, offered: ['solodesk.person'], at: 0 };
    for (const context of [null, person]) {
      expect(reply("never mind, I'll just call you", { context, now: 1 }).text).toBe(en.declined);
      expect(reply('算了，太贵了', { locale: 'zh', context, now: 1 }).text).toBe(zh.declined);
    }
  });
});
