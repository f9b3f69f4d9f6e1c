import type { Entity } from '@solodesk/core';
import { DateTime } from 'luxon';
import { findChineseDates } from './chinese-dates.ts';
import { findEnglishDates } from './english-dates.ts';
import type { FoundMoment } from './found-moment.ts';

export interface DateQuestion {
  /** UTC milliseconds. */
  now: number;
  /** IANA zone; UTC when the engine does not know it. */
  timeZone: string;
  /** ISO 3166-1 alpha-2: whether 3/12 is in March or in December. */
  country: string | null;
}

const HAN = /\p{Script=Han}/u;
/** Nothing else begins or ends what chrono understands: most messages are spared its work. */
const MAY_BE_DATE =
  /\d|\b(?:to(?:day|night|morrow)|now|noon|midnight|yesterday|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|next|last|this|week(?:end|s)?|(?:half|quarter|five|ten|twenty)(?: minutes)? (?:past|to|after)|months?|years?|hours?|minutes?|days?|morning|afternoon|evening|fortnight|christmas|xmas|valentine|hallowe['’]?en|half \w+|\w+ish|festival|(?:lunar|chinese) new year|mid[- ]?autumn|qixi)\b/i;

/**
 * Dates and times as people say them ("next Wednesday afternoon", 下周三下午), in the visitor's zone. English by chrono;
 * Chinese by rules of our own, because chrono's cut 下周三下午 in two, count 两小时后 from the wrong zone, take 下下周一 for
 * 下周一 and do not know 下个月3号, 两周后, 月底 or 四点一刻.
 */
export function findDates(text: string, question: DateQuestion): Entity[] {
  const here = DateTime.fromMillis(question.now, { zone: question.timeZone });
  const now = here.isValid ? here : DateTime.fromMillis(question.now, { zone: 'utc' });
  const found = [
    ...(HAN.test(text) ? findChineseDates(text, now) : []),
    ...(MAY_BE_DATE.test(text) ? findEnglishDates(text, now, question.country) : []),
  ];
  return found.flatMap((one, at) => (found.slice(0, at).some((other) => overlap(one, other)) ? [] : entity(text, one)));
}

function overlap(one: FoundMoment, other: FoundMoment): boolean {
  return one.start < other.end && other.start < one.end;
}

function entity(text: string, { start, end, moment, timeIsCertain, until }: FoundMoment): Entity[] {
  const value = iso(moment);
  if (value === null) return [];
  const last = until && iso(until);
  return [
    { kind: 'date', value, timeIsCertain, ...(last && { until: last }), start, end, text: text.slice(start, end) },
  ];
}

function iso(moment: DateTime): string | null {
  return moment.toISO({ suppressMilliseconds: true });
}
