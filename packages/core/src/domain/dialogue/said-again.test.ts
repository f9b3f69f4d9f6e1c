import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../testing/reply-input.ts';
import { RETURNS } from '../../testing/test-desk.ts';
import { BUILT_IN } from '../faq.ts';
import { PLAIN_VOICE } from '../voice.ts';
import { decideReply } from './decide-reply.ts';
import type { ReplyInput } from './turn.ts';
import { botTexts } from './voiced-texts.ts';

const texts = botTexts(PLAIN_VOICE, 'en');
const ANSWER = RETURNS.answer.en?.text ?? '';

/** A talk whose state is carried on, as the desk does it. */
function talk(change: Partial<ReplyInput> = {}) {
  let [context, unsureStreak]: [ReplyInput['context'], number] = [null, 0];
  return (text: string) => {
    const understand = (words: string) =>
      words.startsWith('hello')
        ? [{ intent: BUILT_IN.greeting, confidence: 1 }]
        : words.startsWith('return')
          ? [{ intent: RETURNS.intent, confidence: 1 }]
          : [];
    const reply = decideReply(replyInput({ text, understand, context, unsureStreak, ...change }));
    if (reply.context !== undefined) context = reply.context;
    unsureStreak = reply.unsureStreak;
    return reply;
  };
}

describe('the same answer, word for word', () => {
  it('is given twice; the third time the bot says so and offers a person, and then calls one', () => {
    const says = talk();
    expect(says('return one').text).toBe(ANSWER);
    expect(says('return two').text).toBe(ANSWER);
    const third = says('return three');
    expect(third.text).toBe(texts.saidTwice);
    expect(third.quickReplies.map(({ intent }) => intent)).toEqual([BUILT_IN.person]);
    expect(third).toMatchObject({ reason: { kind: 'unsure' }, handoff: null });
    expect(says('return four')).toMatchObject({ handoff: 'unsure' });
  });

  it('counts in a row only', () => {
    const says = talk();
    for (const words of ['return one', 'return two', 'hello', 'return three', 'return four'])
      expect(says(words).text).not.toBe(texts.saidTwice);
    expect(says('return five').text).toBe(texts.saidTwice);
  });

  it('brings a person to "yes" after the third time', () => {
    const says = talk();
    for (const words of ['return one', 'return two', 'return three']) says(words);
    expect(says('yes')).toMatchObject({ handoff: 'asked' });
  });

  it('is spoken of in Chinese', () => {
    const says = talk({ locale: 'zh' });
    for (const words of ['return one', 'return two']) says(words);
    expect(says('return three').text).toContain('同样的回答');
  });

  it('leaves no word of it in what is stored', () => {
    const says = talk();
    expect(JSON.stringify(says('return one').context?.said)).toMatch(/^\{"text":\d+,"times":1\}$/);
  });
});
