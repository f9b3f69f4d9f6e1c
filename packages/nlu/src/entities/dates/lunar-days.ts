/** A day of the Chinese calendar. */
export interface LunarDay {
  /** 1 to 12; a leap month, which repeats one, is not meant. */
  month: number;
  day: number;
  /** So many days after it: New Year's Eve is the day before the first, in whatever month that lies. */
  later?: number;
}

const DAY_MS = 86_400_000;
/** The Chinese year begins between 21 January and 20 February of ours, and a month has 29 or 30 days. */
const EARLIEST_NEW_YEAR = 21;
/** How much later than reckoned from the earliest one a day may be: the beginnings differ so much, and a month may be repeated before it. */
const LATEST_DAYS = 31 + 34;

const CHINESE = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
/**
 * Two new moons of this century's first sixty years are minutes from midnight in Beijing (2027: 23:56, 2030: 00:07). ICU reckons less exactly than
 * the calendar that China publishes (GB/T 33661), and begins these years on the days named here. An engine that has them right is left alone.
 */
const WRONG_BY_A_DAY = [
  { begun: Date.UTC(2027, 1, 7, 12), days: -1 },
  { begun: Date.UTC(2030, 1, 2, 12), days: 1 },
];
const kept = new Map<string, Date>();

/**
 * Of last year, this one or the next: whichever is nearest. By the engine's calendar, and not by a table, which would end one day.
 * @returns noon of that day on the machine's own clock, whose date alone counts
 */
export function nearestLunarDay(lunar: LunarDay, now: Date): Date {
  const days = [-1, 0, 1].map((step) => dayInYear(lunar, now.getFullYear() + step));
  const apart = (day: Date) => Math.abs(day.getTime() - now.getTime());
  return days.reduce((best, other) => (apart(other) < apart(best) ? other : best));
}

function dayInYear({ month, day, later = 0 }: LunarDay, year: number): Date {
  const name = [year, month, day, later].join('/');
  const known = kept.get(name);
  if (known !== undefined) return known;
  const earliest = Date.UTC(year, 0, EARLIEST_NEW_YEAR, 12) + Math.floor((month - 1) * 29.5 + day - 2) * DAY_MS;
  let at = earliest;
  while (CHINESE.format(at) !== `${month}/${day}` && at < earliest + LATEST_DAYS * DAY_MS) at += DAY_MS;
  const first = WRONG_BY_A_DAY.find(({ begun }) => month === 1 && new Date(begun).getUTCFullYear() === year);
  const amiss = first !== undefined && CHINESE.format(first.begun) === '1/1' ? first.days : 0;
  const found = new Date(at + (later + amiss) * DAY_MS);
  const noon = new Date(found.getUTCFullYear(), found.getUTCMonth(), found.getUTCDate(), 12);
  kept.set(name, noon);
  return noon;
}
