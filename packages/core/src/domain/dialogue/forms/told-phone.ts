import type { Entity } from '../../entity.ts';
import { PLAIN_SLOT } from './plain-slot.ts';
import type { Slot } from './form.ts';
import type { FormDraft } from './form-draft.ts';
import type { WordsEvent } from './form-event.ts';
import { readAnswer } from './read-slot.ts';

/** The telephone of somebody who gives no e-mail address: nobody asks for it, and it does as well. @param email name of the slot */
export function phoneInsteadOf(email: string): Slot {
  return {
    ...PLAIN_SLOT,
    name: 'phone',
    type: 'phone',
    required: false,
    insteadOf: email,
    label: { en: 'Phone', zh: '电话' },
    prompt: { en: 'On which telephone number can we reach you?', zh: '用哪个电话可以联系您？' },
    purpose: { en: 'to reach you', zh: '用于联系您' },
  };
}

/** As people write a telephone's number that no word says is one; an order's or a parcel's is written otherwise. */
const WRITTEN_AS_PHONE = /^[+(0]|^1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}$/;
const SAYS_PHONE =
  /\b(?:phone|mobile|cell|call|ring|text|sms|tel|whatsapp|reach)\b|电话|手机|打给|联系|電話|手機|聯繫/i;

/** Whether a number that nobody asked for is a telephone's beyond doubt. */
export function isSurelyPhone({ text }: Entity, words: string): boolean {
  return WRITTEN_AS_PHONE.test(text) || SAYS_PHONE.test(words);
}

/** "My number is 030 1234567": written without its country, it is one by what is said of it. */
const TOLD =
  /(?:\b(?:number|phone|mobile|cell|tel|call me|ring me|text me|whatsapp)\b|电话|手机|電話|手機|打给?|号码|號碼)\D{0,14}?([+(]?\d[\d\s()/.-]{5,20}\d)(?!\d)/iu;

/** Takes the telephone of somebody who was asked for an e-mail address. False when there is none in the words, or it would not do. */
export function takesPhoneInstead(draft: FormDraft, event: WordsEvent, asked: Slot): boolean {
  const slot = draft.form.slots.find(({ insteadOf }) => insteadOf === asked.name);
  if (slot === undefined) return false;
  const whole = readAnswer(slot, event);
  const words = 'trouble' in whole ? TOLD.exec(event.words)?.[1] : undefined;
  const reading = words === undefined ? whole : readAnswer(slot, { ...event, words });
  if ('trouble' in reading) return false;
  draft.fill(slot, reading.value);
  return true;
}
