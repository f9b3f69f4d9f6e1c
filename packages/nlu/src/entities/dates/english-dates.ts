import { en } from 'chrono-node';
import type { Chrono, ParsedComponents } from 'chrono-node';
import { DateTime } from 'luxon';
import { ENGLISH_PARSERS, plainDays } from './english-parsers.ts';
import type { FoundMoment } from './found-moment.ts';
import { nearestYear } from './nearest-year.ts';
import { lastDayOfMonth, toldAsPast } from './told-past.ts';

/** Where 3/12 is the twelfth of March. */
const MONTH_FIRST: ReadonlySet<string> = new Set(['US', 'PH', 'PR', 'GU']);
const NOON = { hour: 12, minute: 0, second: 0, millisecond: 0 };
/** Opening hours of most of the world: "at 5" is the afternoon's. */
const EARLIEST_HOUR = 7;

/** Words that are dates only where more than they alone says so: "the sun shirt", "it may", "24h delivery". */
const AMBIGUOUS = /^(?:sun|sat|wed|mar|march|may|second|\d+[hw])$/i;
/** A part of no day in particular: "the evening class", "in the morning". */
const OF_ANY_DAY = /^(?:(?:in|at|during) )?(?:the )?(?:morning|afternoon|evening|night)$/i;
/** Who names neither an hour nor one of these means the day: noon stands for it. */
const PART_OF_DAY = /morning|noon|afternoon|evening|night|midnight/i;

/** Where chrono begins a morning, and where those who have appointments do. */
const CHRONOS_MORNING = 6;
const MORNING = 9;

/** chrono's own, and before them what it does not know: of two that are as long the first one counts. */
function withOurs(chrono: Chrono): Chrono {
  const ours = chrono.clone();
  ours.parsers.unshift(...ENGLISH_PARSERS);
  return ours;
}

const AMERICAN = withOurs(en.casual);
const BRITISH = withOurs(en.GB);

/** @param now of the visitor, in their zone */
export function findEnglishDates(text: string, now: DateTime, country: string | null): FoundMoment[] {
  const monthFirst = country === null ? /^(?:America|US)\//.test(now.zoneName ?? '') : MONTH_FIRST.has(country);
  const chrono = monthFirst ? AMERICAN : BRITISH;
  const reference = { instant: now.toJSDate(), timezone: now.offset };
  return chrono
    .parse(plainDays(text), reference, { forwardDate: true })
    .flatMap(({ index, text: matched, start, end }) => {
      const found = matched.replace(/[\s,]+$/, '');
      const moment = hourOf(start, found, momentOf(start, now));
      if (!moment.isValid || AMBIGUOUS.test(found) || OF_ANY_DAY.test(found.trim())) return [];
      const until = end && endOf(momentOf(end, now), moment);
      const last = index + found.length;
      const told =
        toldAsPast(text, index, last) && !/\b(?:next|coming)\b/i.test(found) ? pastOf(start, moment, now) : moment;
      const back = moment.toMillis() - told.toMillis();
      return [
        {
          ...{ start: index, end: last, moment: told },
          timeIsCertain: start.isCertain('hour'),
          ...(until?.isValid && { until: back === 0 ? until : until.minus({ days: Math.round(back / DAY_MS) }) }),
        },
      ];
    });
}

const DAY_MS = 86_400_000;

/** The last day of such a name, where chrono gives the next: it looks ahead. What names a year, or is counted from today, is what it is. */
function pastOf(components: ParsedComponents, moment: DateTime, now: DateTime): DateTime {
  if (components.isCertain('year') || moment.startOf('day') < now.startOf('day')) return moment;
  if (components.isCertain('month')) return moment > now ? moment.minus({ years: 1 }) : moment;
  if (components.isCertain('day')) return moment > now ? lastDayOfMonth(moment, now) : moment;
  if (!components.isCertain('weekday')) return moment;
  // Who means today says so.
  const weekBefore = moment.minus({ weeks: 1 });
  return weekBefore.hasSame(now, 'day') ? weekBefore.minus({ weeks: 1 }) : weekBefore;
}

function hourOf(components: ParsedComponents, found: string, moment: DateTime): DateTime {
  if (components.isCertain('hour')) return moment;
  if (!PART_OF_DAY.test(found)) return moment.set(NOON);
  return moment.hour === CHRONOS_MORNING ? moment.set({ hour: MORNING }) : moment;
}

/** chrono takes "9 to 5" for the five of the next morning before it is known to be the afternoon's. */
function endOf(end: DateTime, start: DateTime): DateTime {
  const dayBefore = end.minus({ days: 1 });
  return dayBefore > start && dayBefore.hasSame(start, 'day') ? dayBefore : end;
}

function momentOf(components: ParsedComponents, now: DateTime): DateTime {
  const zone = now.zoneName ?? 'utc';
  // "In two hours" counts on the clock of the world, and chrono says so by naming an offset; "tomorrow at ten" is on the one
  // on the wall, whose offset may be another.
  if (components.isCertain('timezoneOffset')) return DateTime.fromJSDate(components.date(), { zone });
  const of = (part: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second') => components.get(part) ?? 0;
  const hour = of('hour');
  const afternoon =
    components.isCertain('hour') && !components.isCertain('meridiem') && hour > 0 && hour < EARLIEST_HOUR;
  const moment = DateTime.fromObject(
    {
      year: of('year'),
      month: of('month'),
      day: of('day'),
      hour: afternoon ? hour + 12 : hour,
      minute: of('minute'),
      second: of('second'),
    },
    { zone },
  );
  const yearIsOpen = components.isCertain('month') && components.isCertain('day') && !components.isCertain('year');
  return yearIsOpen && !components.isCertain('weekday') ? nearestYear(moment, now) : moment;
}
