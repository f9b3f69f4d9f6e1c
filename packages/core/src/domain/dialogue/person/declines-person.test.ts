import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import type { InputChange } from '../../../testing/reply-input.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import { BUILT_IN } from '../../faq.ts';
import { PLAIN_VOICE } from '../../voice.ts';
import { decideReply } from '../decide-reply.ts';
import { formBook } from '../forms/form-book.ts';
import { formTexts } from '../forms/voiced-form-texts.ts';
import { botTexts } from '../texts/voiced-texts.ts';

const FORMS = ['contact', 'repair'].map((name) => sampleForm(name, [sampleSlot('what'), sampleSlot('where')]));
/** The name of a person alone is near to the wish for one. */
const input: InputChange = {
  understand: () => [{ intent: BUILT_IN.person, confidence: 0.99 }],
  formBook: formBook(FORMS),
  forms: () => ({ known: () => undefined, offered: () => [], verified: false, timeZone: 'UTC', find: () => [] }),
};
const answerTo = (text: string, change: InputChange = {}) => decideReply(replyInput({ ...input, text, ...change }));
const inForm = (name: string) =>
  decideReply(replyInput({ ...input, text: '', pressed: `solodesk.form.begin.${name}` }));

describe('who says that no person is needed', () => {
  it.each([
    ['en', 'forget the human'],
    ['en', 'I do not need an agent any more'],
    ['zh', '不用人工了'],
    ['zh', '不需要转人工'],
  ] as const)('gets none, and no offer of one: %s, %s', (locale, text) => {
    const reply = answerTo(text, { locale });
    expect(reply).toMatchObject({ handoff: null, text: botTexts(PLAIN_VOICE, locale).declined });
  });

  it('leaves no message for one, where a message is asked for', () => {
    const reply = answerTo('no person needed', { form: inForm('contact').form! });
    expect(reply).toMatchObject({ handoff: null, form: null });
    expect(reply.text).toBe(formTexts('en', '您').cancelled('The contact'));
  });

  it('goes on with any other form', () => {
    const reply = answerTo('不用人工了', { form: inForm('repair').form! });
    expect(reply).toMatchObject({ handoff: null, text: 'Which what?', form: { asking: 'what', slots: {} } });
  });

  it('is not who wants one', () => {
    expect(answerTo('I need a human').handoff).toBe('asked');
    expect(answerTo('转人工', { locale: 'zh' }).handoff).toBe('asked');
  });
});
