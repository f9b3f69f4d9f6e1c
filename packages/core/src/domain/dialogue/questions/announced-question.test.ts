import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import type { InputChange } from '../../../testing/reply-input.ts';
import { sampleForm } from '../../../testing/sample-forms.ts';
import { RETURNS } from '../../../testing/test-desk.ts';
import { decideReply } from '../decide-reply.ts';
import { formBook } from '../forms/form-book.ts';

/** Takes whatever is said for a question about returns. */
const hasty = { understand: () => [{ intent: RETURNS.intent, confidence: 0.9 }] };
const ask = (text: string, change: InputChange = {}) =>
  decideReply(replyInput({ text, ...hasty, ...(/\p{Script=Han}/u.test(text) && { locale: 'zh' }), ...change }));

describe('a question that is only announced', () => {
  it.each([
    'I have a question',
    'hi, I have another quick question!',
    'Quick question',
    'I just wanted to ask something',
    'Can I ask you something?',
    'could you tell me',
    '请教一下',
    '我想咨询一下',
    '你好，請問一下',
    '我还有个问题想问',
    '请问',
  ])('is asked for: %s', (text) => {
    expect(ask(text)).toMatchObject({ reason: { kind: 'small_talk', guesses: [] }, unsureStreak: 0 });
    expect(ask(text).text).toMatch(/What would you like to know\?|想了解什么/);
  });

  it.each([
    'I have a question about returns',
    'can you tell me when I can return it',
    'question of size',
    'sorry',
    '问一下退货',
    '请问可以退货吗',
    '不好意思',
    '打扰了',
  ])('is none where it is asked, or nothing is: %s', (text) => {
    expect(ask(text).reason.kind).toBe('answered');
  });

  it('counts neither for nor against what the bot knows', () => {
    expect(ask('quick question', { unsureStreak: 1 }).unsureStreak).toBe(1);
  });

  it('begins no form in a message that goes on', () => {
    const form = sampleForm('ask', [], { startedBy: [RETURNS.intent] });
    const understand = (words: string) => [{ intent: RETURNS.intent, confidence: words === '请教一下' ? 0.9 : 0.1 }];
    expect(ask('请教一下，今天下雨吗', { understand, formBook: formBook([form]) }).form).toBeUndefined();
  });
});
