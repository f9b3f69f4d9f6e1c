import { describe, expect, it } from '@jest/globals';
import { FormTalk } from '../../../testing/form-talk.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';

const more = (change: object = {}) =>
  new FormTalk([sampleForm('help', [sampleSlot('more', { required: false, ...change })])]).begin('help');

describe('whoever has nothing to add', () => {
  it.each([
    'no',
    'No thanks',
    'nope, thank you',
    'nothing else',
    "no, that's all",
    "that's it",
    '不用了，谢谢',
    '没有别的了',
    '没其他的',
  ])('goes on where a detail is optional: %s', (words) => {
    const asked = more().say(words);
    expect(asked.values).toEqual({});
    expect(asked.state?.skipped).toEqual(['more']);
  });

  it.each(['no', 'nothing else', '不用了'])('has answered where it matters that there is none: %s', (words) => {
    expect(more({ sensitive: true }).say(words).state?.skipped ?? []).toEqual([]);
    expect(more({ required: true }).say(words).state?.skipped ?? []).toEqual([]);
  });

  it('is nobody who goes on to tell something', () => {
    expect(more().say('no thanks to your courier it is in pieces').values).toEqual({
      more: 'no thanks to your courier it is in pieces',
    });
  });
});
