import { monthNamed } from './month-name.ts';

const YEAR_FIRST = /^(\d{4})[-/.年]\s?(\d{1,2})月?$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{4})$/;
const NAMED = /^([a-z]{3,9})\.?[\s,/-]+(\d{4})$/;

/**
 * A written month as `YYYY-MM`: "2026-05", "05/2026", "May 2026", "2026年5月", or a day in it ("31.05.2026"). Null where it is none.
 * @param moment reads a day, in the site's zone
 * @param monthOf the month of a moment in that zone
 */
export function parseMonth(
  text: string,
  moment: (text: string) => number | null,
  monthOf: (at: number) => string,
): string | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const yearFirst = YEAR_FIRST.exec(plain);
  if (yearFirst !== null) return month(Number(yearFirst[1]), Number(yearFirst[2]));
  const yearLast = YEAR_LAST.exec(plain);
  if (yearLast !== null) return month(Number(yearLast[2]), Number(yearLast[1]));
  const named = NAMED.exec(plain);
  if (named !== null) return month(Number(named[2]), monthNamed(named[1] ?? ''));
  const at = moment(text);
  return at === null ? null : monthOf(at);
}

function month(year: number, number: number): string | null {
  if (year < 1970 || year > 2200 || number < 1 || number > 12) return null;
  return `${year}-${String(number).padStart(2, '0')}`;
}
