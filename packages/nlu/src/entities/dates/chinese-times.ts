import type { DateTime } from 'luxon';
import { chineseNumber } from '../chinese-number.ts';

const NUMBER = '(?:\\d{1,2}|[零〇一二两兩三四五六七八九十]{1,3})';
const PART = '凌晨|清晨|早上|早晨|一早|早|晨|上午|中午|正午|下午|午后|午後|傍晚|晚上|晚间|晚間|晚|夜里|夜裡|夜|半夜';

/** 下午三点半, 15:30, 晚上8点, the 10 of 10到12点, or a part of the day alone. */
export const TIME_PATTERN = `(?:(?<part>${PART})\\s?)?(?:(?<hour>${NUMBER})(?:点|點|时(?!间)|時(?!間))(?:钟|鐘|整)?(?:(?<half2>半)|(?<quarter>[一三])刻|(?<minute>${NUMBER})分?)?|(?<fromHour>${NUMBER})(?=\\s?(?:[-~—–]|到|至)\\s?${NUMBER}(?:点|點))|(?<clockHour>\\d{1,2}):(?<clockMinute>\\d{2})(?!\\d))|(?<partAlone>${PART})`;

/** 两小时后, 半小时后, 一个半小时之后, 20分钟前. */
export const DURATION =
  '(?:过|過)?(?:(?<half>半)个?個?|(?<amount>\\d{1,3}|[一二两兩三四五六七八九十]{1,3})(?:个|個)?(?<andHalf>半)?)(?<timeUnit>小时|小時|钟头|鐘頭|分钟|分鐘|刻钟|刻鐘)(?<when>之?[后後前]|以[后後前])';

/** What a part of the day means by itself, and which twelve hours it puts a number into. */
const PARTS: readonly { words: RegExp; hour: number; from: number }[] = [
  { words: /凌晨|半夜/, hour: 3, from: 0 },
  { words: /早|晨/, hour: 8, from: 0 },
  { words: /上午/, hour: 10, from: 0 },
  { words: /中午|正午/, hour: 12, from: 11 },
  { words: /下午|午[后後]/, hour: 15, from: 12 },
  { words: /傍晚/, hour: 18, from: 12 },
  { words: /晚|夜/, hour: 20, from: 12 },
];
/** Who says 三点 without more means the afternoon; from seven on the morning. */
const EARLIEST_HOUR = 7;

type Parts = Readonly<Record<string, string | undefined>>;

export interface TimeOfDay {
  hour: number;
  minute: number;
  /** Whether an hour is named. */
  certain: boolean;
  /** Whether it may be twelve hours later as well. */
  open: boolean;
  /** Whether it says something without a day: 早 and 晚 are too often part of another word. */
  alone: boolean;
}

/** The time of day that is named, or null. */
export function timeOf({
  part,
  partAlone,
  hour,
  fromHour,
  half2,
  quarter,
  minute,
  clockHour,
  clockMinute,
}: Parts): TimeOfDay | null {
  if (partAlone !== undefined) {
    const alone = partAlone.length > 1;
    return { hour: partOf(partAlone)?.hour ?? 12, minute: 0, certain: false, open: false, alone };
  }
  const named = clockHour ?? hour ?? fromHour;
  if (named === undefined) return null;
  const number = chineseNumber(named);
  const minutes =
    half2 !== undefined
      ? 30
      : quarter !== undefined
        ? chineseNumber(quarter) * 15
        : chineseNumber(clockMinute ?? minute ?? '0');
  if (!(number <= 24) || !(minutes < 60)) return null;
  // 早一点 and 晚一点 are a little earlier and later.
  if (
    (part === '早' || part === '晚') &&
    hour === '一' &&
    half2 === undefined &&
    quarter === undefined &&
    minute === undefined
  )
    return null;
  const at = hourIn(number, part, clockHour !== undefined);
  const bare = part === undefined && clockHour === undefined;
  // 一点 is also "a little".
  const alone = !(bare && hour === '一' && half2 === undefined && quarter === undefined && minute === undefined);
  return { hour: at, minute: minutes, certain: true, open: bare, alone };
}

function hourIn(number: number, part: string | undefined, onClock: boolean): number {
  const of = part === undefined ? undefined : partOf(part);
  if (of === undefined) return !onClock && number > 0 && number < EARLIEST_HOUR ? number + 12 : number;
  if (number >= 12)
    return number === 12 && of.from === 0 && of.hour === 3 ? 0 : number === 12 && of.hour === 20 ? 24 : number;
  // 中午11点 is before noon, 中午1点 after it.
  return of.from === 12 || (of.from === 11 && number < 11) ? number + 12 : number;
}

function partOf(word: string) {
  return PARTS.find(({ words }) => words.test(word));
}

/** Null when it is no number. */
export function durationOf(
  { half, amount = '', andHalf, timeUnit = '', when = '' }: Parts,
  now: DateTime,
): DateTime | null {
  const number = half !== undefined ? 0.5 : chineseNumber(amount) + (andHalf === undefined ? 0 : 0.5);
  if (!Number.isFinite(number)) return null;
  const unit = /刻/.test(timeUnit) ? 15 : /分/.test(timeUnit) ? 1 : 60;
  const minutes = Math.round(number * unit);
  return now.plus({ minutes: when.includes('前') ? -minutes : minutes }).set({ second: 0, millisecond: 0 });
}
