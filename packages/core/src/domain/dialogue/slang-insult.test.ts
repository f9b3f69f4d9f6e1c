import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../testing/reply-input.ts';
import { BUILT_IN } from '../faq.ts';
import { decideReply } from './decide-reply.ts';

const reply = (text: string) =>
  decideReply(replyInput({ text, locale: /\p{Script=Han}/u.test(text) ? 'zh' : 'en', unsureStreak: 1 }));

describe('an insult in slang', () => {
  it.each([
    ...[
      'u guys r clowns',
      'Ur a bunch of crooks!!',
      'bunch of clowns',
      'lol this is bs',
      'stfu',
      'f*** you',
      'trash company',
      'your app sucks',
      'this shop really stinks lol',
      'ur website is garbage',
    ],
    ...['they are all liars', 'wtf is wrong with u', '你们有病吧', '一群骗子', 'SB'],
  ])('is answered calmly with the way to a person, and counted: %s', (text) => {
    const { quickReplies, context, unsureStreak, handoff } = reply(text);
    expect(quickReplies).toMatchObject([{ intent: BUILT_IN.person }]);
    expect(context).toMatchObject({ insults: 1 });
    expect({ unsureStreak, handoff }).toEqual({ unsureStreak: 1, handoff: null });
  });

  it.each([
    ...[
      'are you clowns for hire',
      'is this garbage bag compostable',
      'these are dumb bells, right',
      'where is the rubbish shop',
      'your app sucks my battery dry',
    ],
    ...['the place was robbed', 'what is wrong with my order', '我有病能预约吗', '有毛病的衣服能退吗'],
  ])('is none: %s', (text) => {
    expect(reply(text).context?.insults ?? 0).toBe(0);
  });
});
