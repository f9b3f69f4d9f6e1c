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
export function readBirth(slot: Slot, { words, found, today }: Answer): SlotReading {
  const dates = found.filter((entity) => entity.kind === 'date');
  const used = dates.find(isWhole) ?? dates[0];
  if (used === undefined) {
    const [, year = '', month = '', day = ''] = EIGHT_DIGITS.exec(words) ?? [];
    const value = `${year}-${month}-${day}`;
    return isDay(value) ? (outside(slot, value, today) ?? said(value)) : NOT_THE_FORM;
  }
  if (!isWhole(used)) return { trouble: 'birth' };
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
