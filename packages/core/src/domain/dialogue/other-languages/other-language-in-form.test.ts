import { describe, expect, it } from '@jest/globals';
import { findPlainly } from '../../../testing/form-talk.ts';
import { replyInput } from '../../../testing/reply-input.ts';
import type { InputChange } from '../../../testing/reply-input.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import { BUILT_IN } from '../../faq.ts';
import { decideReply } from '../decide-reply.ts';
import { formBook } from '../forms/form-book.ts';
import type { FormState } from '../forms/form-state.ts';

const REPAIR = sampleForm('repair', [
  sampleSlot('what'),
  sampleSlot('order', { type: 'order' }),
  sampleSlot('name', { isName: true }),
  sampleSlot('item', { type: 'product' }),
  sampleSlot('email', { type: 'email' }),
]);
const input: InputChange = {
  languageOf: (text) => (/[\u3040-\u30ff]/.test(text) ? 'ja' : /^[\w\s.,!?']*\bthe\b/i.test(text) ? 'en' : 'es'),
  formBook: formBook([REPAIR]),
  forms: () => ({ known: () => undefined, offered: () => [], verified: false, timeZone: 'UTC', find: findPlainly }),
};
const ONLY = 'solo entiendo inglés y chino';
const said = (value: string) => ({ value, from: 'said' as const });

function asked(slot: string, slots: FormState['slots'] = {}, bad = 0): FormState {
  return { form: 'repair', slots, skipped: [], asking: slot, bad, prompts: { [slot]: 1 }, next: [], at: 1_000_000 };
}
const answerTo = (form: FormState, text: string, change: InputChange = {}) =>
  decideReply(replyInput({ ...input, form, text, ...change }));

describe('a language that the bot does not speak, while a form asks', () => {
  it('is told so in itself, with a person, and the form stays as it was with its question', () => {
    const form = asked('order', { what: said('The zip is stuck') });
    const reply = answerTo(form, '¿Cuándo llega mi paquete?');
    expect(reply.text).toContain(ONLY);
    expect(reply.text).toMatch(/persona\.\n\nSi prefiere seguir aquí:\n\nWhich order\?$/);
    expect(reply.quickReplies[0]).toEqual({ label: 'Hablar con una persona', intent: BUILT_IN.person });
    expect(reply.form).toMatchObject({ asking: 'order', slots: form.slots });
    expect(reply).toMatchObject({ handoff: null, reason: { kind: 'unsure', form: 'repair' } });
  });

  it('is told so, too, where what is told fits no question that was asked', () => {
    const reply = answerTo(asked('order'), 'No tengo el número conmigo');
    expect(reply.text).toContain(ONLY);
    expect(reply.form).toMatchObject({ asking: 'order', slots: {}, bad: 1 });
  });

  it.each([
    ['what', 'La cremallera no cierra'],
    ['what', 'シャツが破れていました'],
    ['name', 'María de los Ángeles'],
    ['item', 'el delantal de lino azul'],
  ])('is an answer to a question that takes any words: %s, %s', (slot, text) => {
    const reply = answerTo(asked(slot), text);
    expect(reply.form?.slots[slot]?.value).toBe(text);
    expect(reply.form?.asking).not.toBe(slot);
    expect(reply.text).not.toContain(ONLY);
  });

  it('is an answer with what the form asks for in it, whatever the words around', () => {
    expect(answerTo(asked('order'), 'mi pedido es el TL-1042').form?.slots['order']?.value).toBe('TL-1042');
    expect(answerTo(asked('email'), '¿puede escribir a ana@mail.example?').form?.slots['email']?.value).toBe(
      'ana@mail.example',
    );
  });

  it('is kept as what is told and answered as well, where a question may be what is to be told', () => {
    const reply = answerTo(asked('what'), '¿Por qué no cierra la cremallera?');
    expect(reply.form?.slots['what']?.value).toBe('¿Por qué no cierra la cremallera?');
    expect(reply.text).toContain(ONLY);
    expect(reply.text).toContain('Which order?');
  });

  it.each(['name', 'item'])('is no answer where it asks something and a %s is wanted', (slot) => {
    const reply = answerTo(asked(slot), 'donde esta mi pedido');
    expect(reply.form?.slots[slot]).toBeUndefined();
    expect(reply.text).toContain(ONLY);
    expect(reply.form?.asking).toBe(slot);
  });

  it('is told of Japanese before its characters are misread', () => {
    const misread = { understand: () => [{ intent: 'delivery.time', confidence: 0.99 }] };
    const reply = answerTo(asked('order'), '荷物はいつ届きますか', misread);
    expect(reply.text).toContain('英語と中国語しか');
    expect(reply.form?.asking).toBe('order');
  });

  it('goes on to what the ticket is about where an address is asked for, and is not lost', () => {
    const reply = answerTo(asked('email', { what: said('La cremallera no cierra') }), 'Además falta un botón');
    expect(reply.form?.slots['what']?.value).toBe('La cremallera no cierra\nAdemás falta un botón');
    expect(reply.text).toContain(ONLY);
  });

  it('hears of the other ways out the third time, and is passed to a person in the end', () => {
    const third = answerTo(asked('order', {}, 2), 'No tengo el número conmigo');
    expect(third.text).toContain(ONLY);
    expect(third.quickReplies.map(({ intent }) => intent)).toContain('solodesk.form.skip.order');
    expect(third.quickReplies.filter(({ intent }) => intent === BUILT_IN.person)).toHaveLength(1);
    expect(answerTo(asked('confirm', {}, 3), 'No entiendo nada de esto').handoff).toBe('unsure');
  });

  it.each(['ninguno', 'Mia Novak', 'María della Valle', 'Juan de la Cruz Ortega', 'lo siento'])(
    'is not guessed from a word or two, nor from names: %s',
    (text) => {
      expect(answerTo(asked('order'), text).text).not.toContain(ONLY);
    },
  );

  it('leads to the question that stands below, or to none where none is said', () => {
    expect(answerTo(asked('what'), '¿Por qué no cierra la cremallera?').text).toMatch(/seguir aquí:\n\nWhich order\?$/);
    const often = answerTo({ ...asked('order'), prompts: { order: 3 } }, '¿Cuándo llega mi paquete?');
    expect(often.text).toMatch(/con una persona\.$/);
    expect(answerTo(asked('confirm', {}, 3), 'No entiendo nada de esto').text).not.toContain('seguir');
  });

  it('leads to the choice of an action as well', () => {
    const run = { action: 'book', state: 'choosing', question: 'Which time?', offered: [], input: { do: 'start' } };
    const form = { ...asked('action'), run } as unknown as FormState;
    const reply = answerTo(form, '¿Cuándo llega mi paquete?');
    expect(reply.text).toMatch(/con una persona\.\n\nSi prefiere seguir aquí:\n\nWhich time\?$/);
  });

  it('is not looked for in an answer that fits', () => {
    const languageOf = () => {
      throw new Error('asked for nothing');
    };
    expect(answerTo(asked('order'), 'TL-1042', { languageOf }).form?.slots['order']?.value).toBe('TL-1042');
  });
});
