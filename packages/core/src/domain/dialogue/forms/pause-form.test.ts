import { describe, expect, it } from '@jest/globals';
import { FormTalk } from '../../../testing/form-talk.ts';
import { RETURN_FORM, VISIT_FORM } from '../../../testing/sample-forms.ts';

const HOUR = 3_600_000;
const FULL = 'TL-1042 arrived broken, write to a@b.example';
const talk = () => new FormTalk([RETURN_FORM, VISIT_FORM]);

describe('a form that was left', () => {
  it('says after a long pause what was in progress, loses nothing of the first words, and asks whether to go on', () => {
    const asked = talk()
      .begin('return', 'TL-1042 is broken')
      .later(7 * 24 * HOUR);
    asked.say('hello, a@b.example', { kind: 'talk' });
    expect(asked.kinds).toEqual(['aside', 'say']);
    expect(asked.text).toContain('We are not done yet with: The return.');
    expect(asked.text).toContain('• E-mail: a@b.example');
    expect(asked.buttons).toEqual(['Go on', 'Start again', 'Cancel']);
    expect(asked.say('yes').ask?.slot).toBe('day');
    expect(
      talk()
        .begin('return')
        .later(7 * 24 * HOUR)
        .say('hi')
        .say('no').state,
    ).toBeNull();
    expect(
      talk()
        .begin('return')
        .later(7 * 24 * HOUR)
        .say('取消').state,
    ).toBeNull();
    expect(
      talk()
        .begin('return')
        .later(HOUR / 2)
        .say('TL-1042').ask?.slot,
    ).toBe('reason');
  });

  it('asks whether to go on three times at most, whatever is pressed instead of an answer', () => {
    const asked = talk().begin('return', FULL).back();
    for (let n = 0; n < 2; n++) expect(asked.press('solodesk.form.send').buttons).toContain('Go on');
    expect(asked.press('solodesk.form.send').kinds).toEqual(['say', 'end']);
    expect(asked.state).toBeNull();
  });

  it('asks whether to go on when it is called back, and takes an answer for a yes', () => {
    const asked = talk().begin('return', 'TL-1042').back();
    expect(asked.text).toContain('Shall we go on with it?');
    expect(asked.say('a@b.example').ask?.slot).toBe('reason');
    expect(talk().begin('return').back().say('blue').say('green').ask?.slot).toBe('order');
  });

  it('goes on with who says neither yes nor no, and twice speaks of something: they are still at it', () => {
    const back = () =>
      talk()
        .begin('return', 'TL-1042 is broken')
        .later(2 * HOUR);
    const spoken = back().say('hi im back').say('its about the mug');
    expect(spoken.text).toContain('Shall we go on');
    expect(spoken.say('the blue one').ask?.slot).toBe('day');
    const done = back().say('hi').say('she did it already').say('there is nothing left to do, not now');
    expect(done.state).toBeNull();
    expect(done.text).toContain('nothing was sent');
  });

  it('hears the question again for who has lost it', () => {
    const asked = talk().begin('return', 'TL-1042 is broken');
    for (const words of ['what did you ask?', 'sorry, what was the question', '你刚才问什么？', '再说一遍'])
      expect(asked.say(words, { kind: 'talk' }).ask?.slot).toBe('day');
    const back = talk()
      .begin('return', 'TL-1042 is broken')
      .later(2 * HOUR)
      .say('hi')
      .say('where were we?');
    expect(back.ask?.slot).toBe('day');
  });

  it('takes another wish than before from who comes back', () => {
    const back = talk()
      .begin('return', 'TL-1042 is broken')
      .later(2 * HOUR)
      .say('hi');
    const changed = back.say("actually it's too small");
    expect(changed.values['reason']).toBe('size');
    expect(changed.ask?.slot).toBe('day');
  });
});
