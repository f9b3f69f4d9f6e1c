import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import { RETURN_FORM, VISIT_FORM } from '../../../testing/sample-forms.ts';
import { decideReply } from '../decide-reply.ts';
import { formBook } from '../forms/form-book.ts';
import { isCommand } from '../../words/wants.ts';

describe('a command', () => {
  it('is told by how it begins, in both languages and spellings', () => {
    for (const words of [
      'stop my order',
      'please change the address',
      '换个地址',
      '換個地址',
      '麻烦改一下',
      '取消这个',
    ]) {
      expect([words, isCommand(words)]).toEqual([words, true]);
    }
  });

  it('is no question, and nothing that is told', () => {
    for (const words of ['return policy', 'can I change it?', 'my order stopped', '地址在哪', '换货要多久']) {
      expect([words, isCommand(words)]).toEqual([words, false]);
    }
  });
});

describe('what a command may mean', () => {
  const FORMS = formBook([RETURN_FORM, VISIT_FORM]);
  const guess = (...intents: string[]) => intents.map((intent) => ({ intent, confidence: 0.5 }));
  const decide = (text: string, intents: string[]) =>
    decideReply(replyInput({ text, formBook: FORMS, understand: () => guess(...intents) })).form?.form;

  it('is what can be done, where only one thing can', () => {
    expect(decide('return this', ['returns.how', 'return.start'])).toBe('return');
  });

  it('is asked for where two things can, and where nothing is commanded', () => {
    expect(decide('change this', ['visit.start', 'return.start'])).toBeUndefined();
    expect(decide('this return', ['return.start'])).toBeUndefined();
  });

  it('counts before the reason that is given for it', () => {
    const sure = (text: string) => [
      { intent: /stop/.test(text) ? 'returns.period' : 'return.start', confidence: 0.95 },
    ];
    const understand = (text: string) => (/stop.*wrong/.test(text) ? sure('wrong') : sure(text));
    const text = 'stop my order, i ordered the wrong size';
    const reply = decideReply(replyInput({ text, formBook: FORMS, understand }));
    expect(reply).toMatchObject({ text: 'Within 30 days.', reason: { kind: 'answered' } });
    expect(reply.form).toBeUndefined();
  });
});
