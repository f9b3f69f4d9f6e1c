import { describe, expect, it } from '@jest/globals';
import { FormTalk } from '../../../testing/form-talk.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import type { Attachment } from '../../attachment/attachment.ts';

const photo = (id: string): Attachment => ({ id, name: `花瓶 ${id}.jpg`, type: 'image/jpeg', bytes: 9 });
const DAMAGE = sampleForm('damage', [
  sampleSlot('order', { type: 'order', label: { en: 'Order number', zh: '订单号' } }),
  sampleSlot('photo', { type: 'file', required: false, label: { en: 'Photo', zh: '照片' } }),
  sampleSlot('email', { type: 'email', label: { en: 'E-mail', zh: '邮箱' } }),
]);
const talk = () => new FormTalk([DAMAGE]);
const asked = () => talk().begin('damage', 'TL-1042');

describe('a form that wants a file', () => {
  it('asks for it, and takes it without a word', () => {
    const begun = asked();
    expect(begun.ask).toMatchObject({ slot: 'photo', type: 'file' });
    expect(begun.send([photo('1'), photo('2')]).ask).toMatchObject({ slot: 'email' });
    expect(begun.values['photo']).toBe('花瓶 1.jpg, 花瓶 2.jpg');
    expect(begun.say('a@b.example').text).toContain('• Photo: 花瓶 1.jpg, 花瓶 2.jpg');
    const details = begun.say('send').ticket?.details;
    expect(details?.find(({ slot }) => slot === 'photo')).toMatchObject({
      value: '花瓶 1.jpg, 花瓶 2.jpg',
      files: [photo('1'), photo('2')],
    });
  });

  it('takes it from the message that begins it, and from any on the way', () => {
    const begun = talk()
      .begin('damage')
      .send([photo('1')]);
    expect(begun.text).toContain("I've noted:\n• Photo: 花瓶 1.jpg");
    expect(begun.ask?.slot).toBe('order');
    const together = talk()
      .begin('damage')
      .send([photo('1')], 'it is TL-1042');
    expect(together.values).toEqual({ order: 'TL-1042', photo: '花瓶 1.jpg' });
  });

  it('goes on without it when it is skipped, in any words', () => {
    for (const words of ['skip', 'no photo', "I don't have one"]) {
      const skipped = asked().say(words);
      expect(skipped.ask?.slot).toBe('email');
      expect(skipped.values['photo']).toBeUndefined();
    }
    const chinese = asked();
    chinese.locale = 'zh';
    expect(chinese.say('没有照片').ask?.slot).toBe('email');
  });

  it('says how to send one to whoever only writes, and keeps nobody', () => {
    const told = asked().say('it is all in pieces');
    expect(told.text).toContain('paperclip');
    expect(told.buttons).toContain('Skip this');
    expect(told.say('in pieces').say('I told you').say('well').ask?.slot).toBe('email');
  });

  it('adds a picture that comes later to those before it', () => {
    const ready = asked()
      .send([photo('1')])
      .say('a@b.example');
    expect(ready.send([photo('2')]).text).toContain('花瓶 1.jpg, 花瓶 2.jpg');
    expect(ready.state?.slots['photo']?.files).toHaveLength(2);
  });

  it('takes pictures that are sent one by one, while it asks for something else already', () => {
    const one = asked().send([photo('1')]);
    expect(one.ask?.slot).toBe('email');
    const two = one.send([photo('2')]);
    expect(two.text).toContain('• Photo: 花瓶 1.jpg, 花瓶 2.jpg');
    expect(two.ask?.slot).toBe('email');
    expect(two.state?.bad).toBe(0);
    expect(two.send([photo('3')], 'a@b.example').values).toMatchObject({
      photo: '花瓶 1.jpg, 花瓶 2.jpg, 花瓶 3.jpg',
      email: 'a@b.example',
    });
  });

  it('gives a picture to what still wants one, of two that do', () => {
    const both = sampleForm('both', [
      sampleSlot('front', { type: 'file', required: false }),
      sampleSlot('email', { type: 'email' }),
      sampleSlot('back', { type: 'file', required: false }),
    ]);
    const talked = new FormTalk([both])
      .begin('both')
      .send([photo('1')])
      .send([photo('2')]);
    expect(talked.values).toMatchObject({ front: '花瓶 1.jpg', back: '花瓶 2.jpg' });
  });

  it('takes a picture kindly that no detail asks for, and counts it as no bad answer', () => {
    const plain = sampleForm('plain', [sampleSlot('email', { type: 'email' })]);
    const talked = new FormTalk([plain]).begin('plain');
    for (const id of ['1', '2', '3', '4']) {
      expect(talked.send([photo(id)]).text).toContain('I have your file');
      expect(talked.ask?.slot).toBe('email');
    }
    expect(talked.say('a@b.example').send([photo('5')]).ask?.slot).toBe('confirm');
    talked.locale = 'zh';
    expect(talked.send([photo('6')]).text).toContain('文件已收到');
  });

  it('may have another one, by its name', () => {
    const changed = asked()
      .send([photo('1')])
      .say('a@b.example')
      .say('change the photo');
    expect(changed.ask?.slot).toBe('photo');
    expect(changed.send([photo('3')]).values['photo']).toBe('花瓶 3.jpg');
  });
});
