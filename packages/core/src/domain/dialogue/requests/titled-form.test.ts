import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import { RETURN_FORM, VISIT_FORM } from '../../../testing/sample-forms.ts';
import { decideReply } from '../decide-reply.ts';
import { NOTHING_YET } from '../dialogue-context.ts';
import { formBook } from '../forms/form-book.ts';

const namedIn = (text: string) => (/TL-\d+/.test(text) ? [{ kind: 'order', value: 'TL-1042' }] : []);
const FORMS = formBook([
  { ...RETURN_FORM, title: { en: 'Return', zh: '退货' } },
  { ...VISIT_FORM, title: { en: 'Book a visit', zh: '预约参观' } },
]);
const begun = (text: string, locale: 'en' | 'zh' = 'en') =>
  decideReply(replyInput({ text, locale, namedIn, formBook: FORMS })).form?.form;

describe('a form that is called by its title', () => {
  it('begins with the one thing that is named beside it', () => {
    for (const text of ['return TL-1042', 'TL-1042 return please', 'Return: order TL-1042', 'return for TL-1042']) {
      expect([text, begun(text)]).toEqual([text, 'return']);
    }
    expect(begun('退货 TL-1042', 'zh')).toBe('return');
  });

  it('begins by one word that stood on a button under the order that was just named', () => {
    const context = { ...NOTHING_YET, named: [{ kind: 'order', value: 'TL-1042' }], at: 1_000_000 };
    const after = (text: string, intents: string[] = []) =>
      decideReply(replyInput({ text, namedIn, formBook: FORMS, context: { ...context, intents } })).form?.form;
    for (const text of ['return', 'Return pls', 'return, please.', '退货吧'])
      expect([text, after(text)]).toEqual([text, 'return']);
    expect(after('return', ['shop.hours'])).toBeUndefined();
    expect(after('return policy')).toBeUndefined();
  });

  it('begins with its title alone, as it stands on its button, unless that is one word', () => {
    for (const text of ['Book a visit', 'book a visit. ', '预约参观']) {
      expect([text, begun(text, /\p{Script=Han}/u.test(text) ? 'zh' : 'en')]).toEqual([text, VISIT_FORM.name]);
    }
    expect(begun('message to us')).toBe('contact');
    for (const text of ['book a visit?', 'did I book a visit', '退货'])
      expect([text, begun(text)]).toEqual([text, undefined]);
  });

  it('begins where it is wished for by its title', () => {
    for (const text of [
      "I'd like to book a visit",
      'hi, can I book a visit',
      'please book a visit',
      '我想预约参观',
      '帮我预约参观',
    ])
      expect([text, begun(text, /\p{Script=Han}/u.test(text) ? 'zh' : 'en')]).toEqual([text, VISIT_FORM.name]);
    for (const text of [
      'why should I book a visit',
      'cancel book a visit',
      'I forgot to book a visit',
      '怎么预约参观',
      '不想预约参观',
    ])
      expect([text, begun(text)]).toEqual([text, undefined]);
  });

  it('does not begin where anything else is said, or nothing is named', () => {
    for (const text of ['return', 'no return for TL-1042 yet', 'where is my return TL-1042', 'return 4711']) {
      expect([text, begun(text)]).toEqual([text, undefined]);
    }
  });
});
