import type { DateTime } from 'luxon';
import { nearestYear } from './nearest-year.ts';

interface Feast {
  month: number;
  day: number;
  /** Patterns of its names. */
  en: string;
  zh: string;
}

/** Days that are called by a name and have the same date each year. In Chinese a name may also begin another word: 圣诞树 is a tree. */
export const FEASTS: readonly Feast[] = [
  { month: 1, day: 1, en: "new year['’]?s day", zh: '元旦' },
  { month: 2, day: 14, en: "valentine['’]?s(?: day)?", zh: '情人节|情人節' },
  {
    ...{ month: 5, day: 1, en: 'may day' },
    zh: '劳动节|勞動節|(?<![\\d一二三四五六七八九十])五一(?![\\d一二三四五六七八九十个個])',
  },
  { month: 6, day: 1, en: "(?:international )?children['’]s day", zh: '儿童节|兒童節' },
  { month: 10, day: 1, en: 'chinese national day', zh: '国庆节|國慶節|(?:国庆|國慶)(?=[前后後当當])' },
  { month: 10, day: 31, en: "hallowe[’']?en", zh: '万圣节|萬聖節' },
  { month: 11, day: 11, en: "singles?['’]? day", zh: '双十一|雙十一' },
  { month: 12, day: 24, en: 'christmas eve', zh: '平安夜' },
  {
    month: 12,
    day: 25,
    en: '(?:christmas|xmas)(?: day)?(?! \\p{L}*(?:tree|present|gift|card|sale|party|dinner|eve))',
    zh: '圣诞节|聖誕節|(?:圣诞|聖誕)(?=[前后後当當])',
  },
  { month: 12, day: 31, en: "new year['’]?s eve", zh: '跨年夜' },
];

/** Of last year, this one or the next: whichever is nearest. */
export function dayOfFeast({ month, day }: Feast, now: DateTime): DateTime {
  return nearestYear(now.set({ month: 1, day: 1 }).set({ month, day }), now);
}
