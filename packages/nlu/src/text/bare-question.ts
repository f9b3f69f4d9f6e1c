import type { Locale } from '@solodesk/core';

/** What a number is of: "(order 1042)", "customer no. 77", 客户 77. */
const OF_EN =
  '(?:order|customer|client|account|invoice|booking|member(?:ship)?|ref(?:erence)?|ticket|case|parcel|tracking)';
const OF_ZH = '(?:订单|客户|顾客|会员|账号|账户|编号|单号|发票|预约|快递)';
const NUMBER = '[#№]?\\s?[a-z]{0,4}-?\\d[\\d-]{2,20}';
const MARKS = '[\\s,;.!?–-]{1,3}';
const MARKS_ZH = '[\\s,;。.!?，；！？~～]{1,3}';

interface Ending {
  /** Quick to tell: nearly all messages have none of it. */
  hint: RegExp;
  is: RegExp;
}

/** Each an end of a message that says nothing about what is wanted. */
const ENDINGS: Readonly<Record<Locale, readonly Ending[]>> = {
  en: [
    {
      hint: /[:;]|[^\x20-\x7e]/,
      is: /(?:\s{0,2}(?:\p{Extended_Pictographic}\uFE0F?|[:;]-?[)(dp]))+$/u,
    },
    {
      // Behind a bracket, a comma or a dash: whom or what it is about, by its number.
      hint: /\d/,
      is: new RegExp(
        `(?:\\s?[,;.!?([–-]|(?<=\\bthanks|\\bthank you)|\\s(?:for(?= ${OF_EN})|(?=(?:ref|reference|customer|client) )))` +
          `\\s?(?:i am |i'm |it is |it's |its |that's )?(?:(?:about|re|for) )?(?:(?:my|the) )?` +
          `(?:${OF_EN} ?)?(?:number|no\\.?|nr\\.?|id)?(?:\\s?(?:is|:))?\\s?${NUMBER}[\\s)\\].!]{0,3}$`,
        'u',
      ),
    },
    {
      // As a letter ends: with a comma or a line between it and the name.
      hint: /regards|wishes|sincerely|yours|cheers|thank|thx|best/,
      is: new RegExp(
        `${MARKS}(?:(?:best|kind|warm|many)(?: (?:regards|wishes|thanks))?|regards|sincerely|yours(?: truly| sincerely| faithfully)?|cheers|thanks|thank you|thx)` +
          `(?:\\s?[,.!]\\s{0,2}|\\s?\\n\\s?)[a-z]{2,20}(?: [a-z]{2,20})?[\\s.!]{0,3}$`,
        'u',
      ),
    },
    {
      hint: /thank|thx|\bty\b|cheers|please|regards/,
      is: new RegExp(
        `${MARKS}(?:(?:many )?thanks(?: (?:a lot|so much|in advance|again))?|thank you(?: (?:very|so) much| in advance| again)?|thx|ty|cheers|please|(?:best |kind )?regards)[\\s.!,)]{0,3}$`,
        'u',
      ),
    },
    {
      hint: /me know|advise|back to me/,
      is: new RegExp(
        `${MARKS}(?:(?:please|pls|kindly) )?(?:let me know|advise|get back to me)(?: (?:please|asap|soon|today|as soon as possible))?[\\s.!]{0,3}$`,
        'u',
      ),
    },
    { hint: /sent from/, is: new RegExp(`${MARKS}sent from my [a-z ]{2,20}$`, 'u') },
  ],
  zh: [
    { hint: /[\u2600-\u27bf\ud800-\udbff]/, is: /(?:\s{0,2}\p{Extended_Pictographic}\uFE0F?)+$/u },
    {
      hint: /\d/,
      is: new RegExp(
        `[\\s,;。.!?(（，；！？-]{1,3}(?:我的|这是|是)?(?:关于)?\\s?(?:${OF_ZH}|我是)?(?:号码|编号|号)?[是为:：]?\\s?${NUMBER}\\s?的?[\\s)）。.!！]{0,3}$`,
        'u',
      ),
    },
    {
      hint: /谢|麻烦|拜托/,
      is: new RegExp(
        `${MARKS_ZH}(?:谢谢(?:你|您|了|啦)?|多谢|感谢|麻烦(?:你|您)?了|拜托(?:了)?)[\\s。.!！~～]{0,3}$`,
        'u',
      ),
    },
    { hint: /发自我/, is: new RegExp(`${MARKS_ZH}发自我的\\s?[a-z\\p{Script=Han}]{2,10}$`, 'u') },
  ],
};
/** Each a beginning of the same kind: a salutation as in a letter, a polite opening, and who writes. */
const BEGINNINGS: Readonly<Record<Locale, readonly RegExp[]>> = {
  en: [
    // One word for a name: "hi, it came broken, …" says what is wrong.
    /^\s?(?:dear(?: [a-z]{1,20}){1,4}|(?:hello|hi|hey|good (?:morning|afternoon|evening))(?: [a-z]{2,20})?)\s?[,!.]\s{0,2}/u,
    /^(?:excuse me|sorry to (?:ask|bother you)|(?:a |one )?quick question|(?:please|could you|can you) tell me|i(?:'m| am) writing to ask|i was wondering)\b(?: but)?\s?[,:–-]?\s{0,2}/u,
    /^my name is [a-z]{2,20}(?: [a-z]{2,20})?[.,!]\s{0,2}/u,
    /^(?:i am|i'm) an? (?:[a-z]{2,20} )?(?:customer|client)(?: (?:from|in|of) [a-z ]{2,20})?[.,!]\s{0,2}/u,
  ],
  zh: [],
};
/** What is looked at of an end. UTF-16 units. */
const LONGEST = 80;
/** "Thanks, Anna" and "sent from my phone". */
const MOST = 4;
/** What is left must be able to ask for something: "ok", "hi" and 好的 cannot. */
const SAYS_ENOUGH: Readonly<Record<Locale, RegExp>> = {
  en: /[a-z']{2}[^a-z']+[a-z']{2}|[a-z]{3}\?|[a-z]{6}/,
  zh: /\p{L}{3}/u,
};

/**
 * A folded text without what stands around its question and says nothing about what is wanted: a salutation, who writes, the number that it is about
 * ("…, my number is 4711", "thanks, customer 4711"), thanks, a name under it. They drown it where it is short.
 * @returns null where there is none of it, or where nothing else is said
 */
export function bareQuestion(folded: string, locale: Locale): string | null {
  const start = Math.max(0, folded.length - LONGEST);
  let end = folded.slice(start);
  for (let times = 0; times < MOST; times++) {
    const before = end.length;
    for (const { hint, is } of ENDINGS[locale]) if (hint.test(end)) end = end.replace(is, '');
    if (end.length === before) break;
  }
  let rest = (folded.slice(0, start) + end).trimEnd();
  for (const beginning of BEGINNINGS[locale]) rest = rest.replace(beginning, '');
  return rest.length < folded.trimEnd().length && SAYS_ENOUGH[locale].test(rest) ? rest : null;
}
