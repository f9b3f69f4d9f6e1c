import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import type { InputChange } from '../../../testing/reply-input.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import { decideReply } from '../decide-reply.ts';
import { NOTHING_YET } from '../dialogue-context.ts';
import { formBook } from '../forms/form-book.ts';

const ORDER = sampleSlot('order', { type: 'order' });
const CHANGE = sampleForm('change', [ORDER, sampleSlot('details', { fromOpening: true })]);
const RETURN = sampleForm('return', [ORDER]);
const STATUS = sampleForm('status', [ORDER], { atOnce: true });

/** What is said after an answer that offers this form. */
function after(form: string, words: string, text: string, change: InputChange = {}) {
  const input = replyInput({
    text,
    context: { ...NOTHING_YET, intents: [`${form}.start`], words },
    formBook: formBook([CHANGE, RETURN, STATUS]),
    forms: () => ({
      known: () => undefined,
      offered: () => [],
      verified: false,
      timeZone: 'UTC',
      find: (said) => {
        const start = said.indexOf('TL-20002');
        return start < 0 ? [] : [{ kind: 'order', value: 'TL-20002', text: 'TL-20002', start, end: start + 8 }];
      },
    }),
    ...change,
  });
  return decideReply({ ...input, context: { ...input.context!, at: input.now } });
}

describe('what an answer asked to be written', () => {
  it('goes into the form that it offers, with the words before it', () => {
    const { form, reason } = after('change', 'can I change TL-20002', 'new street is Bahnhofstr 5, Bern please');
    expect(reason.kind).toBe('form');
    expect(form).toMatchObject({
      form: 'change',
      slots: {
        order: { value: 'TL-20002' },
        details: { value: 'can I change TL-20002\nnew street is Bahnhofstr 5, Bern please' },
      },
    });
    expect(after('change', '可以改地址吗', '改成上海路5号').form?.form).toBe('change');
  });

  it('begins at a word of consent with something that is about the same', () => {
    const understand = () => [{ intent: 'return.start', confidence: 0.5 }];
    expect(after('return', 'how do I return it', 'yes sign it up please', { understand }).form?.form).toBe('return');
    expect(after('return', '怎么退', '好的帮我办一下', { understand, locale: 'zh' }).form?.form).toBe('return');
    expect(after('return', 'how do I return it', 'sign it up', { understand }).form ?? null).toBeNull();
    expect(after('return', 'how do I return it', 'yes it is green').form ?? null).toBeNull();
  });

  it('needs a detail of a form that takes no words as they are', () => {
    expect(after('return', 'how do I return it', 'it is the green one').form ?? null).toBeNull();
    expect(after('return', 'how do I return it', 'it is TL-20002, the green one').form?.form).toBe('return');
  });

  it.each([
    ['that’s not what I meant'],
    ['不是这个意思'],
    ['where is that street?'],
    ['hmm'],
    ['no, something else entirely'],
  ])('is not "%s"', (text) => {
    expect(after('change', 'can I change it', text).form ?? null).toBeNull();
  });

  it('is left to what the bot is sure of, to a request that is running, and to an answer that asked for nothing', () => {
    const words = 'new street is Bahnhofstr 5';
    const sure = { understand: () => [{ intent: 'return.start', confidence: 0.99 }] };
    expect(after('change', 'change it', words, sure).form?.form).not.toBe('change');
    expect(after('change', 'change it', words, { ticket: 'SHOP-T1' }).reason.kind).toBe('ticket');
    expect(after('other', 'other', words).form ?? null).toBeNull();
    expect(after('status', 'where is it', words).form ?? null).toBeNull();
  });

  it('goes to a person where nothing was found that was booked from here', () => {
    const CHANGES = sampleForm('move', [], { atOnce: true, changesBooking: true });
    const { form } = after('move', 'I need to cancel tomorrow', 'i booked by phone', { formBook: formBook([CHANGES]) });
    expect(form).toMatchObject({ form: 'contact' });
    expect(JSON.stringify(form?.slots)).toContain('i booked by phone');
  });
});
