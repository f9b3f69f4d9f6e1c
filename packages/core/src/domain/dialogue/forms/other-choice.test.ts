import { describe, expect, it } from '@jest/globals';
import { FormTalk } from '../../../testing/form-talk.ts';
import { RETURN_FORM, sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';

const REASON = RETURN_FORM.slots.find(({ name }) => name === 'reason')!;
const PLAIN = sampleForm('back', [REASON, sampleSlot('email', { type: 'email' })]);
const asked = (form = PLAIN) => new FormTalk([form]).begin(form.name);

describe('who answers in words of their own where one of the choices is "something else"', () => {
  it.each(["it's the wrong colour", 'my mother bought the same one', '颜色和图片不一样'])(
    'has chosen that, and the words stand in the summary: %s',
    (words) => {
      const told = asked().say(words);
      expect(told.state?.slots['reason']).toEqual({ value: 'other', from: 'said', shown: words });
      expect(told.ask?.slot).toBe('email');
      expect(told.say('a@b.example').text).toContain(words);
    },
  );

  it('is not asked what happened after having said it', () => {
    const told = new FormTalk([RETURN_FORM]).begin('return', 'TL-1042').say("it's the wrong colour");
    expect(told.values).toMatchObject({ reason: 'other', details: "it's the wrong colour" });
    expect(told.ask?.slot).not.toBe('details');
  });

  it('has chosen another where that is meant', () => {
    expect(asked().say('it came broken').values['reason']).toBe('broken');
  });

  it.each(['blue', 'hm', 'what do you mean?', 'I told you already', 'you are no help', '我说过了啊', '你看不懂吗'])(
    'has chosen nothing with words that answer nothing: %s',
    (words) => {
      expect(asked().say(words).values['reason']).toBeUndefined();
    },
  );

  it('is asked again where there is no such choice', () => {
    const choices = REASON.choices.filter(({ value }) => value !== 'other');
    const form = sampleForm('back', [{ ...REASON, choices }]);
    expect(asked(form).say("it's the wrong colour").values).toEqual({});
  });
});
