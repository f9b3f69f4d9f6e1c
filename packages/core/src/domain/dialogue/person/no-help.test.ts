import { describe, expect, it } from '@jest/globals';
import { COST, HOURS, NOW, say, texts } from '../../../testing/short-talk.ts';
import { BUILT_IN } from '../../faq.ts';
import { afterAnswer, NOTHING_YET } from '../dialogue-context.ts';

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

  it.each([
    'so what now?',
    'and what should I do now',
    '那怎么办',
    '然后呢？',
    'I tried WELCOME10',
    "i've already tried 4711",
  ])('is offered a person for "%s", though it may be near to something else', (words) => {
    const reply = say(words, { [words]: { [HOURS.intent]: 0.7 } }, { context: answered });
    expect(reply).toMatchObject({ text: texts.noHelp, quickReplies: [{ intent: BUILT_IN.person }] });
    expect(say(words, { [words]: { [HOURS.intent]: 0.9 } }, { context: answered }).text).toBe('Nine to five.');
  });

  it.each([
    'It says expired',
    'but the page shows an error',
    'it was rejected',
    'its not there',
    "but I can't find it",
    "there's nothing there",
    '显示无效',
    '上面没有找到',
    '但是系统提示已过期',
  ])('is understood by "%s" together with the question before, if both are about the answer', (words) => {
    const together = `${answered.words} ${words}`;
    const known = (of: string) => ({ [words]: { [HOURS.intent]: 0.7 }, [together]: { [of]: 0.6 } });
    expect(say(words, known(COST.intent), { context: answered }).text).toBe(texts.noHelp);
    expect(say(words, known(HOURS.intent), { context: answered }).text).not.toBe(texts.noHelp);
  });

  it.each(['my password is correct', '密码对的啊', '密码没错'])(
    'is not told the same at once where they say that what it tells to do is done: %s',
    (words) => {
      expect(say(words, { [words]: { [COST.intent]: 0.9 } }, { context: answered }).text).toBe(texts.noHelp);
    },
  );

  it('is not told the same for the third time in a row, unless it speaks of what is asked', () => {
    const known = { 'yearly?': { [COST.intent]: 0.9 }, 'and to Canada?': { [COST.intent]: 0.9 } };
    const again = { ...answered, again: 1 };
    expect(say('yearly?', known, { context: answered })).toMatchObject({
      text: COST.answer.en?.text,
      context: { again: 1 },
    });
    expect(say('yearly?', known, { context: again }).text).toBe(texts.noHelp);
    expect(say('and to Canada?', known, { context: again }).text).toBe(COST.answer.en?.text);
    // An address that was told since is no answer given again.
    const told = afterAnswer(answered, { ...answered, named: [{ kind: 'email', value: 'a@b.example' }] });
    expect(say('yearly?', known, { context: told }).text).toBe(COST.answer.en?.text);
    expect(told.again).toBeUndefined();
    // Who asks the very same may have lost it.
    const same = { ...again, words: 'yearly?' };
    expect(say('yearly?', known, { context: same }).text).toBe(COST.answer.en?.text);
  });

  it('has asked nothing that the owner could answer with an FAQ', () => {
    expect(say("I tried that, it still doesn't work", {}, { context: answered }).reason.kind).toBe('small_talk');
  });
});
