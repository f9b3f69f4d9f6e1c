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

  it.each(['no thanks', 'Nope, thank you.', '不用了，谢谢'])(
    'does not want to send what has to be told for it, by a thank-you: %s',
    (words) => {
      const asked = more({ required: true }).say(words, { kind: 'talk' });
      expect(asked.state).toBeNull();
      expect(asked.ticket).toBeUndefined();
      expect(more({ required: true, sensitive: true }).say(words).state).not.toBeNull();
    },
  );

  it.each(['ok', 'Okay.', '好的', '嗯'])('is asked again, and did not answer badly: %s', (words) => {
    const asked = more({ required: true }).say(words, { kind: 'talk' });
    expect(asked.values).toEqual({});
    expect(asked.ask?.slot).toBe('more');
    expect(asked.state?.bad).toBe(0);
    expect(asked.kinds).toEqual(['say']);
  });

  it('is nobody who goes on to tell something', () => {
    expect(more().say('no thanks to your courier it is in pieces').values).toEqual({
      more: 'no thanks to your courier it is in pieces',
    });
  });
});
