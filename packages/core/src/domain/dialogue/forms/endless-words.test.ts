import { describe, expect, it } from '@jest/globals';
import { FormTalk } from '../../../testing/form-talk.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import { demandsPerson } from '../person/demands-person.ts';
import { readCommand } from './form-command.ts';

// A pattern that can read the same words in two ways takes twice as long with each repeat: such a test does not end.
describe('the same words over and over, and then something else', () => {
  const form = sampleForm('visit', [sampleSlot('day', { type: 'date', required: false })]);

  it.each(['the better ', 'possible ', 'any ', '尽快'])('are no day in no time: %s', (words) => {
    const talk = new FormTalk([form]).begin('visit');
    expect(talk.say(`${words.repeat(60)}x`).values['day']).toBeUndefined();
  });

  it.each([
    '没有了' + '谢谢'.repeat(60),
    "that's all" + ' thank you'.repeat(60),
    'no '.repeat(60),
    '不取消' + '了'.repeat(60),
  ])('are no command in no time: %s', (words) => expect(readCommand(`${words}x`, form)).toBeNull());

  it('are no demand for a person in no time', () => {
    expect(demandsPerson(`我要${'转接'.repeat(70)}x`)).toBe(false);
  });
});
