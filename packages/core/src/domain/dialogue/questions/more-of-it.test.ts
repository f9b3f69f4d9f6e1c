import { describe, expect, it } from '@jest/globals';
import { BOOK, COST, HOURS, NOW, say, texts } from '../../../testing/short-talk.ts';
import { BUILT_IN } from '../../faq.ts';
import { NOTHING_YET } from '../dialogue-context.ts';

const context = { ...NOTHING_YET, intents: [COST.intent], words: 'is there express', at: NOW };

describe('who asks more of what was answered than the answer says', () => {
  const ask = (words: string, alone: number, together = COST.intent) =>
    say(
      words,
      { [words]: { [HOURS.intent]: alone }, [`${context.words} ${words}`]: { [together]: 0.95 } },
      { context },
    );

  it.each(['when will I get it?', 'where can I find it', 'how long does it take'])(
    'hears that it is all that is known, and not what else the few words are near to: %s',
    (words) => {
      expect(ask(words, 0.85)).toMatchObject({
        text: texts.toldAll,
        quickReplies: [{ intent: BUILT_IN.person }],
        unsureStreak: 1,
      });
    },
  );

  it('hears something else where the words alone, or with those before them, surely ask for that', () => {
    expect(ask('when will I get it?', 0.95).text).toBe('Nine to five.');
    expect(ask('when will I get it?', 0.85, HOURS.intent).text).toBe('Nine to five.');
    expect(ask('when will I get my parcel?', 0.85).text).toBe('Nine to five.');
  });
});

describe('a question for the place of something', () => {
  it('is answered once more by an answer that names it', () => {
    const told = { ...COST, answer: { en: { text: 'It is in your course area.', quickReplies: [], links: [] } } };
    const book = { ...BOOK, faqs: new Map([[told.intent, told]]) };
    expect(say('where do I find it', {}, { context, book }).text).toBe('It is in your course area.');
  });
});

describe('a question for the end of something', () => {
  const told = (text: string) => ({ ...COST, answer: { zh: { text, quickReplies: [], links: [] } } });
  const answered = (text: string) => {
    const faq = told(text);
    const book = { ...BOOK, faqs: new Map([[faq.intent, faq]]) };
    return say('什么时候删完', {}, { context, locale: 'zh', book }).text;
  };

  it('is answered once more by an answer that says how long it takes', () => {
    expect(answered('写信来，7 天内办好。')).toBe('写信来，7 天内办好。');
    expect(answered('写信来就行。')).not.toBe('写信来就行。');
  });
});
