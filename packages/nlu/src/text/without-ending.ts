import type { Locale } from '@solodesk/core';

/** What a number is of: "(order 1042)", "customer no. 77", 客户 77. */
const OF_EN =
  '(?:order|customer|client|account|invoice|booking|member(?:ship)?|ref(?:erence)?|ticket|case|parcel|tracking)';
const OF_ZH = '(?:订单|客户|顾客|会员|账号|账户|编号|单号|发票|预约|快递)';
const NUMBER = '[#№]?\\s?[a-z]{0,4}-?\\d[\\d-]{2,20}';

/** Behind a bracket, a comma or a dash: whom or what it is about, by its number. */
const NUMBER_BEHIND: Readonly<Record<Locale, RegExp>> = {
  en: new RegExp(
    `(?:\\s?[,;.!?([–-]|(?<=\\bthanks|\\bthank you)|\\s(?:for(?= ${OF_EN})|(?=(?:ref|reference|customer|client) )))` +
      `\\s?(?:i am |i'm |it is |it's |its |that's )?(?:(?:about|re|for) )?(?:(?:my|the) )?` +
      `(?:${OF_EN} ?)?(?:number|no\\.?|nr\\.?|id)?(?:\\s?(?:is|:))?\\s?${NUMBER}[\\s)\\].!]{0,3}$`,
    'u',
  ),
  zh: new RegExp(
    `[\\s,;。.!?(（，；！？-]{1,3}(?:我的|这是|是)?(?:关于)?\\s?(?:${OF_ZH}|我是)?(?:号码|编号|号)?[是为:：]?\\s?${NUMBER}\\s?的?[\\s)）。.!！]{0,3}$`,
    'u',
  ),
};
/** A word of thanks or a please at the end. */
const COURTESY: Readonly<Record<Locale, RegExp>> = {
  en: /[\s,;.!?–-]{1,3}(?:(?:many )?thanks(?: (?:a lot|so much|in advance|again))?|thank you(?: (?:very|so) much| in advance| again)?|thx|ty|cheers|please)[\s.!)]{0,3}$/u,
  zh: /[\s,;。.!?，；！？~～]{1,3}(?:谢谢(?:你|您|了|啦)?|多谢|感谢|麻烦(?:你|您)?了|拜托(?:了)?)[\s。.!！~～]{0,3}$/u,
};
/** Longer endings are no endings. UTF-16 units. */
const LONGEST = 80;
/** What is left must be able to ask for something: "ok", "hi" and 好的 cannot. */
const SAYS_ENOUGH: Readonly<Record<Locale, RegExp>> = { en: /[a-z']{2}[^a-z']+[a-z']{2}|[a-z]{3}\?/, zh: /\p{L}{3}/u };

/**
 * A folded text without the number that stands behind what it asks ("…, my number is 4711", "thanks, customer 4711") and without
 * its thanks: both say nothing about what is wanted, and drown it where it is short.
 * @returns null where there is neither, or where nothing else is said
 */
export function withoutEnding(folded: string, locale: Locale): string | null {
  const start = Math.max(0, folded.length - LONGEST);
  const end = folded.slice(start);
  const left = end.replace(NUMBER_BEHIND[locale], '').replace(COURTESY[locale], '');
  if (left.length === end.length) return null;
  const rest = (folded.slice(0, start) + left).trimEnd();
  return SAYS_ENOUGH[locale].test(rest) ? rest : null;
}
