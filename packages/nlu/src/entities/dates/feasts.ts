import type { DateTime } from 'luxon';
import { nearestLunarDay } from './lunar-days.ts';
import type { LunarDay } from './lunar-days.ts';
import { nearestYear } from './nearest-year.ts';

/** On the same date each year, or on the same one of the Chinese calendar. */
type Feast = ({ month: number; day: number } | { lunar: LunarDay }) & {
  /** Patterns of its names. */
  en: string;
  zh: string;
};

/** What is sold for a feast is none: 中秋礼盒, "Chinese New Year sale". */
const ZH_DAY = '(?![礼禮月粽款版限套装裝糖促活大])';
const EN_DAY = '(?! \\p{L}*(?:present|gift|card|sale|party|dinner|edition|cake|box))';

/** Days that are called by a name. In Chinese a name may also begin another word: 圣诞树 is a tree. */
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
  { month: 12, day: 31, en: "(?<!\\b(?:chinese|lunar) )new year['’]?s eve", zh: '跨年夜' },
  {
    lunar: { month: 1, day: 1, later: -1 },
    en: "(?:chinese|lunar) new year['’]?s eve",
    zh: '除夕|大年三十|年三十',
  },
  {
    lunar: { month: 1, day: 1 },
    en: `(?:chinese|lunar) new year(?:['’]?s)?(?: day)?(?! eve)${EN_DAY}|spring festival${EN_DAY}`,
    zh: `春节${ZH_DAY}|春節${ZH_DAY}|大年初一`,
  },
  { lunar: { month: 1, day: 15 }, en: `lantern festival${EN_DAY}`, zh: '元宵[节節]|元宵(?=[前后後当當])|正月十五' },
  { lunar: { month: 5, day: 5 }, en: `dragon boat(?: festival| day)${EN_DAY}`, zh: `端午[节節]?${ZH_DAY}` },
  { lunar: { month: 7, day: 7 }, en: `qixi(?: festival)?${EN_DAY}`, zh: `七夕[节節]?${ZH_DAY}` },
  { lunar: { month: 8, day: 15 }, en: `mid-?\\s?autumn(?: festival| day)?${EN_DAY}`, zh: `中秋[节節]?${ZH_DAY}` },
];

/** Of last year, this one or the next: whichever is nearest. */
export function dayOfFeast(feast: Feast, now: DateTime): DateTime {
  if (!('lunar' in feast))
    return nearestYear(now.set({ month: 1, day: 1 }).set({ month: feast.month, day: feast.day }), now);
  const day = nearestLunarDay(feast.lunar, now.toJSDate());
  return now.set({ year: day.getFullYear(), month: 1, day: 1 }).set({ month: day.getMonth() + 1, day: day.getDate() });
}
