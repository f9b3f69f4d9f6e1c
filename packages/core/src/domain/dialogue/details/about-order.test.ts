import { describe, expect, it } from '@jest/globals';
import { after, HOURS, NOW, RETURN_COST, say } from '../../../testing/short-talk.ts';
import { RETURNS } from '../../../testing/test-desk.ts';
import { NOTHING_YET } from '../dialogue-context.ts';
import type { DialogueContext } from '../dialogue-context.ts';

const named: DialogueContext = { ...NOTHING_YET, named: [{ kind: 'order', value: 'TL-1042' }], at: NOW };
const KNOWN = {
  // The bare words are surely something else.
  'where is it': { [HOURS.intent]: 0.97 },
  'where is my order': { [RETURN_COST.intent]: 0.97 },
  'can I still return that?': { [HOURS.intent]: 0.3 },
  'can I still return my order?': { [RETURNS.intent]: 0.9 },
  什么时候能到: { [HOURS.intent]: 0.97 },
  我的订单什么时候能到: { [RETURN_COST.intent]: 0.97 },
  这单能退吗: {},
  我的订单能退吗: { [RETURNS.intent]: 0.9 },
};
const answeredOf = (text: string, context = named) =>
  say(text, KNOWN, { context, now: NOW, locale: /\p{Script=Han}/u.test(text) ? 'zh' : 'en' }).reason.guesses[0]?.intent;

describe('who named an order and nothing else before', () => {
  it('asks of that order, whatever the bare words are near to', () => {
    expect(answeredOf('where is it')).toBe(RETURN_COST.intent);
    expect(answeredOf('can I still return that?')).toBe(RETURNS.intent);
    expect(answeredOf('什么时候能到')).toBe(RETURN_COST.intent);
    expect(answeredOf('这单能退吗')).toBe(RETURNS.intent);
  });

  it('asks of what was answered since, if anything was', () => {
    expect(answeredOf('where is it', { ...after('shop.hours'), named: named.named })).not.toBe(RETURN_COST.intent);
    expect(answeredOf('where is it', NOTHING_YET)).not.toBe(RETURN_COST.intent);
  });

  it('may name it in the same message, and point to it', () => {
    const named = () => [{ kind: 'order', value: 'TL-1042' }];
    const asked = (text: string, context: DialogueContext | null) =>
      say(
        text,
        { [text]: { [HOURS.intent]: 0.97 }, 'where is my order': { [RETURN_COST.intent]: 0.97 } },
        { namedIn: named, context },
      ).reason.guesses[0]?.intent;
    expect(asked('TL-1042 where is it', null)).toBe(RETURN_COST.intent);
    expect(asked('TL-1042 where is it', after('shop.hours'))).toBe(RETURN_COST.intent);
    expect(asked('TL-1042 who made you', null)).toBe(HOURS.intent);
  });

  it('may name it in the same message, with an address, which asks nothing of mails', () => {
    const named = () => [{ kind: 'order', value: 'TL-1042' }];
    const asked = (text: string, words: string) =>
      say(text, { [text]: { [HOURS.intent]: 0.97 }, [words]: { [RETURN_COST.intent]: 0.97 } }, { namedIn: named })
        .reason.guesses[0]?.intent;
    const WHERE = 'can you tell me where my order is?';
    for (const text of [
      'Hi there! My order is TL-1042 and my email is ann@mail.example - can you tell me where it is?',
      'Hello, order number TL-1042, e-mail: ann@mail.example, can you tell me where it is?',
      'TL-1042 ann@mail.example can you tell me where it is?',
    ])
      expect(asked(text, WHERE)).toBe(RETURN_COST.intent);
    const zh = '你好，我的订单号是TL-1042，邮箱ann@mail.example，到哪里了？';
    expect(asked(zh, '我的订单到哪里了？')).toBe(RETURN_COST.intent);
    // Two questions are two, and who speaks of no "it" says themselves what it is about.
    const two = 'My order is TL-1042, my email is ann@mail.example, where is it and when do you open?';
    expect(asked(two, 'where is my order and when do you open?')).toBe(HOURS.intent);
    const mail = 'I got no mail for TL-1042 at ann@mail.example';
    expect(asked(mail, 'I got no mail')).toBe(HOURS.intent);
  });
});
