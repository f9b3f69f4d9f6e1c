import type { Parser, ParsingComponents, ParsingContext } from 'chrono-node';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b';
const HOURS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const MINUTES: Readonly<Record<string, number>> = { half: 30, quarter: 15, five: 5, ten: 10, twenty: 20 };

/**
 * "On the 5th", "Friday the 13th": the next such day. Without a word before it that leads to a day, or before another word ("the 3rd time",
 * "on the 2nd floor"), it is none.
 */
const DAY_OF_MONTH = new RegExp(
  String.raw`(?:(?:on|by|until|till|before|after|for|from|since)\s+|(${WEEKDAYS.join('|')}|sun|mon|tues?|wed|thu(?:rs)?|fri|sat),?\s+)the\s+(\d{1,2})(?:st|nd|rd|th)` +
    String.raw`(?=\s*(?:$|[.,;!?)]|\s(?:at|in|around|about|or|please|pls|if|would|is|works|then|until|till|to|morning|afternoon|evening|of (?:this|next) month|this month|next month)\b))(?:\s+(?:of\s+)?(this|next) month)?`,
  'i',
);

const dayOfMonth: Parser = {
  pattern: () => DAY_OF_MONTH,
  extract(context: ParsingContext, match: RegExpMatchArray): ParsingComponents | null {
    const day = Number(match[2]);
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

/** "Half past two", "quarter to 3", "ten past four"; "five to ten people" are no time. */
const CLOCK = new RegExp(
  String.raw`(?:at\s+)?(?:a\s+)?(half|quarter|five|ten|twenty|twenty[- ]five|5|10|20|25)(?:\s+minutes)?\s+(past|after|to)\s+(${HOURS.slice(1).join('|')}|1[0-2]|[1-9])(?!\d|:)(?:\s*(a\.?m|p\.?m)\b)?` +
    String.raw`(?=\s*(?:$|[^\sa-z\d])|\s+(?:on|in|at|or|and|please|pls|if|would|is|works|then|today|tomorrow|tonight|this|next|${WEEKDAYS.join('|')})\b)`,
  'i',
);

const spokenClock: Parser = {
  pattern: () => CLOCK,
  extract(context: ParsingContext, match: RegExpMatchArray): ParsingComponents {
    const [, said = '', way = '', hourSaid = '', meridiem] = match;
    const word = said.toLowerCase();
    const minutes = MINUTES[word] ?? (word.startsWith('twenty') ? 25 : Number(word));
    const named = HOURS.indexOf(hourSaid.toLowerCase());
    const hour = named > 0 ? named : Number(hourSaid);
    const before = way.toLowerCase() === 'to';
    const started = before ? (hour + 11) % 12 : hour % 12;
    const components = context.createParsingComponents();
    const isAfternoon = meridiem?.toLowerCase().startsWith('p') === true;
    components.assign('hour', isAfternoon ? started + 12 : started === 0 ? 12 : started);
    if (meridiem !== undefined) components.assign('meridiem', isAfternoon ? 1 : 0);
    return components.assign('minute', before ? 60 - minutes : minutes).assign('second', 0);
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

/** "Next week on Tuesday", "next week Tuesday": the Tuesday of the week that begins with the next Monday. chrono takes it for two days. */
const DAY_OF_WEEK = new RegExp(String.raw`\b(this|next) week,?\s+(?:on\s+)?(${DAY})\b`, 'i');

const dayOfWeek: Parser = {
  pattern: () => DAY_OF_WEEK,
  extract(context: ParsingContext, match: RegExpMatchArray): ParsingComponents | null {
    const weekday = weekdayOf(match[2]);
    if (weekday === null || weekday < 0) return null;
    const today = context.reference.getDateWithAdjustedTimezone();
    const monday = today.getDate() - ((today.getDay() + 6) % 7) + (match[1]?.toLowerCase() === 'next' ? 7 : 0);
    return dayIn(context, new Date(today.getFullYear(), today.getMonth(), monday + ((weekday + 6) % 7), 12));
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

export const ENGLISH_PARSERS: readonly Parser[] = [dayOfMonth, spokenClock, weeksOn, dayOfWeek];

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

function weekdayOf(said: string | undefined): number | null {
  if (said === undefined) return null;
  return WEEKDAYS.findIndex((day) => day.startsWith(said.toLowerCase().slice(0, 3)));
}
