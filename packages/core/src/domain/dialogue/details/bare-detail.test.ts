import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import { RETURN_FORM, VISIT_FORM } from '../../../testing/sample-forms.ts';
import { decideReply } from '../decide-reply.ts';
import { NOTHING_YET } from '../dialogue-context.ts';
import { formBook } from '../forms/form-book.ts';

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

  it('may be dictated', () => {
    expect(reply('ann at mail dot example').text).toBe("I've noted ann@mail.example. What is it about?");
    expect(reply('TL-one oh four two').text).toBe('Order TL-1042: what can I do about it?');
    expect(reply('I am at home dot com').reason.kind).toBe('unsure');
  });

  it('is nothing of the kind where more is said, or nothing is named', () => {
    expect(reply('where is TL-1042').reason.kind).toBe('unsure');
    expect(reply('4711').reason.kind).toBe('unsure');
  });

  it('is that order too with a word around it, and where only its name says that it is one', () => {
    for (const text of ['TL-1042 too', 'no, TL-1042', 'and also TL-1042 please'])
      expect(reply(text).text).toBe('Order TL-1042: what can I do about it?');
    expect(reply('order 88231').text).toBe('Order 88231: what can I do about it?');
    expect(reply('订单号 88231', 'zh').text).toBe('订单 88231：需要我做什么？');
    expect(reply('order 2 shirts in size 140 please').reason.kind).toBe('unsure');
  });

  it('begins what the answer before wanted it for', () => {
    const context = { ...NOTHING_YET, intents: ['return.start'], words: 'can I return it', at: 1_000_000 };
    const book = formBook([RETURN_FORM, VISIT_FORM]);
    const after = (text: string, ticket: string | null = null) =>
      decideReply(replyInput({ text, namedIn: named, formBook: book, context, ticket })).form?.slots['order']?.value;
    expect(after('order 88231')).toBe('88231');
    // Who has sent a request may say of which order that is.
    expect(after('order 88231', 'SHOP-T1')).toBeUndefined();
  });

  it('goes with a request that is under way, when it is an address', () => {
    const email = () => [{ kind: 'email', value: 'a@b.example' }];
    const corrected = decideReply(
      replyInput({ text: 'sorry my email is a@b.example', namedIn: email, ticket: 'SHOP-T1', ownerName: 'Mara' }),
    );
    expect(corrected.text).toContain('SHOP-T1');
    expect(corrected.reason.kind).toBe('ticket');
  });

  it('begins what was offered, where that wants an order, though the site does not say how its numbers look', () => {
    const context = { ...NOTHING_YET, offered: ['return.start'], words: 'helo can i retrn', at: 1_000_000 };
    const book = formBook([RETURN_FORM, VISIT_FORM]);
    const after = (text: string) =>
      decideReply(replyInput({ text, formBook: book, context })).form?.slots['order']?.value;
    expect(after('its 99123')).toBe('99123');
    expect(after('99123')).toBe('99123');
    expect(after('99')).toBeUndefined();
  });

  it('may be said with doubt', () => {
    expect(reply('maybe a@b.example').text).toMatch(/^I've noted /);
  });
});
