import { describe, expect, it } from '@jest/globals';
import { FormTalk } from '../../../testing/form-talk.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';

const FORM = sampleForm('visit', [sampleSlot('name', { isName: true }), sampleSlot('email', { type: 'email' })]);
const nameOf = (words: string) => new FormTalk([FORM]).begin('visit').say(words).values['name'];

describe('who is asked for a name', () => {
  it.each([
    ...['Sara', 'ana lopez', 'Jean de la Fontaine', 'María de los Ángeles', 'Will May', 'An Nguyen', 'Otto von Berg'],
    ...['王小明', '欧阳娜娜', '李要强', 'Theo Justin', 'Joan Nott'],
  ])('has given it: %s', (words) => {
    expect(nameOf(words)).toBe(words);
  });

  it('may say it in a sentence', () => {
    expect(nameOf("it's Ana Lopez")).toBe('Ana Lopez');
    expect(nameOf('my name is Ana Lopez')).toBe('Ana Lopez');
    expect(nameOf('我叫王小明')).toBe('王小明');
  });

  it.each([
    ...['no not cancel, just move it', 'the first one', 'no email', 'no phone either', "I can't come", 'just move it'],
    ...['gracias', 'hello', 'tomorrow', 'this is the same', '我不能来', '这个不要', '谢谢'],
  ])('has not given it with words that are nobody: %s', (words) => {
    expect(nameOf(words)).toBeUndefined();
  });
});
