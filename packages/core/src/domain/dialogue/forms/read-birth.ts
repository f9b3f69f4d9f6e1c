import type { Entity } from '../../entity.ts';
import { daysAfter } from './calendar-day.ts';
import type { Slot } from './form.ts';
import { NOT_THE_FORM, said } from './slot-reading.ts';
import type { Answer, SlotReading } from './slot-reading.ts';

/** 19850512, as identity cards write it. */
const EIGHT_DIGITS = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/;
const SAYS_BIRTH = /\bborn\b|\bbirth|\bd\.?o\.?b\b|出生|生日|生于/i;
/** What stands before a date that puts another one right. */
const CORRECTING = /\b(?:no|wait|sorry|oops|actually|it'?s|it is|i meant?)\b|不对|不是|错了|应该|是/giu;

/** Whether words speak of a date of birth: else nobody looks for one in them. */
export function saysBirth(words: string): boolean {
  return SAYS_BIRTH.test(words);
}

/** The day somebody was born on, with its year: as it was found, else as eight digits. */
export function readBirth(slot: Slot, { words, found, today, half }: Answer): SlotReading {
  const dates = found.filter((entity) => entity.kind === 'date');
  const used = dates.find(isWhole) ?? dates[0];
  if (used === undefined) {
    const [, year = '', month = '', day = ''] = EIGHT_DIGITS.exec(words) ?? [];
    const value = `${year}-${month}-${day}`;
    const whole = isDay(value) ? value : joined(half, yearSaid(words, today));
    return isDay(whole) ? (outside(slot, whole, today) ?? said(whole)) : NOT_THE_FORM;
  }
  if (!isWhole(used)) {
    const day = joined(half, yearSaid(words, today)) || joined(dayOfYear(used), half);
    if (isDay(day)) return outside(slot, day, today) ?? { value: { value: day, from: 'said' }, used };
    return { trouble: dayOfYear(used) === '' ? 'birth' : 'year' };
  }
  const value = ofThePast(used, today);
  return outside(slot, value, today) ?? { value: { value, from: 'said' }, used };
}

/** The same of a sentence that answers something else: it says that it is one, or is one and nothing else. Null: it tells none. */
export function birthInPassing(slot: Slot, answer: Answer): SlotReading | null {
  const rest = answer.found.reduce((left, { text }) => left.replace(text, ' '), answer.words).replace(CORRECTING, ' ');
  if (!saysBirth(answer.words) && /[\p{L}\p{N}]/u.test(rest)) return null;
  const reading = readBirth(slot, answer);
  return 'value' in reading ? reading : null;
}

/**
 * What words tell of a date of birth that is not all of one: people say "12 May", and the year when they are asked for it.
 * @returns `--05-12`, or the year alone, or '' where they tell neither
 */
export function halfOfBirth({ words, found, today }: Answer): string {
  const used = found.find((entity) => entity.kind === 'date');
  return (used && dayOfYear(used)) || yearSaid(words, today);
}

/** `--05-12` and `1985` make a day, whichever was said first. */
function joined(day: string | undefined, year: string | undefined): string {
  return day?.startsWith('--') && /^\d{4}$/.test(year ?? '') ? `${year}${day.slice(1)}` : '';
}

const MONTH = /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|月|\d\s*[-./]\s*\d/i;

/** Of a date without its year; '' where day or month are not said. */
function dayOfYear({ text, value }: FoundDate): string {
  const [day = 0] = value.slice(8, 10).split('-').map(Number);
  const saysDay =
    (text.match(/\d+/g) ?? []).map(Number).includes(day) || /月[初末底]?[一二三四五六七八九十]/.test(text);
  return saysDay && MONTH.test(text) ? `-${value.slice(4, 10)}` : '';
}

const HAN_DIGITS = '零一二三四五六七八九';
/** "In 1985", "'85", 85年的, 一九八五年: a year and nothing else that counts. */
const YEAR =
  /^[^\d〇零一二三四五六七八九]{0,16}?['’]?((?:19|20)\d{2}|\d{2}|[〇零一二三四五六七八九]{4}|[〇零一二三四五六七八九]{2}(?=年))(?!\d)\s*年?(?:的|出生的?|生的?| (?:i think|sorry|then))?[.!。！]*$/iu;

function yearSaid(words: string, today: string): string {
  const said = YEAR.exec(words.trim())?.[1];
  if (said === undefined) return '';
  const digits = said
    .replace(/〇/g, '零')
    .replace(/[零一二三四五六七八九]/g, (digit) => String(HAN_DIGITS.indexOf(digit)));
  if (digits.length === 4) return digits;
  const century = Number(digits) > Number(today.slice(2, 4)) ? '19' : '20';
  return century + digits;
}

type FoundDate = Extract<Entity, { kind: 'date' }>;

/** Whether the text says the year and the day, neither of which a finder of dates needs: "12 May", "May 1985". */
function isWhole({ text, value }: FoundDate): boolean {
  const [year = 0, month = 0, day = 0] = value.slice(0, 10).split('-').map(Number);
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  const often = (number: number) => numbers.filter((one) => one === number).length;
  const isSaid = (short: number) => often(short) > [month, day].filter((one) => one === short).length;
  const saysYear = often(year) > 0 || isSaid(year % 100) || /[\d〇零一二三四五六七八九今去前]年(?!前)/.test(text);
  return saysYear && (often(day) > 0 || /月[初末底]?[一二三四五六七八九十]/.test(text));
}

/** Of two digits the finder makes the nearest year, which may be to come. */
function ofThePast({ text, value }: FoundDate, today: string): string {
  const day = value.slice(0, 10);
  const year = day.slice(0, 4);
  if (day <= today || text.includes(year)) return day;
  return `${Number(year) - 100}${day.slice(4)}`;
}

function outside({ days }: Slot, day: string, today: string): SlotReading | null {
  if (days !== null && day < daysAfter(today, days.from)) return { trouble: 'early' };
  if (day > daysAfter(today, days?.to ?? 0)) return { trouble: 'late' };
  return null;
}

function isDay(value: string): boolean {
  const at = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}
