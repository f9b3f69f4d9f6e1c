import { describe, expect, it } from '@jest/globals';
import { FormTalk } from '../../../testing/form-talk.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';

const WISH = sampleSlot('wish');
const EMAIL = sampleSlot('email', { type: 'email' });
const asked = (wish = WISH) =>
  new FormTalk([sampleForm('change', [wish, EMAIL])]).begin('change').say('14 Rosa Street');

describe('who tells more where an address to answer to is asked for', () => {
  it.each(['sorry 41 not 14', 'she lives in Vienna by the way', '写错了应该是四十一号'])(
    'has it added to what was told, and is asked again: %s',
    (words) => {
      const told = asked().say(words);
      expect(told.values).toEqual({ wish: `14 Rosa Street\n${words}` });
      expect(told.text).toMatch(/^(?:I've added that\.|已补充进去。)\n\n/);
      expect(told.ask?.slot).toBe('email');
      expect(told.say('a@b.example').ask?.type).toBe('confirm');
    },
  );

  it.each(['tom at home', 'my mail is tom', "I don't want to give it", '我不想给邮箱', 'tom@', 'hm'])(
    'has not where it is about the address: %s',
    (words) => {
      const said = asked().say(words);
      expect(said.values).toEqual({ wish: '14 Rosa Street' });
      expect(said.text).not.toContain("I've added");
    },
  );

  it('hears of the ways out the third time, and loses nothing', () => {
    const told = asked().say('sorry 41 not 14').say('the second floor please').say('ring at the back door');
    expect(told.values).toEqual({
      wish: '14 Rosa Street\nsorry 41 not 14\nthe second floor please\nring at the back door',
    });
    expect(told.text).toContain("I've added that.");
    expect(told.text).toContain('to know the email');
  });

  it('adds nothing to what nobody else may read, nor beyond its length', () => {
    expect(asked({ ...WISH, sensitive: true }).say('sorry 41 not 14').values).toEqual({ wish: '14 Rosa Street' });
    expect(asked({ ...WISH, length: { min: 1, max: 20 } }).say('sorry 41 not 14').values).toEqual({
      wish: '14 Rosa Street',
    });
  });
});

describe('who keeps what was to go back, or thinks it over', () => {
  it.each(["never mind the swap, I'll keep them", "forget it, I'll keep it", '算了，我再看看', '那算了吧，再想想'])(
    'has the form closed, and nothing is sent: %s',
    (words) => {
      const said = asked().say(words);
      expect(said.state).toBeNull();
      expect(said.ticket).toBeUndefined();
    },
  );
});
