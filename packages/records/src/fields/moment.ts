import { DateTime } from 'luxon';
import { monthNamed } from './month-name.ts';

/** How a date with slashes or dashes and the year last is meant. */
export type DateOrder = 'dmy' | 'mdy';

const TIME = String.raw`(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?${TIME}$`, 'i');
const DOTTED = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4})${TIME}$`, 'i');
const SLASHED = new RegExp(String.raw`^(\d{1,2})[/-](\d{1,2})[/-](\d{4})${TIME}$`, 'i');
/** With the month's English name: "5 Nov 2026", "05-Nov-2026", "November 5th, 2026"; what follows is the time of day. */
const NAMED_DAY_FIRST = /^(\d{1,2})[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})(?=$|[T\s])/i;
const NAMED_MONTH_FIRST = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?=$|[T\s])/i;
const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/**
 * Reads moments as files write them, in a time zone where they name none: ISO 8601, "2026-11-27 10:00:00 +0100", "27.11.2026",
 * "2026年11月27日", "27 Nov 2026", and "03/04/2026" only where the order is said, or only one can be meant. UTC milliseconds, null otherwise.
 */
export function momentReader(timeZone: string, order: DateOrder | null): (text: string) => number | null {
  /** Offset of a day in milliseconds, where all of the day has the same: a zone's rules are slow to ask. */
  const offsets = new Map<string, number | null>();

  const offsetOf = (year: number, month: number, day: number): number | null => {
    const key = `${year}-${month}-${day}`;
    const known = offsets.get(key);
    if (known !== undefined) return known;
    const start = DateTime.fromObject({ year, month, day }, { zone: timeZone });
    const offset = start.offset === start.endOf('day').offset ? start.offset * 60_000 : null;
    if (offsets.size > 5_000) offsets.clear();
    offsets.set(key, offset);
    return offset;
  };

  const read = (text: string): number | null => {
    const parts = partsOf(withoutName(text.normalize('NFKC').trim()), order);
    if (parts === null) return null;
    const { year, month, day, hour, minute, second, zone } = parts;
    const utc = Date.UTC(year, month - 1, day, hour, minute, second);
    const check = new Date(utc);
    if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59) {
      return null;
    }
    let at: number;
    if (zone !== null) at = utc - zoneOffset(zone);
    else {
      const offset = offsetOf(year, month, day);
      at =
        offset !== null
          ? utc - offset
          : DateTime.fromObject({ year, month, day, hour, minute, second }, { zone: timeZone }).toMillis();
    }
    return at >= EARLIEST && at < LATEST ? at : null;
  };

  /** The rows of one order say the same. */
  let last: { text: string; at: number | null } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, at: read(text) };
    return last.at;
  };
}

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  zone: string | null;
}

/** With the month as a number, the year first; what names no month stays as it is. */
function withoutName(text: string): string {
  const iso = (year: string, month: string, day: string) => `${year}-${monthNamed(month.toLowerCase())}-${day}`;
  return text
    .replace(NAMED_DAY_FIRST, (_all, day: string, month: string, year: string) => iso(year, month, day))
    .replace(NAMED_MONTH_FIRST, (_all, month: string, day: string, year: string) => iso(year, month, day));
}

function partsOf(text: string, order: DateOrder | null): Parts | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return parts(yearFirst, 1, 2, 3);
  const dotted = DOTTED.exec(text);
  if (dotted !== null) return parts(dotted, 3, 2, 1);
  const slashed = SLASHED.exec(text);
  if (slashed === null) return null;
  const [first, second] = [Number(slashed[1]), Number(slashed[2])];
  const meant = order ?? (first > 12 && second <= 12 ? 'dmy' : second > 12 && first <= 12 ? 'mdy' : null);
  if (meant === null) return first === second ? parts(slashed, 3, 2, 1) : null;
  return meant === 'dmy' ? parts(slashed, 3, 2, 1) : parts(slashed, 3, 1, 2);
}

function parts(match: RegExpExecArray, year: number, month: number, day: number): Parts {
  const number = (place: number) => Number(match[place] ?? 0);
  return {
    year: number(year),
    month: number(month),
    day: number(day),
    hour: number(4),
    minute: number(5),
    second: number(6),
    zone: match[7] ?? null,
  };
}

function zoneOffset(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000;
}
