import { describe, expect, it } from '@jest/globals';
import { HOURS, say, texts } from '../../../testing/short-talk.ts';

// What a model takes them for.
const heard = (words: string, change = {}) => say(words, { [words]: { [HOURS.intent]: 0.85 } }, change).text;

describe('words that are meant kindly', () => {
  it.each([
    'you are a genius',
    "you're the best",
    'omg u are such a lifesaver!!',
    'wow, what a legend',
    'You rock!',
    'brilliant, you are a star',
    'you guys are amazing, thanks',
    '你真是天才',
    '太给力了！',
    '666',
  ])('are praise: "%s"', (words) => expect(heard(words)).toBe(texts.compliment));

  it.each(['see ya', 'ok cya!', 'thanks, have a lovely weekend', 'gotta go', 'ttyl'])(
    'are a goodbye: "%s"',
    (words) => {
      expect(heard(words)).toBe(texts.goodbye);
    },
  );

  it.each(["hiya! hope you're having a nice day", 'Hello, I hope you are well.', 'hope your week is going well'])(
    'are a greeting: "%s"',
    (words) => expect(heard(words)).toBe(texts.greeting),
  );

  it.each([
    'what a star rating do you have',
    'you are the best shop for linen?',
    'do you have a star pattern',
    'I hope you can help me with my order',
    'I hope it arrives well',
    'hope you have the blue one in a nice size',
    'see you have linen in blue',
    'you are amazing but my parcel is late',
    '牛仔裤',
  ])('are none where something is asked or told: "%s"', (words) => expect(heard(words)).toBe('Nine to five.'));

  it('mean the contrary from who was not understood', () => {
    expect(heard('you are a genius', { unsureStreak: 1 })).toBe(texts.insulted);
  });
});
