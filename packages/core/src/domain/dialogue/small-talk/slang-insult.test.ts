import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import { BUILT_IN } from '../../faq.ts';
import { DEFAULT_COMPLAINTS } from '../../complaint/complaint-policy.ts';
import { decideReply } from '../decide-reply.ts';

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

describe('thanks and praise that mean the contrary', () => {
  it.each([
    ...['thanks for nothing', 'thank you so much for wasting my time', 'oh great, a bot', 'fat lot of help you are'],
    ...["oh great, a bot that can't even say that. slow clap", 'wonderful, another useless robot', 'big help you are'],
    ...['呵呵', '真是谢谢你们了，什么都没帮上', '你们可真行', '白问了'],
  ])('are answered as calmly, with the way to a person: %s', (text) => {
    const thanks = () => [{ intent: BUILT_IN.thanks, confidence: 0.99 }];
    const { quickReplies, context } = decideReply(replyInput({ text, understand: thanks }));
    expect(quickReplies).toMatchObject([{ intent: BUILT_IN.person }]);
    expect(context).toMatchObject({ insults: 1 });
  });

  it.each([
    ...[
      'thanks for nothing less than a perfect shirt',
      'thanks for the help',
      'great help, thanks',
      'great a bag of tea',
    ],
    ...['谢谢', '谢谢你的帮助', '这个真行吗', '你是机器人吗'],
  ])('are not: %s', (text) => {
    expect(decideReply(replyInput({ text })).context?.insults ?? 0).toBe(0);
  });

  it('are what a compliment is where the bot has just not understood', () => {
    const praised = (unsureStreak: number) =>
      decideReply(
        replyInput({
          text: 'great job',
          unsureStreak,
          understand: () => [{ intent: BUILT_IN.compliment, confidence: 0.9 }],
        }),
      ).text;
    expect(praised(0)).toContain("that's kind");
    expect(praised(1)).toContain("I'm sorry");
  });
});

describe('what is said of the bot in anger', () => {
  const complaints = { policy: DEFAULT_COMPLAINTS, mood: () => 'angry' as const, deadlineText: () => 'Friday' };

  it.each([
    ...[
      'you useless piece of junk',
      'stupid bot',
      "you're so useless",
      'what a dumb robot',
      'u are an idiotic machine lol',
    ],
    ...['你这个没用的机器人', '垃圾机器人', '人工智障'],
  ])('is no complaint about the business: %s', (text) => {
    const { tickets, context, quickReplies } = decideReply(replyInput({ text, complaints }));
    expect(tickets).toBeUndefined();
    expect(context).toMatchObject({ insults: 1 });
    expect(quickReplies).toMatchObject([{ intent: BUILT_IN.person }]);
  });

  it.each([
    'your delivery is a piece of junk and arrived broken',
    'the stupid courier lost my parcel',
    '你们的衣服是垃圾',
  ])('is not what is said of something else: %s', (text) => {
    expect(decideReply(replyInput({ text, complaints })).context?.insults ?? 0).toBe(0);
  });
});
