import { describe, expect, it } from '@jest/globals';
import { findPlainly } from '../../../testing/form-talk.ts';
import { replyInput } from '../../../testing/reply-input.ts';
import type { InputChange } from '../../../testing/reply-input.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import { HOURS } from '../../../testing/short-talk.ts';
import type { BotReply } from '../../conversation/bot-commands.ts';
import { BUILT_IN } from '../../faq.ts';
import { decideReply } from '../decide-reply.ts';
import { formBook } from '../forms/form-book.ts';
import type { FormState } from '../forms/form-state.ts';

const REPAIR = sampleForm('repair', [
  sampleSlot('what'),
  sampleSlot('order', { type: 'order' }),
  sampleSlot('pin', { sensitive: true }),
]);
const QUESTION = 'are you there on saturdays?';
const input: InputChange = {
  book: { hash: 'x', locales: ['en', 'zh'], faqs: new Map([[HOURS.intent, HOURS]]) },
  understand: (text) => (text === QUESTION ? [{ intent: HOURS.intent, confidence: 0.6 }] : []),
  formBook: formBook([REPAIR]),
  forms: () => ({ known: () => undefined, offered: () => [], verified: false, timeZone: 'UTC', find: findPlainly }),
};
const zip = { what: { value: 'The zip is stuck', from: 'said' as const } };

function asked(slot: string, change: Partial<FormState> = {}): FormState {
  const state = { form: 'repair', slots: zip, skipped: [], asking: slot, bad: 0, prompts: {}, next: [], at: 1_000_000 };
  return { ...state, ...change };
}
const answerTo = (form: FormState, text: string, change: InputChange = {}) =>
  decideReply(replyInput({ ...input, form, text, ...change }));
const after = (reply: BotReply, text: string) =>
  answerTo(reply.form!, text, { context: reply.context ?? null, unsureStreak: reply.unsureStreak });
const intents = (reply: BotReply) => reply.quickReplies.map(({ intent }) => intent);

describe('a question in a form that the bot is fairly, not quite, sure of', () => {
  it('is asked back, with a person, and the form’s own question stands', () => {
    const reply = answerTo(asked('order'), QUESTION);
    expect(reply.text).toMatch(/^I want to be sure.*Which order\?$/su);
    expect(intents(reply).slice(0, 2)).toEqual([HOURS.intent, BUILT_IN.person]);
    expect(reply).toMatchObject({ form: { asking: 'order', bad: 1 }, reason: { kind: 'suggested', form: 'repair' } });
  });

  it.each(['yes', 'the first one', '是的'])(
    'is answered when "%s" says that it was meant, and the form goes on',
    (yes) => {
      const reply = after(answerTo(asked('order'), QUESTION), yes);
      expect(reply.text).toMatch(/^Nine to five\..*Which order\?$/su);
      expect(reply.form).toMatchObject({ asking: 'order', slots: zip });
    },
  );

  it('is dropped by what the form asks for', () => {
    expect(after(answerTo(asked('order'), QUESTION), 'TL-1042').form?.slots['order']?.value).toBe('TL-1042');
  });

  it('is asked back under a summary, where "yes" sends', () => {
    const summed = asked('confirm', { slots: { ...zip, order: { value: 'TL-1042', from: 'said' } }, skipped: ['pin'] });
    const reply = answerTo(summed, QUESTION);
    expect(intents(reply)[0]).toBe(HOURS.intent);
    expect(after(reply, 'yes').tickets).toHaveLength(1);
  });

  it('is what is told where anything may be told', () => {
    expect(answerTo(asked('what', { slots: {} }), QUESTION).form?.slots['what']?.value).toBe(QUESTION);
  });

  it('comes to the ways out when it is the third in a row', () => {
    const third = answerTo(asked('order', { bad: 2 }), QUESTION);
    expect(intents(third)).toEqual(expect.arrayContaining([HOURS.intent, 'solodesk.form.skip.order']));
    expect(intents(third).filter((intent) => intent === BUILT_IN.person)).toHaveLength(1);
  });
});

describe('a question in a form that the bot does not know', () => {
  const unknown = answerTo(asked('order'), 'can my parrot come along?');

  it('is the owner’s to see among the unanswered ones', () => {
    expect(unknown).toMatchObject({ reason: { kind: 'unsure', form: 'repair' }, form: { asking: 'order', bad: 1 } });
  });

  it('has a person offered, and "yes" calls one', () => {
    expect(intents(unknown)).toContain(BUILT_IN.person);
    expect(after(unknown, 'yes please').handoff).toBe('asked');
  });
});
