import { describe, expect, it } from '@jest/globals';
import { COST, NOW, say, texts } from '../../../testing/short-talk.ts';
import { NOTHING_YET } from '../dialogue-context.ts';

const context = { ...NOTHING_YET, intents: [COST.intent], words: 'what does it cost', at: NOW };

describe('who only asked', () => {
  it.each([
    "no I don't want to cancel, i just asked",
    'just wondering',
    'I was only curious!',
    '我只是问问',
    '不退，就问一下',
  ])('is not told it once more: %s', (words) => {
    const known = { [words]: { [COST.intent]: 0.9 } };
    expect(say(words, known, { context, unsureStreak: 1 })).toMatchObject({ text: texts.declined, unsureStreak: 1 });
  });

  it.each(['just wondering what it costs', 'I only asked for the price, what is it', '就问一下多少钱'])(
    'has an answer where something is asked besides: %s',
    (words) => {
      const known = { [words]: { [COST.intent]: 0.9 } };
      expect(say(words, known, { context }).text).toBe(COST.answer.en?.text);
    },
  );
});
