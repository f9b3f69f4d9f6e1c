import type { DateTime } from 'luxon';
import { chineseNumber } from '../chinese-number.ts';
import { dayOfFeast, FEASTS } from './feasts.ts';
import { nearestYear } from './nearest-year.ts';

const NUMBER = '(?:\\d{1,4}|[零〇一二两兩三四五六七八九十]{1,4})';
/** Not a shop's number, a size or a line: those stand where nobody says a date. */
const NO_DATE_BEFORE = '(?<![A-Za-z0-9#-]|[第单單订訂编編尾码碼号號楼樓])';
const NO_DATE_AFTER = '(?![店楼樓线線门門仓倉码碼房院机機桌])';

/** Every way to name a day; each named group tells which it was. */
export const DAY_PATTERN = [
  // 2026年12月3号, 85年5月12日, 明年3月, 下个月3号, 12月3日
  `(?:(?<year>\\d{4}|[零〇一二三四五六七八九]{4}|(?<!\\d)(?:\\d{2}|[零〇一二三四五六七八九]{2})(?=年${NUMBER}月${NUMBER})|明|今|去|后|前)年)?(?:(?<month>${NUMBER})月份?|(?<monthStep>[上下]{1,2}个?|[上下]{1,2}個?|这个?|這個?|本|当|當)月)(?:(?<day>${NUMBER})(?:日|号|號)?|(?<monthPart>底|末|初|中旬?))?`,
  // 2026-12-03, 2026/12/3
  '(?<isoYear>\\d{4})[-/.](?<isoMonth>\\d{1,2})[-/.](?<isoDay>\\d{1,2})(?!\\d)',
  '(?<yearEnd>[今明去])年(?:年底|底|末)|(?<thisYearEnd>年底|年末)|(?<monthEnd>月底|月末)',
  `(?<ahead>${NUMBER}|几|幾)(?<unit>天|日|周|週|个?星期|個?星期|个?礼拜|個?禮拜|个月|個月|年)(?<direction>之?[后後前]|以[后後前])`,
  '(?<relative>大前天|前天|昨[天日儿]|今[天日儿]|明[天日儿]|大[后後]天|[后後]天|昨(?=[晚夜])|今(?=[早晚夜晨])|明(?=[早晚晨]))',
  '(?<weekStep>[上下]{1,3}个?|[上下]{1,3}個?|这个?|這個?|本)?(?:周|週|星期|礼拜|禮拜)(?<weekday>[一二三四五六日天末](?!年|\\d(?!\\d?(?:[点點时時]|:\\d)))|[1-6](?![\\d年]))',
  // 12.24下午3点: a decimal number unless a time stands behind it, or 号.
  `(?<![\\d.])(?<dotMonth>1[0-2]|0?[1-9])\\.(?<dotDay>3[01]|[12]\\d|0?[1-9])(?:号|號|日|(?=\\s?(?:[上中下]午|[早晚]上|\\d{1,2}(?:[点點]|:\\d\\d))))`,
  FEASTS.map(({ zh }, number) => `(?<feast${number}>${zh})`).join('|'),
  `${NO_DATE_BEFORE}(?<dayAlone>\\d{1,2}|[一二三四五六七八九十]{1,3})(?:号|號)${NO_DATE_AFTER}`,
].join('|');

const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/^大前/, -3],
  [/^前/, -2],
  [/^昨/, -1],
  [/^今/, 0],
  [/^明/, 1],
  [/^大[后後]/, 3],
  [/^[后後]/, 2],
];
const YEARS: Readonly<Record<string, number>> = { 前: -2, 去: -1, 今: 0, 明: 1, 后: 2 };
const WEEKDAYS = '一二三四五六日';

type Parts = Readonly<Record<string, string | undefined>>;

/** The day that is named, `none` when none is, null when there is no such day (2月30号). */
export function dayOf(parts: Parts, now: DateTime): DateTime | 'none' | null {
  const { relative, weekday, ahead, isoYear, dayAlone, monthEnd, thisYearEnd, yearEnd } = parts;
  if (relative !== undefined) return now.plus({ days: RELATIVE.find(([word]) => word.test(relative))?.[1] ?? 0 });
  if (weekday !== undefined) return dayOfWeek(weekday, parts['weekStep'], now);
  if (ahead !== undefined) return counted(ahead, parts, now);
  if (isoYear !== undefined) return dated(now, Number(isoYear), Number(parts['isoMonth']), Number(parts['isoDay']));
  if (monthEnd !== undefined) return now.endOf('month');
  if (thisYearEnd !== undefined) return now.endOf('year');
  if (yearEnd !== undefined) return now.plus({ years: YEARS[yearEnd] ?? 0 }).endOf('year');
  if (parts['dotMonth'] !== undefined) return ofAnyYear(Number(parts['dotMonth']), Number(parts['dotDay']), now);
  const feast = FEASTS.find((_, number) => parts[`feast${number}`] !== undefined);
  if (feast !== undefined) return dayOfFeast(feast, now);
  if (dayAlone !== undefined) return nearestMonth(chineseNumber(dayAlone), now);
  return parts['month'] === undefined && parts['monthStep'] === undefined ? 'none' : dayOfMonth(parts, now);
}

function ofAnyYear(month: number, day: number, now: DateTime): DateTime | null {
  const found = dated(now, now.year, month, day);
  return found && nearestYear(found, now);
}

/** Weeks begin on Monday: 这周日 is the one that comes, and 下周一 the day after it. */
function dayOfWeek(name: string, step: string | undefined, now: DateTime): DateTime {
  const place = name === '天' ? 7 : name === '末' ? 6 : /\d/.test(name) ? Number(name) : WEEKDAYS.indexOf(name) + 1;
  const day = now.startOf('week').plus({ days: place - 1 });
  if (step === undefined) return day.startOf('day') < now.startOf('day') ? day.plus({ weeks: 1 }) : day;
  return day.plus({ weeks: steps(step) });
}

function counted(count: string, { unit = '', direction = '' }: Parts, now: DateTime): DateTime | null {
  const number = chineseNumber(count);
  // 几天后 names no day.
  if (!Number.isFinite(number)) return null;
  const ahead = direction.includes('前') ? -number : number;
  if (unit.includes('月')) return now.plus({ months: ahead });
  if (unit.includes('年')) return now.plus({ years: ahead });
  return now.plus({ days: /[周週星礼禮]/.test(unit) ? ahead * 7 : ahead });
}

function dayOfMonth({ year, month, monthStep, day, monthPart }: Parts, now: DateTime): DateTime | null {
  // 3月 is a month, but 三月 alone and 月 behind a plain number are too often something else (三个月 is no date).
  if (day === undefined && monthPart === undefined && year === undefined && monthStep === undefined) return null;
  const ofYear = year === undefined ? null : (YEARS[year] ?? NaN);
  const number =
    year === undefined ? now.year : Number.isNaN(ofYear) ? yearNumber(year, now.year) : now.year + (ofYear ?? 0);
  const first =
    monthStep === undefined
      ? dated(now, number, chineseNumber(month ?? ''), 1)
      : now.startOf('month').plus({ months: steps(monthStep) });
  if (first === null) return null;
  const inMonth = monthPart === undefined ? chineseNumber(day ?? '1') : partOfMonth(monthPart, first);
  const found = dated(now, first.year, first.month, inMonth);
  return found && year === undefined && monthStep === undefined ? nearestYear(found, now) : found;
}

function partOfMonth(part: string, first: DateTime): number {
  if (part === '初') return 1;
  return part.startsWith('中') ? 15 : (first.daysInMonth ?? 28);
}

/** Of two digits, so far ahead means the century before. */
const YEARS_AHEAD = 10;

/** 二〇二六 is read digit by digit; 85年 is 1985. */
function yearNumber(year: string, thisYear: number): number {
  const number = chineseNumber(year);
  if (year.length !== 2) return number;
  const inCentury = thisYear - (thisYear % 100) + number;
  return inCentury > thisYear + YEARS_AHEAD ? inCentury - 100 : inCentury;
}

/** How many weeks or months 下, 下下, 上 or 这 mean. */
function steps(words: string): number {
  const down = words.split('下').length - 1;
  return down > 0 ? down : -(words.split('上').length - 1);
}

/** 3号 is of this month, or of the next when it is long past; a parcel of the day before yesterday is spoken of, too. */
function nearestMonth(day: number, now: DateTime): DateTime | null {
  const months = [-1, 0, 1].map((step) => now.startOf('month').plus({ months: step }));
  const days = months.flatMap((month) => dated(now, month.year, month.month, day) ?? []);
  const apart = (one: DateTime) => Math.abs(one.toMillis() - now.toMillis());
  return days.sort((one, other) => apart(one) - apart(other))[0] ?? null;
}

function dated(now: DateTime, year: number, month: number, day: number): DateTime | null {
  const found = now.set({ year, month: 1, day: 1 }).set({ month });
  if (!Number.isInteger(month) || month < 1 || month > 12 || day < 1 || day > (found.daysInMonth ?? 0)) return null;
  return found.set({ day });
}
