import { describe, expect, it } from '@jest/globals';
import type { OwnerEvent } from '../../state/wire-types.ts';
import { en } from '../../texts/en.ts';
import { zh } from '../../texts/zh.ts';
import { reasonWords } from './bot-reason.ts';
import { eventWords } from './event-line.ts';

const event = (what: object) => ({ seq: 1, at: 0, id: 1, conversation: 'c', ...what }) as OwnerEvent;

describe('the bot’s reasons', () => {
  it('say what it did, for which intent, and how sure it was', () => {
    const guesses = [
      { intent: 'returns.period', confidence: 0.974 },
      { intent: 'returns.label', confidence: 0.2 },
      { intent: 'hello', confidence: 0.0999 },
    ];
    expect(reasonWords({ kind: 'answered', guesses }, en, 'en')).toEqual({
      main: 'answered returns.period · 97 %',
      also: 'also thought of returns.label · 20 %',
    });
  });

  it('name what every bot knows in words, and its kind once', () => {
    const guesses = [
      { intent: 'solodesk.thanks', confidence: 0.981 },
      { intent: 'solodesk.goodbye', confidence: 0.12 },
    ];
    expect(reasonWords({ kind: 'small_talk', guesses }, en, 'en')).toEqual({
      main: 'Thanks (small talk) · 98 %',
      also: 'also thought of Goodbye (small talk) · 12 %',
    });
    expect(reasonWords({ kind: 'small_talk', guesses }, zh, 'zh').main).toBe('道谢（寒暄） · 98 %');
    expect(
      reasonWords({ kind: 'handed_off', guesses: [{ intent: 'solodesk.person', confidence: 1 }] }, en, 'en').main,
    ).toBe('passed on to a person');
  });

  it('say so when nothing was recognised', () => {
    expect(reasonWords({ kind: 'unsure', guesses: [] }, en, 'en').main).toBe('was not sure · recognised nothing');
  });
});

describe('lines of the log', () => {
  it('say "you" for the owner who reads, and a name for another', () => {
    expect(eventWords(event({ type: 'takeover', name: 'Mei' }), ['Mei', 'Mei at Teal'], en, 'en')).toBe(
      'You took over · the bot is silent',
    );
    expect(eventWords(event({ type: 'takeover', name: 'Bo' }), ['Mei', 'Mei at Teal'], en, 'en')).toBe(
      'Bo took over · the bot is silent',
    );
  });

  it('are not made of messages', () => {
    expect(
      eventWords(event({ type: 'visitor_message', text: 'x', clientId: 'y' }), ['Mei', 'Mei at Teal'], en, 'en'),
    ).toBeNull();
  });
});
