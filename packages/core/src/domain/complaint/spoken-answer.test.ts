import { describe, expect, it } from '@jest/globals';
import { DEFAULT_COMPLAINTS } from './complaint-policy.ts';
import { choiceOf } from './fitting-remedies.ts';
import { proposalButtons } from './remedy-talk.ts';
import { mayAnswerOffer, spokenAnswer } from './spoken-answer.ts';

const [refund, replacement] = DEFAULT_COMPLAINTS.remedies;
const voice = { address: '您', tone: 'friendly', botName: {}, signOff: {} } as const;

function buttons(locale: 'en' | 'zh', count: 1 | 2) {
  const choices = [refund, replacement].slice(0, count).flatMap((one) => (one && choiceOf(one, locale)) ?? []);
  return proposalButtons(17, { choices, by: 'Mei', at: 5 }, { voice, locale });
}
const said = (text: string, locale: 'en' | 'zh', count: 1 | 2 = 2) =>
  mayAnswerOffer(text, DEFAULT_COMPLAINTS)
    ? (spokenAnswer(text, buttons(locale, count), DEFAULT_COMPLAINTS)?.taken ?? null)
    : 'not looked for';

describe('an answer to an offer that is typed', () => {
  it.each([
    ['2', 1],
    ['the second one, please', 1],
    ["I'd like the replacement", 1],
    ['a full refund please', 0],
    ['Refund!', 0],
    ['We replace it free of charge.', 1],
    ['none of these', 'none'],
    ['yes', 'some'],
    ['the third one', null],
  ])('"%s" takes %p of two', (text, taken) => {
    expect(said(text, 'en')).toBe(taken);
  });

  it.each([
    ['第二个', 1],
    ['我要全额退款', 0],
    ['更换吧', 1],
    ['都不行', 'none'],
    ['可以', 'some'],
  ])('"%s" takes %p of two in Chinese', (text, taken) => {
    expect(said(text, 'zh')).toBe(taken);
  });

  it.each([
    ['ok, thanks', 0],
    ['不行', 'none'],
  ])('"%s" takes %p of one', (text, taken) => {
    expect(said(text, 'en', 1)).toBe(taken);
  });

  it.each(['where is my refund', 'how long do I have?', '换货要多久', 'yes but only if it comes tomorrow'])(
    '"%s" is none, and nothing is read for it',
    (text) => {
      expect(said(text, 'en')).toBe('not looked for');
    },
  );

  it('answers nothing where no offer stands', () => {
    expect(spokenAnswer('yes', [{ label: 'Returns', intent: 'returns.how' }], DEFAULT_COMPLAINTS)).toBeNull();
  });
});
