import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import { BOOK, COST, HOURS } from '../../../testing/short-talk.ts';
import { BUILT_IN } from '../../faq.ts';
import { decideReply } from '../decide-reply.ts';

const HUSBAND =
  'Good afternoon. I am writing on behalf of my husband, who is 84, hard of hearing and waits in the car. ';
const RAMBLING =
  "so um I was thinking because my sister she gave me this dress and it's lovely but it is kind of short on me and anyway ";
/** Of the whole text the words around it say most; a part means what it asks. */
const asked = (text: string, part: { intent: string; confidence: number }, whole = HOURS.intent) =>
  decideReply(
    replyInput({
      text,
      book: BOOK,
      understand: (words) => {
        if (words.length > 100) return [{ intent: whole, confidence: 0.95 }];
        return /\?|charge|much/.test(words) ? [part] : [];
      },
    }),
  ).reason.guesses[0]?.intent;
const cost = { intent: COST.intent, confidence: 0.85 };

describe('a long text with one question in it', () => {
  it.each([
    `${HUSBAND}Could you kindly tell me what you charge for delivery?`,
    `${HUSBAND}What does it cost to have it delivered? Yours sincerely, Ann`,
    `${RAMBLING}how much is the delivery if it comes back`,
  ])('is answered by that question, whatever the words around it are near to', (text) => {
    expect(asked(text, cost)).toBe(COST.intent);
  });

  it('is read as a whole where the question is not clear by itself, or is none', () => {
    const text = `${HUSBAND}Could you kindly tell me what you charge for delivery?`;
    expect(asked(text, { ...cost, confidence: 0.4 })).toBe(HOURS.intent);
    expect(asked(`${HUSBAND}Can you help me?`, { intent: BUILT_IN.abilities, confidence: 0.9 })).toBe(HOURS.intent);
    expect(asked(`${HUSBAND}He would be glad to come in.`, cost)).toBe(HOURS.intent);
  });

  it('is no letter of two questions, nor a short message', () => {
    expect(asked(`${HUSBAND}What does it cost? Is there a lift?`, cost)).not.toBe(COST.intent);
    expect(asked('I am here with my husband. What is it?', cost, COST.intent)).toBe(COST.intent);
  });
});
