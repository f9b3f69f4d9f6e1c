import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import { decideReply } from '../decide-reply.ts';
import { formBook } from '../forms/form-book.ts';

const BOOK = {
  formBook: formBook([sampleForm('repair', [sampleSlot('what'), sampleSlot('where')])]),
  forms: () => ({ known: () => undefined, offered: () => [], verified: false, timeZone: 'UTC', find: () => [] }),
};

describe('whoever asks for the owner by name', () => {
  it.each([
    'can i talk to mara pls',
    'Is Mara there?',
    'hi, get me Mara please',
    '我要找Mara',
    'Mara在吗？',
    '帮我转Mara吧',
  ])('gets a person: %s', (text) => expect(decideReply(replyInput({ text })).handoff).toBe('asked'));

  it('gets one out of a form, too', () => {
    const { form } = decideReply(replyInput({ ...BOOK, text: '', pressed: 'solodesk.form.begin.repair' }));
    expect(decideReply(replyInput({ ...BOOK, form: form!, text: 'let me talk to Mara' })).handoff).toBe('asked');
  });

  it.each(['Mara', 'who is Mara', 'thanks Mara', 'Mara promised me a refund', 'is Maranello red', 'Mara做什么的'])(
    'is not who speaks of them: %s',
    (text) => expect(decideReply(replyInput({ text })).handoff).toBeNull(),
  );
});
