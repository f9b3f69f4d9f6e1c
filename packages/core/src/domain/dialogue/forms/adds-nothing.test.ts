import { describe, expect, it } from '@jest/globals';
import { FormTalk } from '../../../testing/form-talk.ts';
import { RETURN_FORM, sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';

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
    "no that's all thank you",
    '没有了谢谢',
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

  it('may leave out what else is private', () => {
    const birth = more({ sensitive: true, type: 'date', isBirth: true });
    expect(birth.say("no that's all thank you").state?.skipped).toEqual(['more']);
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

  it.each([
    "no that's all thank you",
    "that's all, thanks",
    'nothing else, thanks',
    'no thats all thx',
    'send it',
    '没有了谢谢',
    '没有了',
    '就这些，谢谢',
    '没了，谢谢你们',
  ])('hears what is missing, with the ways out, and the second time goes on without it: %s', (words) => {
    for (const change of [{ required: true }, { required: true, type: 'email' as const }]) {
      const asked = more(change).say(words, { kind: 'talk' });
      expect(asked.text).toBe(
        'We are not done yet: I still need "more" to know the more. If you would rather not say, we can go on without it.',
      );
      expect(asked.buttons).toEqual(['Go on without it', 'Cancel']);
      expect(asked.values).toEqual({});
      expect(asked.state?.bad).toBe(0);
      expect(asked.say(words).state).toMatchObject({ skipped: ['more'], asking: 'confirm' });
    }
  });

  it('is shown the choices that are left, and asked for "send" when everything is told', () => {
    const asked = new FormTalk([RETURN_FORM]).begin('return').say('TL-1042').say("no that's all thank you");
    expect(asked.buttons).toEqual(['It is broken', 'Wrong size', 'Something else', 'Go on without it', 'Cancel']);
    const end = more().say('it is blue').say("no that's all thank you");
    expect(end.text).toBe('Please say "send", "change the …" or "cancel".');
    expect(end.ticket).toBeUndefined();
  });

  it.each([
    'the earliest please',
    'asap',
    'as soon as possible',
    'any day works',
    'whenever',
    '越快越好',
    '最早的',
    '早一点的',
    '都可以',
  ])('takes any day where none has to be told: %s', (words) => {
    const day = { type: 'date' as const, days: { from: 0, to: 90 } };
    expect(more(day).say(words).state?.skipped).toEqual(['more']);
    expect(more({ ...day, required: true }).say(words).state?.skipped).toEqual([]);
  });

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
