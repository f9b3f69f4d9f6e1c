import type { Entity } from '../../entity.ts';
import type { Slot, SlotChoice } from './form.ts';
import type { SlotValue } from './form-state.ts';
import { plainWords } from './form-words.ts';
import { daysAfter } from './calendar-day.ts';

/** Why an answer is none. `form`: of another shape; `early`, `late`: outside of the days; `time`: a time of day is missing. */
export type SlotTrouble = 'form' | 'short' | 'long' | 'early' | 'late' | 'time';

export type SlotReading = { value: SlotValue; used: Entity | null } | { trouble: SlotTrouble };

/** What an answer is read from. */
export interface Answer {
  readonly words: string;
  readonly found: readonly Entity[];
  /** The visitor's day, `YYYY-MM-DD`. */
  readonly today: string;
}

/** UTF-16 units of what stands for an article that is in no catalogue. */
const LONGEST_PRODUCT = 120;
const NOT_THE_FORM: SlotReading = { trouble: 'form' };

/** The answer to the question for a slot. */
export function readAnswer(slot: Slot, answer: Answer): SlotReading {
  switch (slot.type) {
    case 'choice':
      return readChoice(slot, answer.words, true);
    case 'text':
      return readText(slot, answer);
    default:
      return readNamed(slot, answer) ?? readLoosely(slot, answer.words);
  }
}

/** What a sentence that was no answer to this slot tells about it all the same. Null: nothing. */
export function readInPassing(slot: Slot, answer: Answer): SlotReading | null {
  if (slot.type === 'text') return null;
  if (slot.type === 'choice') {
    const reading = readChoice(slot, answer.words, false);
    return 'value' in reading ? reading : null;
  }
  return readNamed(slot, answer) ?? (slot.type === 'order' ? orderByItsName(answer.words) : null);
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
  return { value: { value: slot.withTime ? used.value : day, from: 'said' }, used };
}

/** What the finder does not know, but a person means when asked for just this. */
function readLoosely({ type }: Slot, words: string): SlotReading {
  const plain = words.trim();
  if (type === 'order') {
    const number = /(?<![A-Za-z0-9])#?([A-Za-z]{0,6}[-_]?\d{3,14})(?![A-Za-z0-9@])/.exec(plain)?.[1];
    return number === undefined ? NOT_THE_FORM : said(number.toUpperCase());
  }
  if (type === 'phone') {
    const number = /^[+(]?\d[\d\s()/.-]{5,22}\d$/.exec(plain)?.[0];
    return number === undefined ? NOT_THE_FORM : said(number.replace(/[^\d+]/g, ''));
  }
  if (type === 'amount') {
    const number = /^\d{1,9}(?:[.,]\d{1,2})?$/.exec(plain)?.[0];
    return number === undefined ? NOT_THE_FORM : said(number.replace(',', '.'));
  }
  if (type === 'product') {
    return plain.length > LONGEST_PRODUCT || !/[\p{L}\p{N}]{2}|\p{Script=Han}/u.test(plain)
      ? NOT_THE_FORM
      : said(plain);
  }
  return NOT_THE_FORM;
}

/** "order 1042", 订单号是1042: a number that its name stands before is one, whatever the site's usually look like. */
function orderByItsName(words: string): SlotReading | null {
  const number =
    /(?:\border(?: (?:number|no\.?))?|订单号?(?:码|是|为)?)\s*[:：#是]?\s*([A-Za-z]{0,6}-?\d{3,14})(?![A-Za-z0-9@])/i.exec(
      words,
    )?.[1];
  return number === undefined ? null : said(number.toUpperCase());
}

function readText(slot: Slot, { words, found }: Answer): SlotReading {
  const text = words.trim();
  const length = [...text].length;
  if (slot.length !== null && length > slot.length.max) return { trouble: 'long' };
  // An address or a number alone answers another question than this.
  const rest = found.reduce((left, entity) => left.replace(entity.text, ' '), text);
  if (!/[\p{L}\p{N}]/u.test(rest)) return NOT_THE_FORM;
  if (slot.length !== null && length < slot.length.min) return { trouble: 'short' };
  return said(text);
}

const ORDINALS: readonly RegExp[] = [
  /^(?:1|(?:the )?first(?: one)?|第一个|一)$/,
  /^(?:2|(?:the )?second(?: one)?|第二个|二)$/,
  /^(?:3|(?:the )?third(?: one)?|第三个|三)$/,
  /^(?:4|(?:the )?fourth(?: one)?|第四个|四)$/,
  /^(?:5|第五个|五)$/,
  /^(?:6|第六个|六)$/,
  /^(?:7|第七个|七)$/,
  /^(?:8|第八个|八)$/,
];

/** @param asked whether the words answer the question: only then do "2" and "the first one" mean a choice */
function readChoice(slot: Slot, words: string, asked: boolean): SlotReading {
  const plain = plainWords(words);
  if (asked) {
    const exact = slot.choices.find((choice) => Object.values(choice.label).some((l) => plainWords(l) === plain));
    const byPlace = slot.choices[ORDINALS.findIndex((ordinal) => ordinal.test(plain))];
    const meant = exact ?? byPlace;
    if (meant !== undefined) return said(meant.value);
  }
  const meant = slot.choices.filter((choice) => means(choice, plain));
  // Two of them say nothing in passing; as an answer, neither.
  return meant.length === 1 && meant[0] !== undefined ? said(meant[0].value) : NOT_THE_FORM;
}

function means(choice: SlotChoice, plain: string): boolean {
  const words = [
    ...Object.values(choice.label).map((label) => label.toLowerCase()),
    ...Object.values(choice.words).flat(),
  ];
  return words.some((word) => stands(word, plain));
}

/** Whole words of Latin letters, anything of Chinese; and not what is denied. */
function stands(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text.slice(0, at), text.slice(at + word.length)];
    const whole = !/[a-z0-9]$/.test(before) || !/^[a-z0-9]/.test(word);
    const ends = !/^[a-z0-9]/.test(after) || !/[a-z0-9]$/.test(word);
    if (whole && ends && !/(?:\bnot|n't|\bno|[没不未沒]有?)\s*$/.test(before)) return true;
  }
  return false;
}

function said(value: string): { value: SlotValue; used: null } {
  return { value: { value, from: 'said' }, used: null };
}
