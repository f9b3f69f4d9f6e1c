import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import { RETURNS } from '../../../testing/test-desk.ts';
import { BUILT_IN } from '../../faq.ts';
import { decideReply } from '../decide-reply.ts';

/** What each part means by itself; everything else means nothing much. */
const PARTS: Readonly<Record<string, string>> = {
  'may i send it back': RETURNS.intent,
  'the shirt goes back': RETURNS.intent,
  可以退吗: RETURNS.intent,
  'nice to meet you': BUILT_IN.greeting,
  'give me a human': BUILT_IN.person,
};
const ask = (text: string, whole = { intent: RETURNS.intent, confidence: 0.2 }) =>
  decideReply(
    replyInput({
      text,
      locale: /\p{Script=Han}/u.test(text) ? 'zh' : 'en',
      understand: (words) => {
        const intent = PARTS[words.trim().toLowerCase()];
        return intent === undefined ? [whole] : [{ intent, confidence: 0.9 }];
      },
    }),
  ).reason;
const ANSWERED = { kind: 'answered', guesses: [{ intent: RETURNS.intent, confidence: 0.9 }] };

describe('a question beside what is told', () => {
  it.each([
    'My sister told me about your shop. May I send it back?',
    'Nice to meet you. May I send it back?',
    "it's my mum's birthday soon, may I send it back",
    'I have a question. May I send it back? It is a present.',
    'we are a small family and may I send it back',
    '第一次来，可以退吗',
    '我朋友推荐我来的。可以退吗？',
  ])('is answered by itself: %s', (text) => {
    expect(ask(text)).toMatchObject(ANSWERED);
  });

  it('is looked for in what is told last, where nothing is asked', () => {
    expect(ask('I bought it on Monday. The shirt goes back')).toMatchObject(ANSWERED);
    expect(ask('The shirt goes back. I bought it on Monday').kind).not.toBe('answered');
  });

  it('is not answered by what is told beside it, nor where the whole may be something else', () => {
    expect(ask('The shirt goes back. When is it my birthday?').kind).not.toBe('answered');
    const other = { intent: 'delivery.time', confidence: 0.5 };
    expect(ask('I bought it on Monday. The shirt goes back', other).kind).not.toBe('answered');
    expect(ask('I bought it on Monday. May I send it back?', other)).toMatchObject(ANSWERED);
  });

  it('is not answered alone where something else is asked, too', () => {
    expect(ask('My sister told me about you. May I send it back? Do you sell bread?').kind).not.toBe('answered');
  });

  it('leaves it to others where a person is asked for', () => {
    expect(ask('Oh dear me. May I send it back? give me a human').kind).not.toBe('answered');
  });

  it('costs a long message without words no time', () => {
    for (const sign of ['. ', ', and ', 'a, ', '。']) expect(ask(sign.repeat(100)).kind).not.toBe('answered');
  });
});
