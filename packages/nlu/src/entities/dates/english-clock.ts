import type { Parser, ParsingComponents, ParsingContext, ParsingResult } from 'chrono-node';
import { WEEKDAYS } from './english-weekdays.ts';

const HOURS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const MINUTES: Readonly<Record<string, number>> = { half: 30, quarter: 15, five: 5, ten: 10, twenty: 20 };
/** What may stand behind a time: "five to ten people" and "between 2 and 4 pieces" are none. */
const BEHIND = String.raw`(?=\s*(?:$|[^\sa-z\d])|\s+(?:on|in|at|or|and|please|pls|if|would|is|works|then|today|tomorrow|tonight|this|next|${WEEKDAYS.join('|')})\b)`;

/** "Half past two", "quarter to 3", "ten past four"; "five to ten people" are no time. */
const CLOCK = new RegExp(
  String.raw`(?:at\s+)?(?:a\s+)?(half|quarter|five|ten|twenty|twenty[- ]five|5|10|20|25)(?:\s+minutes)?\s+(past|after|to)\s+(${HOURS.slice(1).join('|')}|1[0-2]|[1-9])(?!\d|:)(?:\s*(a\.?m|p\.?m)\b)?` +
    BEHIND,
  'i',
);

export const spokenClock: Parser = {
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

/** "Half ten" is half past ten, as the British say it; "8ish" is eight. "Half one" of a pair and "40ish" are no times. */
const ROUGH = new RegExp(
  String.raw`(?:\b(?:at|around|about|by|maybe|say)\s+)*(?:\bhalf\s+(?<!\b(?:a|an|and|the|in|by|my|other|first|second)\s+half\s+)(${HOURS.slice(1).join('|')}|1[0-2]|[1-9])|(?<![\d.,:$€£¥-]|\bsize\s|\bsizes\s)\b(1[0-2]|[1-9]|${HOURS.slice(1).join('|')})(?:[:.]([0-5]\d))?\s?-?ish)(?!\d|:)(?:\s*(a\.?m|p\.?m)\b)?` +
    BEHIND,
  'i',
);

export const roughClock: Parser = {
  pattern: () => ROUGH,
  extract(context: ParsingContext, match: RegExpMatchArray): ParsingComponents {
    const [, half, about = '', minute = '0', meridiem] = match;
    const said = (half ?? about).toLowerCase();
    const named = HOURS.indexOf(said);
    return timeIn(context, named > 0 ? named : Number(said), half === undefined ? Number(minute) : 30, meridiem);
  },
};

/** "Between 2 and 4 pm", "9-11 on Thursday"; chrono sees the second hour alone. */
const BETWEEN = new RegExp(
  String.raw`(?:between\s+|(?<![\d/.-]\s?)(?=\d{1,2}\s?-\s?\d{1,2}\s+(?:on\s+)?(?:today|tomorrow|tonight|${WEEKDAYS.join('|')})\b))(\d{1,2})(?:[:.](\d{2}))?\s*([ap]\.?m\b\.?)?\s*(?:and|to|-|–)\s*(\d{1,2})(?:[:.](\d{2}))?(?!\d)\s*([ap]\.?m\b\.?)?` +
    BEHIND,
  'i',
);

export const hoursBetween: Parser = {
  pattern: () => BETWEEN,
  extract(context: ParsingContext, match: RegExpMatchArray): ParsingResult | null {
    const [, hour = '', minute = '0', meridiem, lastHour = '', lastMinute = '0', lastMeridiem] = match;
    if (Number(hour) > 24 || Number(lastHour) > 24) return null;
    // "2 and 4 pm" are both of the afternoon, "11 and 2 pm" are not.
    const shared = lastMeridiem !== undefined && Number(hour) % 12 <= Number(lastHour) % 12 ? lastMeridiem : undefined;
    const start = timeIn(context, Number(hour), Number(minute), meridiem ?? shared);
    const end = timeIn(context, Number(lastHour), Number(lastMinute), lastMeridiem);
    return context.createParsingResult(match.index ?? 0, match[0].trimEnd(), start, end);
  },
};

function timeIn(
  context: ParsingContext,
  hour: number,
  minute: number,
  meridiem: string | undefined,
): ParsingComponents {
  const components = context.createParsingComponents();
  const isAfternoon = meridiem?.toLowerCase().startsWith('p') === true;
  components
    .assign('hour', meridiem === undefined ? hour : (hour % 12) + (isAfternoon ? 12 : 0))
    .assign('minute', minute);
  return meridiem === undefined ? components : components.assign('meridiem', isAfternoon ? 1 : 0);
}

/** "At 14h", "10h30", as much of Europe writes it; "in 14h" and "24h delivery" are no time of day. */
const H_CLOCK = /(?:\bat\s+([01]?\d|2[0-3])h\b|(?<![\d.:])(?:at\s+)?([01]?\d|2[0-3])h([0-5]\d)\b)/i;

export const hClock: Parser = {
  pattern: () => H_CLOCK,
  extract: (context: ParsingContext, [, full, hour, minute = '0']: RegExpMatchArray) =>
    timeIn(context, Number(full ?? hour), Number(minute), undefined),
};
