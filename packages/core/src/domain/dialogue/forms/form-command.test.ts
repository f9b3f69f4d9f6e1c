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
    ['wait no', 'no'],
    ['sorry what did u ask', 'go-on'],
    ['oh no wait', 'no'],
    ['hold on', 'no'],
    ['forget it ill keep it', 'cancel'],
    ['ok then dont cancel', 'cancel'],
    ['no please do not return it', 'cancel'],
    ['那先不取消了', 'cancel'],
    ['还是不退了吧', 'cancel'],
    ["no that's all thank you", 'no'],
    ['没有了谢谢', 'no'],
  ])('is told from an answer: %s', (words, verb) => {
    expect(readCommand(words, FORM)).toEqual({ verb });
  });

  it.each([
    "I won't give up",
    'yes send it to my sister',
    '不给力',
    'send me a new one',
    'no wait for the postman',
    'ill',
  ])('is none: %s', (words) => {
    expect(readCommand(words, FORM)).toBeNull();
  });
});
