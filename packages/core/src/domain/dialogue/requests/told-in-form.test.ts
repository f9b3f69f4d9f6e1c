import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import type { InputChange } from '../../../testing/reply-input.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import { HOURS } from '../../../testing/short-talk.ts';
import { decideReply } from '../decide-reply.ts';
import { formBook } from '../forms/form-book.ts';

const BUG = sampleForm('bug', [sampleSlot('what'), sampleSlot('where')]);
/** Whatever is said is taken for a question about the hours. */
const input: InputChange = {
  book: { hash: 'x', locales: ['en', 'zh'], faqs: new Map([[HOURS.intent, HOURS]]) },
  understand: () => [{ intent: HOURS.intent, confidence: 0.99 }],
  formBook: formBook([BUG]),
  forms: () => ({ known: () => undefined, offered: () => [], verified: false, timeZone: 'UTC', find: () => [] }),
};
const form = decideReply(replyInput({ ...input, text: '', pressed: 'solodesk.form.begin.bug' })).form!;
const answerTo = (text: string) => decideReply(replyInput({ ...input, form, text }));

describe('while a form asks what happened', () => {
  it.each([
    'When I import a file with many rows, the page stays white forever',
    'whenever I press save at nine, it says that it is closed already',
  ])('a sentence is what happened, though an FAQ is asked like that: %s', (text) => {
    expect(answerTo(text).form?.slots['what']?.value).toBe(text);
    expect(answerTo(text).text).not.toContain('Nine to five.');
  });

  it.each(['When I come at nine, are you open?', 'when i come at nine, are you open', 'when are you open, in fact'])(
    'a question is answered in between, though it begins like that: %s',
    (text) => {
      expect(answerTo(text).form?.slots['what']).toBeUndefined();
      expect(answerTo(text).text).toContain('Nine to five.');
    },
  );
});
