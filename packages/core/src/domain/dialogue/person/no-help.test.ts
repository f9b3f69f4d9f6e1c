import { describe, expect, it } from '@jest/globals';
import { COST, NOW, say, texts } from '../../../testing/short-talk.ts';
import { BUILT_IN } from '../../faq.ts';
import { NOTHING_YET } from '../dialogue-context.ts';

const answered = { ...NOTHING_YET, intents: [COST.intent], words: 'what is the cost', at: NOW };

describe('who was answered and not helped', () => {
  it.each([
    ["I tried that, it still doesn't work", texts.noHelp],
    ['试过了，还是不行', texts.noHelp],
    ['that is not what I asked', texts.insulted],
  ])('is offered a person, and calls one the second time: "%s"', (words, text) => {
    const reply = say(words, {}, { context: answered });
    expect(reply).toMatchObject({ text, quickReplies: [{ intent: BUILT_IN.person }], unsureStreak: 1, handoff: null });
    expect(say(words, {}, { context: answered, unsureStreak: 1 }).handoff).toBe('unsure');
  });

  it('has asked nothing that the owner could answer with an FAQ', () => {
    expect(say("I tried that, it still doesn't work", {}, { context: answered }).reason.kind).toBe('small_talk');
  });
});
