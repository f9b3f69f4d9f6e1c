import { describe, expect, it } from '@jest/globals';
import { FormTalk } from '../../../testing/form-talk.ts';
import { RETURN_FORM, VISIT_FORM, sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';

const FULL = 'TL-1042 arrived broken, write to a@b.example';
const talk = () => new FormTalk([RETURN_FORM, VISIT_FORM]);
/** At the summary, with everything told. */
const ready = () => talk().begin('return', FULL).say('skip');

describe('a form', () => {
  it('takes several details from the sentence that started it, says so, and asks for the rest only', () => {
    const begun = talk().begin('return', FULL);
    expect(begun.values).toEqual({ order: 'TL-1042', reason: 'broken', email: 'a@b.example' });
    expect(begun.text).toBe(
      "I've noted:\n• Order number: TL-1042\n• Reason: It is broken\n• E-mail: a@b.example\n\nWhich day?",
    );
    expect(begun.ask).toEqual({
      slot: 'day',
      type: 'date',
      purpose: 'to know the day',
      min: '2026-12-02',
      max: '2026-12-31',
    });
  });

  it('understands an order number by its name, whatever it looks like, in both languages', () => {
    expect(talk().begin('return', 'order 1042 arrived broken').values).toEqual({ order: '1042', reason: 'broken' });
    expect(talk().begin('return', '我的订单号是1042，收到就碎了').values).toEqual({ order: '1042', reason: 'broken' });
  });

  it('takes no denied or doubtful choice from a sentence', () => {
    expect(talk().begin('return', 'it is not broken').values).toEqual({});
    expect(talk().begin('return', 'broken or too small?').values).toEqual({});
    expect(talk().begin('return', '没有破损').values).toEqual({});
    expect(talk().begin('return', 'heartbroken').values).toEqual({});
  });

  it('never asks for what is known, and shows it before it sends', () => {
    const begun = talk().begin('return', 'TL-1042 is broken', { email: { value: 'known@b.example', from: 'known' } });
    expect(begun.say('skip').text).toContain('• E-mail: known@b.example');
  });

  it('believes what is said over what is known', () => {
    const known = { email: { value: 'old@b.example', from: 'known' as const } };
    expect(talk().begin('return', 'write to new@b.example', known).values['email']).toBe('new@b.example');
  });

  it('shows everything and sends only when told so', () => {
    const asked = ready();
    expect(asked.text).toBe(
      'The return – this is what I would send:\n• Order number: TL-1042\n• Reason: It is broken\n• E-mail: a@b.example\nShall I send it?',
    );
    expect(asked.buttons).toEqual(['Send', 'Change something', 'Cancel']);
    expect(asked.ask?.type).toBe('confirm');
    expect(asked.say('yes please').kinds).toEqual(['ticket', 'say', 'end']);
    expect(asked.state).toBeNull();
    expect(asked.ticket).toEqual({
      category: 'return',
      form: 'return',
      subject: 'Return of TL-1042',
      details: [
        { slot: 'order', label: 'Order number', value: 'TL-1042', sensitive: false },
        { slot: 'reason', label: 'Reason', value: 'It is broken', sensitive: false },
        { slot: 'email', label: 'E-mail', value: 'a@b.example', sensitive: false },
      ],
      contact: { email: 'a@b.example' },
      missing: [],
      order: 'TL-1042',
      locale: 'en',
    });
  });

  it.each(['send', 'Yes!', 'looks good', 'ok send it', '发送', '好的', '好的，发送', '确认', '没问题。'])(
    'is sent by "%s"',
    (yes) => {
      expect(ready().say(yes).ticket).toBeDefined();
    },
  );

  it.each(['no', 'not yet', 'hm', 'wait', '不', '先别发', 'maybe tomorrow'])('is not sent by "%s"', (other) => {
    const asked = ready().say(other);
    expect(asked.ticket).toBeUndefined();
    expect(asked.state).not.toBeNull();
  });

  it.each([
    'cancel',
    'Cancel it please',
    'never mind',
    'never mind found it',
    "Nevermind, it's arrived now!",
    'stop',
    '取消',
    '算了吧',
    '我不想弄了',
    '不要了',
    '算了，找到了',
    '没事了',
  ])('is cancelled by "%s" wherever it is', (words) => {
    for (const stage of [talk().begin('return'), talk().begin('visit'), ready()]) {
      const left = stage.say(words);
      expect(left.state).toBeNull();
      expect(left.effects.at(-1)).toMatchObject({ type: 'end', how: 'cancelled' });
      expect(left.ticket).toBeUndefined();
    }
  });

  it('is cancelled by its name, and by no other', () => {
    expect(talk().begin('return').say('cancel the return').state).toBeNull();
    expect(talk().begin('return').say('取消return 申请').state).toBeNull();
    expect(talk().begin('return').say('cancel my visit').state).not.toBeNull();
  });

  it('asks for what one of the choices makes necessary, and forgets it when another is chosen', () => {
    const other = talk().begin('return', 'TL-1042').say('something else');
    expect(other.ask?.slot).toBe('details');
    other.say('the colour is wrong');
    expect(other.values['details']).toBe('the colour is wrong');
    other.say('change the reason to broken');
    expect(other.values).toEqual({ order: 'TL-1042', reason: 'broken' });
  });

  it('says sorry to angry words in the place of an answer, and offers a person, before it explains', () => {
    const asked = talk().begin('return', 'TL-1042 is broken').say('skip');
    expect(asked.ask?.slot).toBe('email');
    for (const said of ['this is ridiculous', '你们什么态度']) {
      expect(asked.say(said).text).toContain("I'm sorry that this is so much trouble");
      expect(asked.buttons).toContain('Talk to a person');
      expect(asked.ask?.slot).toBe('email');
    }
    expect(asked.say('unbelievable').text).toContain("I can't read it");
    const choosing = talk().begin('return', 'TL-1042');
    const ways = choosing.buttons;
    expect(choosing.say('this is ridiculous').buttons).toEqual(expect.arrayContaining(ways));
    expect(asked.say('a@b.example, you idiots').values['email']).toBe('a@b.example');
  });

  it('leaves out at once what is optional, and tells what the rest is wanted for before it goes without', () => {
    const asked = talk().begin('return', 'TL-1042 is broken');
    expect(asked.say('skip').ask?.slot).toBe('email');
    expect(asked.say("I'd rather not say").text).toContain('to know the email');
    expect(asked.ask?.slot).toBe('email');
    expect(asked.say('跳过').text).toContain('Left out: E-mail');
    expect(asked.say('send').ticket).toMatchObject({ missing: ['email'], contact: {} });
  });

  it.each([
    'i dont have it',
    "I don't have it with me",
    'idk',
    'dunno',
    'no clue',
    'i cant find it',
    '我也不知道',
    '没有单号',
  ])('understands who does not know, as people write it in a hurry: "%s"', (words) => {
    const asked = talk().begin('return').say(words);
    expect(asked.buttons).toEqual(['Go on without it', 'Cancel']);
    expect(asked.state?.bad).toBe(0);
    expect(asked.say(words).state?.skipped).toEqual(['order']);
  });

  it('goes back, and asks anew', () => {
    const asked = talk().begin('return').say('TL-1042').say('broken');
    expect(asked.ask?.slot).toBe('day');
    expect(asked.say('back').ask?.slot).toBe('reason');
    expect(asked.say('上一步').ask?.slot).toBe('order');
    expect(asked.say('go back').text).toContain('This is the first question.');
    expect(asked.values).toEqual({});
  });

  it('starts again on request, with what was known before', () => {
    const asked = talk()
      .begin('return', FULL, { name: { value: 'x', from: 'known' } })
      .say('start again');
    expect(asked.values).toEqual({});
    expect(asked.ask?.slot).toBe('order');
    expect(
      talk()
        .begin('return', 'broken', { email: { value: 'a@b.example', from: 'known' } })
        .say('重新开始').values,
    ).toEqual({
      email: 'a@b.example',
    });
  });

  it('changes a detail by its name, with or without the new one', () => {
    expect(ready().say('change the e-mail to new@b.example').text).toMatch(
      /^Changed\. E-mail: new@b\.example\n\nThe return/,
    );
    expect(ready().say('改一下邮箱').ask?.slot).toBe('email');
    const asked = ready().say('the order number is wrong');
    expect(asked.ask?.slot).toBe('order');
    expect(asked.say('TL-2000').text).toContain('• Order number: TL-2000');
    expect(ready().say('no, it is TL-3000').values['order']).toBe('TL-3000');
  });

  it('offers the details to choose from when it is not said which', () => {
    const asked = ready().press('solodesk.form.change');
    expect(asked.buttons).toEqual(['Order number', 'Reason', 'Pick-up day', 'E-mail', 'Cancel']);
    expect(asked.press('solodesk.form.change.email').ask?.slot).toBe('email');
    expect(asked.say('x@b.example').text).toContain('• E-mail: x@b.example');
  });

  it('corrects an earlier detail in the middle', () => {
    const asked = talk().begin('return', 'TL-1042 is broken').say('skip');
    expect(asked.ask?.slot).toBe('email');
    asked.say('change the order to TL-9999');
    expect(asked.values['order']).toBe('TL-9999');
    expect(asked.text).toBe('Changed. Order number: TL-9999\n\nWhich email?');
  });

  it('corrects it as well behind a word of hesitation', () => {
    const asked = talk().begin('return', 'TL-1042 is broken').say('skip').say('hm no, TL-9999');
    expect(asked.values['order']).toBe('TL-9999');
    expect(asked.text).toContain('Changed. Order number: TL-9999');
  });

  it('shows what it has to who asks whether it has it', () => {
    for (const words of [
      'did you get all that?',
      'Thanks, have you noted everything',
      '刚才说的都记下了吗',
      '谢谢，都记下来了吗',
    ]) {
      const asked = talk().begin('return', 'TL-1042 is broken').say(words);
      expect(asked.text).toContain('• Order number: TL-1042');
    }
  });

  it('reads a choice by its button, its place, its words and a stale button', () => {
    for (const words of ['It is broken', '1', 'the first one', 'it was damaged', '第一个', '破损了']) {
      expect(talk().begin('return', 'TL-1042').say(words).values['reason']).toBe('broken');
    }
    const asked = talk().begin('return', 'TL-1042').press('solodesk.form.choose.reason.size');
    expect(asked.values['reason']).toBe('size');
    expect(asked.press('solodesk.form.choose.reason.broken').values['reason']).toBe('broken');
    expect(asked.press('solodesk.form.choose.reason.nonsense').values['reason']).toBe('broken');
  });

  it('tells the days that can be chosen', () => {
    const asked = talk().begin('return', 'TL-1042 is broken');
    expect(asked.say('2026-12-01').text).toContain('2 Dec 2026 at the earliest');
    expect(asked.say('2027-02-01').text).toContain('try once more');
    expect(asked.say('2026-12-31').values['day']).toBe('2026-12-31');
    const zh = talk();
    zh.locale = 'zh';
    expect(zh.begin('return', 'TL-1042 碎了').say('2027-02-01').text).toContain('最晚可以选2026年12月31日');
  });

  it('wants a time of day where one belongs to it', () => {
    const form = sampleForm('meeting', [sampleSlot('when', { type: 'date', withTime: true })]);
    const asked = new FormTalk([form]).begin('meeting');
    expect(asked.ask).toMatchObject({ time: true });
    expect(asked.say('2026-12-03').text).toContain('the day and the time together');
    expect(asked.say('2026-12-03T10:00').text).toContain('• when: 3 Dec 2026, 10:00');
  });

  it('explains after three answers that were none, offers a person, and goes on without it after the fourth', () => {
    const asked = talk().begin('return', 'TL-1042 is broken').say('skip');
    const texts = ['blue', 'a b', '42'].map((words) => asked.say(words).text);
    expect(new Set(texts).size).toBe(3);
    expect(texts[2]).toContain('I can get a person for you');
    expect(asked.buttons).toEqual(['Talk to a person', 'Go on without it', 'Cancel']);
    expect(asked.say('what').text).toContain('Left out: E-mail');
  });

  it('calls a person when nothing at the summary can be understood', () => {
    const asked = ready();
    asked.say('hm').say('hmm');
    expect(asked.say('hmmm').buttons).toContain('Talk to a person');
    expect(asked.say('hmmmm').kinds).toEqual(['handoff']);
    expect(asked.state).toMatchObject({ form: 'return', asking: 'confirm' });
  });

  it('answers a question asked in between, comes back, and says a prompt three times at most', () => {
    const asked = talk().begin('return', 'TL-1042 is broken').say('skip');
    const texts: string[] = [];
    for (let n = 0; n < 5; n++) {
      asked.say('what does it cost?', { kind: 'question' });
      expect(asked.kinds).toEqual(['aside', 'say']);
      expect(asked.ask?.slot).toBe('email');
      texts.push(asked.text);
    }
    expect(texts).toEqual(['Which email?', 'Which email?', '', '', '']);
    expect(asked.say('a@b.example').state?.asking).toBe('confirm');
  });

  it('chooses nothing by a question', () => {
    const asked = talk().begin('return', 'TL-1042').say('do you take back broken ones?', { kind: 'question' });
    expect(asked.kinds).toEqual(['aside', 'say']);
    expect(asked.values).toEqual({ order: 'TL-1042' });
    const unmarked = talk().begin('return', 'TL-1042').say('whats wrong with broken ones', { kind: 'question' });
    expect(unmarked.values).toEqual({ order: 'TL-1042' });
  });

  it('takes an answer and a question from one sentence', () => {
    const asked = talk().begin('return').say('TL-1042. how long does it take?', { kind: 'question' });
    expect(asked.kinds).toEqual(['aside', 'say']);
    expect(asked.ask?.slot).toBe('reason');
  });

  it('takes words for an open question for its answer, unless they ask something or are small talk', () => {
    const open = () => talk().begin('visit');
    expect(open().say('my tooth hurts', { kind: 'question' }).values['complaint']).toBe('my tooth hurts');
    expect(open().say('what does a visit cost?', { kind: 'question' }).kinds).toEqual(['aside', 'say']);
    expect(open().say('thank you', { kind: 'talk' }).values).toEqual({});
    expect(open().say('谢谢', { kind: 'talk' }).kinds).toEqual(['aside', 'say']);
  });

  it('notes a second request and begins it after the first, with what is known by then', () => {
    const asked = talk().begin('return', 'TL-1042 is broken').say('skip');
    expect(asked.say('I also want a visit', { kind: 'form', form: 'visit' }).text).toContain(
      'right after this: The visit',
    );
    expect(asked.say('I also want a visit', { kind: 'form', form: 'visit' }).text).not.toContain('right after this');
    const ended = asked.say('a@b.example').say('send').effects.at(-1);
    expect(ended).toMatchObject({ type: 'end', next: { form: 'visit', words: 'I also want a visit' }, later: [] });
    expect(ended).toMatchObject({ known: { email: { value: 'a@b.example', from: 'known' } } });
  });

  it('tells why it asks', () => {
    const asked = talk().begin('return', 'TL-1042 is broken').say('why do you need that?');
    expect(asked.text).toBe('I ask for "Pick-up day" to know the day.\n\nWhich day?');
    expect(talk().begin('return').say('为什么要这个').ask?.slot).toBe('order');
  });

  it('keeps sensitive details out of the subject, and marks them', () => {
    const form = { ...VISIT_FORM, subject: { en: 'Visit: {{complaint}} {{name}}' } };
    const asked = new FormTalk([form]).begin('visit').say('my knee hurts badly').say('Ann').say('skip').say('send');
    expect(asked.ticket).toMatchObject({
      subject: 'Visit: Ann',
      contact: { name: 'Ann' },
      details: [
        { slot: 'complaint', sensitive: true },
        { slot: 'name', sensitive: false },
      ],
    });
  });

  it('takes its first sentence for the answer to an open question only when it says enough', () => {
    expect(talk().begin('visit', 'I need a visit').values).toEqual({});
    expect(talk().begin('visit', 'I need a visit because my left knee hurts').values['complaint']).toBeDefined();
    expect(talk().begin('visit', 'I need a visit, my knee hurts').values['complaint']).toBeDefined();
    expect(talk().begin('visit', '我想看医生').values).toEqual({});
    expect(talk().begin('visit', '我想看医生，左边膝盖已经疼了三天').values['complaint']).toBeDefined();
  });

  it('ends in an action where its file says so', () => {
    const form = { ...VISIT_FORM, end: { kind: 'action' as const, action: 'book' } };
    const asked = new FormTalk([form]).begin('visit').say('knee hurts').say('Ann').say('skip').say('send');
    expect(asked.kinds).toEqual(['action', 'say']);
    // It stays open until the action has come to its end.
    expect(asked.state?.asking).toBe('action');
    expect(asked.effects[0]).toMatchObject({ name: 'book', slots: { name: { value: 'Ann' } } });
  });

  it('is nothing any more when its file is gone', () => {
    const asked = talk().begin('return');
    const orphan = new FormTalk([VISIT_FORM]);
    orphan.state = asked.state;
    expect(orphan.say('hello').state).toBeNull();
  });
});
