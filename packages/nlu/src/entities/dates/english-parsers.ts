import type { Parser, ParsingComponents, ParsingContext } from 'chrono-node';
import { hClock, hoursBetween, roughClock, spokenClock } from './english-clock.ts';
import { weekdayOf, WEEKDAYS } from './english-weekdays.ts';
import { FEASTS } from './feasts.ts';
import { nearestLunarDay } from './lunar-days.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b';
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/**
 * "On the 5th", "Friday the 13th": the next such day. Without a word before it that leads to a day, or before another word ("the 3rd time",
 * "on the 2nd floor"), it is none.
 */
const DAY_OF_MONTH = new RegExp(
  String.raw`(?:(?:(?:on|by|until|till|before|after|for|from|since)\s+|^\s*|(${WEEKDAYS.join('|')}|sun|mon|tues?|wed|thu(?:rs)?|fri|sat),?\s+)the\s+|(?:the\s+)?(?=\S+\s+(?:of\s+)?(?:this|next) month\b))(\d{1,2}(?:st|nd|rd|th)|${ORDINALS.join('|')})` +
    String.raw`(?=\s*(?:$|[.,;!?)]|\s(?:at|in|around|about|or|please|pls|if|would|is|works|then|until|till|to|morning|afternoon|evening|of (?:this|next) month|this month|next month|i|we|and|but)\b))(?:\s+(?:of\s+)?(this|next) month)?`,
  'i',
);

const dayOfMonth: Parser = {
  pattern: () => DAY_OF_MONTH,
  extract(context: ParsingContext, match: RegExpMatchArray): ParsingComponents | null {
    const said = match[2] ?? '';
    const day = /^\d/.test(said) ? parseInt(said, 10) : ORDINALS.indexOf(said.toLowerCase()) + 1;
    const weekday = weekdayOf(match[1]);
    const today = context.reference.getDateWithAdjustedTimezone();
    const first = match[3]?.toLowerCase() === 'next' ? 1 : 0;
    // Of two years one has each day of each weekday.
    for (let ahead = first; ahead < (match[3] === undefined ? first + 24 : first + 1); ahead += 1) {
      const date = new Date(today.getFullYear(), today.getMonth() + ahead, day, 12);
      const isPast = ahead === 0 && day < today.getDate();
      if (date.getDate() !== day || isPast || (weekday !== null && date.getDay() !== weekday)) continue;
      const components = context.createParsingComponents();
      components
        .assign('day', day)
        .imply('month', date.getMonth() + 1)
        .imply('year', date.getFullYear());
      return components.imply('hour', 12);
    }
    return null;
  },
};

const WEEKS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4, six: 6, fortnight: 2 };
const DAY = `${WEEKDAYS.join('|')}|sun|mon|tues?|wed|thu(?:rs)?|fri|sat|today|tomorrow`;
const AFTER_DAY = String.raw`(?=\s*(?:$|[^\sa-z\d])|\s+(?:on|in|at|around|about|between|before|after|or|and|but|please|pls|if|would|is|works|then|for|to|until|till|morning|afternoon|evening|noon|\d)\b)`;

/**
 * "Tuesday week", "a week on Tuesday", "a fortnight tomorrow": so many weeks after the next such day, as the British count. chrono sees the day
 * alone, a week too early. "Next week on Tuesday", "twice a week on Tuesday" and "the Tuesday week plan" are none.
 */
const WEEKS_ON = new RegExp(
  String.raw`\b(?<!\b(?:once|twice|times|days?|hours?|every|per|next|this|last|that|same)\s+)(?:on\s+)?(?:(?:(?:(an?|one|two|three|four|six|[1-8])\s+(weeks?|fortnight)|(?<!\b(?:a|one|two|three|four|six|\d)\s+)(week))\s+(?:(?:from|after|on|this|next|coming|the)\s+){0,3}(${DAY}))|(${DAY})\s+(week|fortnight))${AFTER_DAY}`,
  'i',
);

const weeksOn: Parser = {
  pattern: () => WEEKS_ON,
  extract(context: ParsingContext, match: RegExpMatchArray): ParsingComponents {
    const [, count = 'a', unit, bareWeek, dayAfter, dayBefore, unitAfter] = match.map((part) => part?.toLowerCase());
    const times = count.startsWith('a') ? 1 : (WEEKS[count] ?? Number(count));
    const fortnight = (unit ?? bareWeek ?? unitAfter)?.startsWith('fortnight') === true ? 2 : 1;
    const day = dayAfter ?? dayBefore ?? '';
    const today = context.reference.getDateWithAdjustedTimezone();
    const weekday = weekdayOf(day.startsWith('to') ? undefined : day);
    // Who says a weekday on that very day means the next one.
    const ahead = weekday === null ? (day === 'tomorrow' ? 1 : 0) : ((weekday - today.getDay() + 6) % 7) + 1;
    const later = today.getDate() + ahead + 7 * times * fortnight;
    return dayIn(context, new Date(today.getFullYear(), today.getMonth(), later, 12));
  },
};

/** "Next week on Tuesday", "Tuesday last week": the Tuesday of the week that begins with that Monday. chrono takes it for two days, or one to come. */
const DAY_OF_WEEK = new RegExp(
  String.raw`\b(?:(this|next|last) week,?\s+(?:on\s+)?(${DAY})|(?:on\s+)?(${WEEKDAYS.join('|')}),?\s+(?:of\s+)?(last) week)\b`,
  'i',
);

const dayOfWeek: Parser = {
  pattern: () => DAY_OF_WEEK,
  extract(context: ParsingContext, match: RegExpMatchArray): ParsingComponents | null {
    const weekday = weekdayOf(match[2] ?? match[3]);
    if (weekday === null || weekday < 0) return null;
    const today = context.reference.getDateWithAdjustedTimezone();
    const week = WEEK_STEPS[(match[1] ?? match[4] ?? '').toLowerCase()] ?? 0;
    const monday = today.getDate() - ((today.getDay() + 6) % 7) + 7 * week;
    return dayIn(context, new Date(today.getFullYear(), today.getMonth(), monday + ((weekday + 6) % 7), 12));
  },
};

const WEEK_STEPS: Readonly<Record<string, number>> = { last: -1, next: 1 };

/**
 * "Last Monday", "this past Friday": the nearest one before today. chrono, which looks ahead, takes it for the next one, with the comma behind it:
 * only what is as long wins.
 */
const LAST_DAY = new RegExp(
  String.raw`\b(?:on\s+)?(?:last|(?:this\s+)?past|previous)\s+(${WEEKDAYS.join('|')}|sun|mon|tues?|wed|thu(?:rs)?|fri|sat)\b(?!\s+week),?`,
  'i',
);

const lastDay: Parser = {
  pattern: () => LAST_DAY,
  extract(context: ParsingContext, match: RegExpMatchArray): ParsingComponents | null {
    const weekday = weekdayOf(match[1]);
    if (weekday === null || weekday < 0) return null;
    const today = context.reference.getDateWithAdjustedTimezone();
    const ago = ((today.getDay() - weekday + 6) % 7) + 1;
    return dayIn(context, new Date(today.getFullYear(), today.getMonth(), today.getDate() - ago, 12));
  },
};

/** "In a fortnight", "a fortnight ago", "the week after next". */
const FORTNIGHT =
  /\b(?:(?:the )?week after next|(?:in|within)\s+(?:a|one)\s+fortnight|(?:a|one)\s+fortnight\s+(ago|from now))\b/i;

const fortnight: Parser = {
  pattern: () => FORTNIGHT,
  extract(context: ParsingContext, match: RegExpMatchArray): ParsingComponents {
    const today = context.reference.getDateWithAdjustedTimezone();
    const days = match[1]?.toLowerCase() === 'ago' ? -14 : 14;
    return dayIn(context, new Date(today.getFullYear(), today.getMonth(), today.getDate() + days, 12));
  },
};

const FEAST = new RegExp(FEASTS.map(({ en }, number) => `(?<feast${number}>\\b(?:${en})(?!\\p{L}))`).join('|'), 'iu');

const feast: Parser = {
  pattern: () => FEAST,
  extract(context: ParsingContext, match: RegExpMatchArray): ParsingComponents | null {
    const named = FEASTS.find((_, number) => match.groups?.[`feast${number}`] !== undefined);
    if (named === undefined) return null;
    if ('lunar' in named)
      return dayIn(context, nearestLunarDay(named.lunar, context.reference.getDateWithAdjustedTimezone()));
    // Without a year: whoever reads the result takes the nearest.
    return context.createParsingComponents({ month: named.month, day: named.day }).imply('hour', 12);
  },
};

function dayIn(context: ParsingContext, date: Date): ParsingComponents {
  const components = context.createParsingComponents();
  components
    .assign('day', date.getDate())
    .assign('month', date.getMonth() + 1)
    .assign('year', date.getFullYear());
  return components.imply('hour', 12);
}

/** "Dec 18" is a day; chrono's British reading is December of 2018. "May 85" and "Dec 18, 2026" are not meant here. */
const MONTH_AND_DAY = new RegExp(
  String.raw`\b(${MONTH})\.?\s+(0?[1-9]|[12]\d|3[01])(?!\d|[-/.:]\d|\s*(?:[ap]\.?m\b|,?\s*(?:19|20)\d\d\b|st\b|nd\b|rd\b|th\b))`,
  'i',
);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthAndDay: Parser = {
  pattern: () => MONTH_AND_DAY,
  // Without a year: whoever reads the result takes the nearest.
  extract: (context: ParsingContext, [, month = '', day = '']: RegExpMatchArray) =>
    context
      .createParsingComponents({ month: MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1, day: Number(day) })
      .imply('hour', 12),
};

export const ENGLISH_PARSERS: readonly Parser[] = [
  dayOfMonth,
  monthAndDay,
  spokenClock,
  roughClock,
  weeksOn,
  dayOfWeek,
  lastDay,
  fortnight,
  feast,
  hoursBetween,
  hClock,
];

/** "12 May '85". */
const SHORT_YEAR = new RegExp(String.raw`(?<=\b${MONTH}\.?,? )['’](?=\d{2}\b)`, 'gi');

/**
 * "Monday the 7th of December" and "Monday in the afternoon" are one moment each; chrono takes them for two. Nor does it read the apostrophe of
 * a year. The text keeps its length.
 */
export function plainDays(text: string): string {
  const blank = (all: string, day: string, between: string) =>
    day + ' '.repeat(between.length) + all.slice(day.length + between.length);
  return text.replace(WEEKDAY_AND_DATE, blank).replace(DAY_AND_PART, blank).replace(SHORT_YEAR, ' ');
}

const DAY_AND_PART = new RegExp(
  String.raw`\b(${DAY}|week|fortnight|\d(?:st|nd|rd|th))(,?\s+(?:in|during)\s+the\s+)(?=(?:morning|afternoon|evening)\b)`,
  'gi',
);

const WEEKDAY_AND_DATE = new RegExp(
  String.raw`\b(${WEEKDAYS.join('|')})(,?\s+the\s+)(?=\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?${MONTH})`,
  'gi',
);
