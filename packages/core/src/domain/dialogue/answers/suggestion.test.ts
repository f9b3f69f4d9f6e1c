import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import type { InputChange } from '../../../testing/reply-input.ts';
import { BOOK, COST, COUNTRIES, HOURS, texts } from '../../../testing/short-talk.ts';
import { BUILT_IN } from '../../faq.ts';
import { decideReply } from '../decide-reply.ts';

/** Answers from 0.8, asks back from 0.4, names what comes near from 0.3. */
const says = (guesses: Record<string, number>, change: InputChange = {}) =>
  decideReply(
    replyInput({
      book: BOOK,
      understand: () => Object.entries(guesses).map(([intent, confidence]) => ({ intent, confidence })),
      ...change,
    }),
  );
const offered = (reply: ReturnType<typeof says>) => reply.quickReplies.map(({ intent }) => intent);
const NEAR = { [COST.intent]: 0.35, [HOURS.intent]: 0.1, [COUNTRIES.intent]: 0.05 };

describe('what a message may mean', () => {
  it('is asked back with far less likely questions beside the likeliest', () => {
    const reply = says({ [COST.intent]: 0.5, [COUNTRIES.intent]: 0.11, [HOURS.intent]: 0.09 });
    expect(reply.text).toBe(texts.didYouMean);
    expect(offered(reply).slice(0, 2)).toEqual([COST.intent, COUNTRIES.intent]);
    expect(reply.quickReplies).toHaveLength(3);
  });

  it('is not asked back for what small talk alone is likely enough', () => {
    expect(says({ [BUILT_IN.thanks]: 0.5, [COST.intent]: 0.2 }).text).toBe(texts.unsure);
  });

  it('is named beside the word that the bot does not know, and a person with it', () => {
    const reply = says(NEAR);
    expect(reply).toMatchObject({ text: texts.unsureButNear, reason: { kind: 'suggested' }, unsureStreak: 1 });
    expect(offered(reply)).toEqual([COST.intent, HOURS.intent, BUILT_IN.person]);
  });

  it('is answered when it is chosen, in words, too, and "no" gets a person', () => {
    const { context, unsureStreak } = says(NEAR);
    const then = (text: string) => says({}, { text, context: context ?? null, unsureStreak });
    expect(then('the first one').text).toBe('Five euros, ten to Canada.');
    expect(then('no').handoff).toBe('unsure');
  });

  it('is named once: who is not understood again gets a person', () => {
    expect(says(NEAR, { unsureStreak: 1 }).handoff).toBe('unsure');
  });

  it('is not named where the owner leaves just these words to a person', () => {
    expect(says(NEAR, { text: 'are you hiring?', outOfScope: ['are you hiring?'] }).text).toBe(texts.unsure);
  });
});
