import type { Attachment } from '../../attachment/attachment.ts';
import type { Entity } from '../../entity.ts';
import { daysAfter } from './calendar-day.ts';
import type { Slot, SlotType } from './form.ts';
import { looksLikeQuestion } from '../../words/asks.ts';
import { plainWords } from '../../words/plain-words.ts';
import { spokenDigits } from '../../words/spoken-digits.ts';
import { looseOrder, orderByItsName } from './order-in-words.ts';
import { birthInPassing, readBirth } from './read-birth.ts';
import { readSlotChoice } from './read-slot-choice.ts';
import { BARE_YES, nameSaid, readSlotText } from './read-slot-text.ts';
import { NOT_THE_FORM, said } from './slot-reading.ts';
import type { Answer, SlotReading } from './slot-reading.ts';
import { readSpelledEmail } from './spelled-email.ts';

/** UTF-16 units of what stands for an article that is in no catalogue. */
const LONGEST_PRODUCT = 120;

/** The answer to the question for a slot. */
export function readAnswer(slot: Slot, answer: Answer): SlotReading {
  switch (slot.type) {
    case 'choice':
      return readSlotChoice(slot, answer.words, true);
    case 'text':
      return readSlotText(slot, answer);
    case 'file':
      return filesSent(answer) ?? NOT_THE_FORM;
    default:
      if (slot.isBirth) return readBirth(slot, answer);
      return readNamed(slot, answer) ?? readLoosely(slot, answer.words);
  }
}

/** What a sentence that was no answer to this slot tells about it all the same. Null: nothing. */
export function readInPassing(slot: Slot, answer: Answer): SlotReading | null {
  if (slot.type === 'text') return slot.isName ? nameSaid(answer.words) : null;
  if (slot.type === 'file') return filesSent(answer);
  if (slot.type === 'choice') {
    const reading = readSlotChoice(slot, answer.words, false);
    return 'value' in reading ? reading : null;
  }
  if (slot.isBirth) return birthInPassing(slot, answer);
  return readNamed(slot, answer) ?? (slot.type === 'order' ? orderSaid(answer.words) : null);
}

function filesSent({ files }: Answer): SlotReading | null {
  if (files === undefined || files.length === 0) return null;
  return { value: { value: namesOf(files), files, from: 'said' }, used: null };
}

/** The value of a slot that takes files, as people read it. */
export function namesOf(files: readonly Attachment[]): string {
  return files.map(({ name }) => name).join(', ');
}

/** As the entity finder found it. */
function readNamed(slot: Slot, { found, today }: Answer): SlotReading | null {
  const used = found.find(({ kind }) => kind === slot.type);
  if (used === undefined) return null;
  if (used.kind === 'date') return readDate(slot, used, today);
  const shown = used.kind === 'product' ? { shown: used.name } : {};
  return { value: { value: used.value, ...shown, from: 'said' }, used };
}

function readDate(slot: Slot, used: Extract<Entity, { kind: 'date' }>, today: string): SlotReading {
  const day = used.value.slice(0, 10);
  if (slot.days !== null && day < daysAfter(today, slot.days.from)) return { trouble: 'early' };
  if (slot.days !== null && day > daysAfter(today, slot.days.to)) return { trouble: 'late' };
  if (slot.withTime && !used.timeIsCertain) return { trouble: 'time' };
  if (slot.withTime) return { value: { value: used.value, from: 'said' }, used };
  const clock = used.value.slice(11, 16);
  // Noon is what a day alone has.
  const near = clock !== '' && (used.timeIsCertain || clock !== '12:00') ? { near: clock } : {};
  return { value: { value: day, ...near, from: 'said' }, used };
}

/** "Just send me a new one!" and "no wait, my mail is a@b.example" name no article. */
const NO_ARTICLE =
  /[@＠]|^(?:no|wait|sorry|oops)\b|^算了|投诉|人工|客服|\bcomplain|不对|说错|给我|給我|赶紧|趕緊|赶快|快点|快點|马上|立刻|\b(?:give|send|get) (?:me|us)\b|\bi (?:want|need|demand) (?:my|it|a (?:refund|replacement|new one))\b|\b(?:hurry|asap)\b/i;
/** What the finder does not know, but a person means when asked for just this. Null: it is none. */
const LOOSELY: Partial<Record<SlotType, (plain: string) => string | null>> = {
  order: looseOrder,
  email: readSpelledEmail,
  phone: (plain) => /^[+(]?\d[\d\s()/.-]{5,22}\d$/.exec(plain)?.[0].replace(/[^\d+]/g, '') ?? null,
  amount: (plain) => /^\d{1,9}(?:[.,]\d{1,2})?$/.exec(plain)?.[0].replace(',', '.') ?? null,
  product(plain) {
    const isNone =
      plain.length > LONGEST_PRODUCT ||
      BARE_YES.test(plainWords(plain)) ||
      NO_ARTICLE.test(plain) ||
      looksLikeQuestion(plain) ||
      !/[\p{L}\p{N}]{2}|\p{Script=Han}/u.test(plain);
    return isNone ? null : plain;
  },
};

function readLoosely({ type }: Slot, words: string): SlotReading {
  const told = type === 'order' || type === 'phone' ? spokenDigits(words) : words;
  const value = LOOSELY[type]?.(told.trim()) ?? null;
  return value === null ? NOT_THE_FORM : said(value);
}

function orderSaid(words: string): SlotReading | null {
  const number = orderByItsName(words);
  return number === null ? null : said(number);
}
