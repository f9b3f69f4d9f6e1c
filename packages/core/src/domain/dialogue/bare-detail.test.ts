import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../testing/reply-input.ts';
import { RETURN_FORM, VISIT_FORM } from '../../testing/sample-forms.ts';
import { decideReply } from './decide-reply.ts';
import { formBook } from './forms/form-book.ts';

const named = (text: string) =>
  /TL-\d+/.test(text)
    ? [{ kind: 'order', value: 'TL-1042' }]
    : text.includes('@')
      ? [{ kind: 'email', value: text }]
      : [];
const reply = (text: string, locale: 'en' | 'zh' = 'en') =>
  decideReply(replyInput({ text, locale, namedIn: named, formBook: formBook([RETURN_FORM, VISIT_FORM]) }));

describe('a message that names one thing and says nothing else', () => {
  it('is asked what about that order, with what can be done, and keeps the number', () => {
    const { text, quickReplies, context } = reply('TL-1042');
    expect(text).toBe('Order TL-1042: what can I do about it?');
    expect(quickReplies.map(({ intent }) => intent)).toEqual(['solodesk.form.begin.return', 'solodesk.person']);
    expect(context?.named).toEqual([{ kind: 'order', value: 'TL-1042' }]);
    expect(reply('TL-1042', 'zh').text).toBe('订单 TL-1042：需要我做什么？');
  });

  it('is asked what it is about, when it is an address', () => {
    expect(reply('a@b.example').text).toBe("I've noted a@b.example. What is it about?");
    expect(reply('a@b.example', 'zh').text).toBe('我记下了 a@b.example。请问是什么事？');
  });

  it('is that order too, where words only say that it is one', () => {
    for (const text of ['order TL-1042', 'my order number is TL-1042.', '订单号TL-1042'])
      expect(reply(text).text).toBe('Order TL-1042: what can I do about it?');
    expect(reply('cancel order TL-1042').reason.kind).toBe('unsure');
  });

  it('is nothing of the kind where more is said, or nothing is named', () => {
    expect(reply('where is TL-1042').reason.kind).toBe('unsure');
    expect(reply('4711').reason.kind).toBe('unsure');
  });
});
