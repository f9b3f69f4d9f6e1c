import { describe, expect, it } from '@jest/globals';
import { FormTalk } from '../../../testing/form-talk.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import { phoneInsteadOf } from './told-phone.ts';

const WISH = sampleSlot('wish');
const EMAIL = sampleSlot('email', { type: 'email' });
const FORM = sampleForm('repair', [WISH, EMAIL, phoneInsteadOf('email')]);
const talk = (words = '') => new FormTalk([FORM]).begin('repair', words);

describe('somebody who has a telephone and gives no e-mail address', () => {
  it('may answer with its number, and is asked for nothing more', () => {
    const asked = talk().say('a new lid').say('+4930123456');
    expect(asked.values).toEqual({ wish: 'a new lid', phone: '+4930123456' });
    expect(asked.text).toBe(
      'The repair – this is what I would send:\n• wish: a new lid\n• Phone: +4930123456\nShall I send it?',
    );
    expect(asked.say('yes').ticket).toMatchObject({ contact: { phone: '+4930123456' }, missing: [] });
  });

  it('may write it without the country, as people do', () => {
    expect(talk().say('a new lid').say('030 123456').values['phone']).toBe('030123456');
  });

  it('may say that it is one, in a sentence', () => {
    expect(talk().say('a new lid').say('my number is 030 1234567').values['phone']).toBe('0301234567');
    expect(talk().say('a new lid').say('you can call me on 030-123 45 67 after six').values['phone']).toBe(
      '0301234567',
    );
    expect(talk().say('a new lid').say('my order number is 12').values['phone']).toBeUndefined();
  });

  it('may tell it at the beginning, and is not asked for an address then', () => {
    const begun = talk('call me on +4930123456');
    expect(begun.values).toEqual({ phone: '+4930123456' });
    expect(begun.say('a new lid').ask?.type).toBe('confirm');
  });

  it('is never asked for the number, and may give an address after all', () => {
    const asked = talk('call me on +4930123456').say('a new lid').say('a@b.example');
    expect(asked.say('yes').ticket?.contact).toEqual({ phone: '+4930123456', email: 'a@b.example' });
    expect(talk().say('a new lid').say('a@b.example').say('yes').ticket).toMatchObject({ missing: [] });
  });

  it('has told no telephone where only an address will do', () => {
    const strict = new FormTalk([sampleForm('repair', [WISH, EMAIL])]).begin('repair').say('a new lid');
    expect(strict.say('+4930123456').values).toEqual({ wish: 'a new lid' });
    expect(strict.ask?.slot).toBe('email');
  });
});
