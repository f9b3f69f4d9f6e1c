import { describe, expect, it } from '@jest/globals';
import { FormTalk } from '../../../testing/form-talk.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';

const FORM = sampleForm('visit', [sampleSlot('name', { isName: true }), sampleSlot('email', { type: 'email' })]);
const nameOf = (words: string) => new FormTalk([FORM]).begin('visit').say(words).values['name'];

describe('a name', () => {
  it.each(['her name or mine?', '写孩子名字还是我的', 'mine or his', '写谁的名字'])(
    'is none that is asked for: %s',
    (words) => {
      const slots = [sampleSlot('name', { isName: true })];
      const talk = new FormTalk([sampleForm('visit', slots)]).begin('visit').say(words);
      expect(talk.values).toEqual({});
    },
  );

  it.each([
    ['Bob Ray', 'no wait Bob Gray', 'Bob Gray'],
    ['王小明', '不对，王小敏', '王小敏'],
  ])('is put right where something else is asked already: %s, %s', (first, words, name) => {
    const talk = new FormTalk([FORM]).begin('visit').say(first);
    expect(talk.say(words).values).toEqual({ name });
    expect(talk.ask?.slot).toBe('email');
    expect(new FormTalk([FORM]).begin('visit').say(first).say('no wait Tomorrow').values).toEqual({ name: first });
    expect(new FormTalk([FORM]).begin('visit').say(first).say('不对，你们错').values).toEqual({ name: first });
  });

  it('is no question', () => {
    expect(nameOf('咋还没出来')).toBeUndefined();
  });

  it('has a letter, and is no address', () => {
    expect(nameOf('1985')).toBeUndefined();
    expect(nameOf('sue@mail,example')).toBeUndefined();
    expect(nameOf('#42!')).toBeUndefined();
  });

  it('told with an address answers no other question', () => {
    const slots = [sampleSlot('course'), sampleSlot('name', { isName: true })];
    const talk = () => new FormTalk([sampleForm('enrol', slots)]).begin('enrol');
    const told = talk().say('um my name is Ana Lopez and my email is ana at mail dot example');
    expect(told.values).toEqual({ name: 'Ana Lopez' });
    expect(told.ask?.slot).toBe('course');
    const words = 'my name is Ana Lopez and I would like to take watercolours';
    expect(talk().say(words).values['course']).toBe(words);
  });
});

describe('who is asked for a name', () => {
  it.each([
    ...['Sara', 'ana lopez', 'Jean de la Fontaine', 'María de los Ángeles', 'Will May', 'An Nguyen', 'Otto von Berg'],
    ...['王小明', '欧阳娜娜', '李要强', 'Theo Justin', 'Joan Nott'],
    ...[
      'He Wei',
      'My Nguyen',
      'Dawn Evening-Star',
      'June May',
      'Tom & Anna Reed',
      '阿不都热西提',
      '王女士',
      '周晚',
      '时明',
    ],
    ...['Mia Stone 3.4.1980', 'Mia Stone, 03/04/1980', 'Sun Li', 'Lily, 8 months'],
  ])('has given it: %s', (words) => {
    expect(nameOf(words)).toBe(words);
  });

  it('may say it in a sentence', () => {
    expect(nameOf("it's Ana Lopez")).toBe('Ana Lopez');
    expect(nameOf('my name is Ana Lopez')).toBe('Ana Lopez');
    expect(nameOf('name is Paul Kern')).toBe('Paul Kern');
    expect(nameOf('我叫王小明')).toBe('王小明');
  });

  it.each([
    ...['no not cancel, just move it', 'the first one', 'no email', 'no phone either', "I can't come", 'just move it'],
    ...[
      'he is 8 months',
      'ramipril 5mg',
      'morning if possible',
      'at 10',
      '38 years old',
      'my son',
      'she has a fever',
      'he also has a rash',
    ],
    ...['明天上午', '三岁半 38度', '我可能会迟到十分钟', '我打电话约的', '孩子发烧', '他才两岁', '周三下午吧'],
    ...['gracias', 'hello', 'tomorrow', 'this is the same', '我不能来', '这个不要', '谢谢'],
  ])('has not given it with words that are nobody: %s', (words) => {
    expect(nameOf(words)).toBeUndefined();
  });

  it('has told nothing of anything else either with a polite yes', () => {
    const item = new FormTalk([sampleForm('order', [sampleSlot('item')])]).begin('order');
    expect(item.say('yes please').values).toEqual({});
    expect(item.say('ok thank you').values).toEqual({});
    expect(item.say('a yes-no game please').values).toEqual({ item: 'a yes-no game please' });
  });
});
