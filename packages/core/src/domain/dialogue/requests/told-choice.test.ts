import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import type { InputChange } from '../../../testing/reply-input.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import { decideReply } from '../decide-reply.ts';
import { formBook } from '../forms/form-book.ts';
import { withoutPlea } from '../../words/plea.ts';

const choice = (name: string, ...words: string[]) =>
  sampleSlot(name, {
    type: 'choice',
    choices: [
      { value: name, label: { en: name, zh: name }, words: { en: words, zh: name === 'problem' ? ['碎了'] : [] } },
    ],
  });
const ORDER = sampleSlot('order', { type: 'order' });
const DAMAGE = sampleForm('damage', [ORDER, choice('problem', 'broken', 'in pieces')]);
const RETURN = sampleForm('return', [ORDER, choice('reason', 'broken', 'too small')]);
const STATUS = sampleForm('status', [ORDER], { atOnce: true });

const reply = (text: string, change: InputChange = {}) =>
  decideReply(
    replyInput({
      text,
      formBook: formBook([DAMAGE, RETURN, STATUS]),
      forms: () => ({
        known: () => undefined,
        offered: () => [],
        verified: false,
        timeZone: 'UTC',
        find: (words) => {
          const start = words.indexOf('TL-20002');
          return start < 0 ? [] : [{ kind: 'order', value: 'TL-20002', text: 'TL-20002', start, end: start + 8 }];
        },
      }),
      ...change,
    }),
  );
const sureOf = (intent: string) => ({ understand: () => [{ intent, confidence: 0.99 }] });

describe('what is wrong, said of a thing that no FAQ knows', () => {
  it('asks about the forms that have it to choose from', () => {
    const { text, quickReplies } = reply('the mug is broken');
    expect(text).toMatch(/^I want to be sure/);
    expect(quickReplies.map(({ intent }) => intent)).toEqual([
      'solodesk.form.begin.damage',
      'solodesk.form.begin.return',
      'solodesk.none-of-these',
    ]);
    expect(reply('the mug is broken, is that normal?').reason.kind).toBe('unsure');
    expect(reply('the mug is blue').reason.kind).toBe('unsure');
  });

  it('with an order begins the one form that fits, though the model thinks of where that order is', () => {
    const told = reply('my cup is in pieces, order TL-20002', sureOf('status.start'));
    expect(told.form).toMatchObject({ form: 'damage', slots: { order: { value: 'TL-20002' } } });
    expect(reply('where is order TL-20002, in pieces?', sureOf('status.start')).form?.form).toBe('status');
    // Two that fit as well as each other leave it to the model.
    expect(reply('it is broken, order TL-20002', sureOf('status.start')).form?.form).toBe('status');
  });
});

describe('what is wrong and what is wanted', () => {
  const CLAIM = sampleForm('claim', [ORDER, choice('problem', 'torn'), choice('wish', 'refund')]);
  const formOf = (text: string, intent = 'returns.period') =>
    reply(text, { formBook: formBook([CLAIM, RETURN, STATUS]), ...sureOf(intent) }).form?.form;

  it('begins the form that asks for both, though an FAQ knows about what is wanted', () => {
    expect(formOf('my shirt arrived torn, I want a refund')).toBe('claim');
  });

  it('stays with the FAQ when one of them alone is told, it is asked about, or done already', () => {
    expect(formOf('I want a refund')).toBeUndefined();
    expect(formOf('it arrived torn, when do I get a refund?')).toBeUndefined();
    expect(formOf('it was torn and I sent it back last week, I want the refund')).toBeUndefined();
  });

  it('stays with another form that is surely meant', () => {
    expect(formOf('my shirt arrived torn, I want a refund', 'status.start')).toBe('status');
  });
});

describe('a plea for help behind what is wrong', () => {
  it.each([
    'the mug is broken, what now?',
    'my mug is broken, what shall I do',
    'the mug is broken! can you help me?',
    'the mug is broken. help!',
    'help, the mug is broken',
    'can you help me? my mug is broken',
  ])('is no question of its own: %s', (text) => {
    expect(reply(text).quickReplies.map(({ intent }) => intent)).toContain('solodesk.form.begin.damage');
  });

  it.each(['怎么办', '怎麼辦呢？', '求助', '该怎么处理', '能帮帮我吗', '救命！'])('in Chinese neither: %s', (plea) => {
    for (const text of [`杯子碎了，${plea}`, `杯子碎了${plea}`]) {
      expect(withoutPlea(text)).toBe('杯子碎了');
      expect(reply(text, { locale: 'zh' }).quickReplies[0]?.intent).toBe('solodesk.form.begin.damage');
    }
  });

  it('begins the form of the FAQ that is sure', () => {
    expect(reply('oh great, another broken mug', sureOf('damage.start')).form?.form).toBe('damage');
    expect(reply('杯子碎了，怎么办', { ...sureOf('damage.start'), locale: 'zh' }).form?.form).toBe('damage');
    expect(reply('what if it arrives broken, what then?', sureOf('damage.start')).form ?? null).toBeNull();
  });

  it('is all that was said, or belongs to a question, and stands', () => {
    for (const words of [
      'what now?',
      'help',
      '怎么办',
      '如果杯子碎了怎么办',
      'can you help me with a return',
      'this does not help',
    ]) {
      expect(withoutPlea(words)).toBe(words);
    }
  });
});
