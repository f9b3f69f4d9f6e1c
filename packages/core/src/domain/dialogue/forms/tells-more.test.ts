import { describe, expect, it } from '@jest/globals';
import { FormTalk } from '../../../testing/form-talk.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';

const WISH = sampleSlot('wish');
const EMAIL = sampleSlot('email', { type: 'email' });
const asked = (wish = WISH) =>
  new FormTalk([sampleForm('change', [wish, EMAIL])]).begin('change').say('14 Rosa Street');

describe('who tells more where an address to answer to is asked for', () => {
  it.each([
    'sorry 41 not 14',
    'i dont have the keys with me',
    'order 4410',
    'she lives in Vienna by the way',
    '写错了应该是四十一号',
  ])('has it added to what was told, and is asked again: %s', (words) => {
    const told = asked().say(words);
    expect(told.values).toEqual({ wish: `14 Rosa Street\n${words}` });
    expect(told.text).toMatch(/^(?:I've added that\.|已补充进去。)\n\n/);
    expect(told.ask?.slot).toBe('email');
    expect(told.say('a@b.example').ask?.type).toBe('confirm');
  });

  it.each([
    'tom at home',
    'my mail is tom',
    "I don't want to give it",
    'i dont have an email',
    '我不想给邮箱',
    'tom@',
    'hm',
  ])('has not where it is about the address: %s', (words) => {
    const said = asked().say(words);
    expect(said.values).toEqual({ wish: '14 Rosa Street' });
    expect(said.text).not.toContain("I've added");
  });

  it('has it added under the summary as well, where it is a sentence', () => {
    const summed = asked().say('a@b.example');
    const told = summed.say('please hurry we are leaving on friday');
    expect(told.values['wish']).toBe('14 Rosa Street\nplease hurry we are leaving on friday');
    expect(told.text).toMatch(/^I've added that\.\n\nPlease say "send"/);
    for (const words of ['ring at the back door twice', 'and bring the ladder with you', 'the dog does not bite', 'hm'])
      told.say(words);
    expect(told.kinds).not.toContain('handoff');
    expect(told.values['wish']).toContain('the dog does not bite');
    expect(told.say('ok yes send').kinds).toContain('ticket');
  });

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

describe('who tells what is on their mind where a number or an address is asked for', () => {
  const order = () =>
    new FormTalk([sampleForm('status', [sampleSlot('order', { type: 'order' }), EMAIL])]).begin('status');

  it('is told what it is for and that a person can do without, not how it is written', () => {
    const told = order().say('I paid THREE WEEKS ago and all I get is a robot');
    expect(told.text).toBe('I hear you. I only ask for "order" to know the order; a person can help you without it.');
    expect(told.buttons).toContain('Talk to a person');
    expect(told.state).toMatchObject({ asking: 'order', bad: 1 });
  });

  it('hears of the ways out in the end all the same', () => {
    const told = order()
      .say('all I ever get here is a robot')
      .say('and nobody calls me back ever')
      .say('this is how you treat people');
    expect(told.text).toContain('or we go on without it');
  });

  it.each(['blue', "I can't find the order number anywhere", 'it was number 12 or so I think'])(
    'is not who speaks of the number: %s',
    (words) => {
      expect(order().say(words).text).not.toContain('I hear you');
    },
  );

  it('adds to what was told before, also where an order is asked for', () => {
    const form = sampleForm('complaint', [WISH, sampleSlot('order', { type: 'order' })]);
    const told = new FormTalk([form]).begin('complaint').say('my parcel').say('it just takes much too long');
    expect(told.values).toEqual({ wish: 'my parcel\nit just takes much too long' });
  });

  it.each(['where do I find the number?', 'can I look it up somewhere?', '订单号在哪里看'])(
    'may ask where the number stands, and has made no mistake: %s',
    (words) => {
      const told = order().say(words, { kind: 'question' });
      expect(told.text).toBe('Which order?');
      expect(told.state).toMatchObject({ asking: 'order', bad: 0 });
    },
  );

  it('adds to what was told before, also where a name is asked for', () => {
    const form = sampleForm('visit', [WISH, sampleSlot('name', { isName: true })]);
    const told = new FormTalk([form]).begin('visit').say('a check-up').say('not about the knee this time');
    expect(told.values).toEqual({ wish: 'a check-up\nnot about the knee this time' });
    expect(told.say('Ana Lopez').values['name']).toBe('Ana Lopez');
  });

  it("adds it to what is nobody else's business, where that is what they came to say", () => {
    const message = sampleSlot('message', { sensitive: true, fromOpening: true });
    const form = sampleForm('contact', [message, sampleSlot('name', { isName: true })]);
    const told = new FormTalk([form]).begin('contact').say('my tablets are running out').say('ramipril 5mg');
    expect(told.values).toEqual({ message: 'my tablets are running out\nramipril 5mg' });
    expect(told.ask?.slot).toBe('name');
  });
});
