import { describe, expect, it } from '@jest/globals';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import { readCommand } from './form-command.ts';

const FORM = sampleForm('repair', [sampleSlot('phone', { type: 'phone', label: { en: 'Phone', zh: '电话' } })]);

describe('a command to a form', () => {
  it.each([
    ['ok yes send', 'yes'],
    ['yes yes send it now', 'yes'],
    ['send吧', 'yes'],
    ['ok发', 'yes'],
    ["that's all thank you bye", 'yes'],
    ['不留电话', 'skip'],
    ['我不想给号码', 'skip'],
    ['不提供了', 'skip'],
    ['i wont give my phone', 'skip'],
    ["no, I'd rather not share that", 'skip'],
    ['did you get my message?', 'show'],
  ])('is told from an answer: %s', (words, verb) => {
    expect(readCommand(words, FORM)).toEqual({ verb });
  });

  it.each(["I won't give up", 'yes send it to my sister', '不给力', 'send me a new one'])('is none: %s', (words) => {
    expect(readCommand(words, FORM)).toBeNull();
  });
});
