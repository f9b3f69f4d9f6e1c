import { describe, expect, it } from '@jest/globals';
import { HOURS, say, texts } from '../../../testing/short-talk.ts';
import { BUILT_IN } from '../../faq.ts';

describe('who calls out whether anyone is there', () => {
  it.each([
    'is anyone there',
    'Hello?? Anyone there?',
    'is there anybody here?',
    'anyone here right now',
    'are you there?',
    'hello, is somebody available',
    'anybody??',
    'is there anyone i could talk to about this',
    'so no one real?',
    'is there somebody we can speak to',
    '有没有人能跟我聊聊这个',
  ])('hears what answers, and how to get a person: "%s"', (words) => {
    expect(say(words, {}, { unsureStreak: 1 })).toMatchObject({
      text: texts.iAmABot,
      quickReplies: [{ intent: BUILT_IN.person }],
      reason: { kind: 'small_talk' },
      handoff: null,
      unsureStreak: 1,
    });
  });

  it.each([
    'are you here today',
    'is anyone there on saturday',
    'when are you there',
    'are you in Berlin',
    'is someone home needed to sign',
    'is there anyone who can repair it',
    'anyone size M',
    '有人用过吗',
  ])('is nobody who asks something: "%s"', (words) => {
    expect(say(words, { [words]: { [HOURS.intent]: 0.95 } }).reason.kind).toBe('answered');
  });
});
