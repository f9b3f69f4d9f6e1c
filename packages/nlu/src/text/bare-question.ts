import type { Locale } from '@solodesk/core';
import { ENGLISH_BEGINNINGS, ENGLISH_ENDINGS } from './courtesies-en.ts';
import { CHINESE_BEGINNINGS, CHINESE_ENDINGS } from './courtesies-zh.ts';

const ENDINGS = { en: ENGLISH_ENDINGS, zh: CHINESE_ENDINGS } as const;
/** As one expression: none of them can begin anywhere else, and most texts have none. */
const BEGINNING = { en: anyOf(ENGLISH_BEGINNINGS), zh: anyOf(CHINESE_BEGINNINGS) } as const;
/** What is looked at of an end. UTF-16 units. */
const LONGEST = 120;
/** "Thanks, Anna" and "sent from my phone". */
const MOST_ENDINGS = 4;
/** "Hi there, ok, so, quick question:". */
const MOST_BEGINNINGS = 12;
const WORD = /[\p{L}\p{N}]/u;
/** Whoever names one wants something. */
const NUMBER = /\d/;
/** What is left must be able to ask for something: "ok", "hi" and 好的 cannot. */
const SAYS_ENOUGH: Readonly<Record<Locale, RegExp>> = {
  en: /[a-z']{2}[^a-z']+[a-z']{2}|[a-z]{3}/,
  zh: /\p{L}{2}/u,
};
/** Words that people say when they say nothing. */
const SAYS_NOTHING: Readonly<Record<Locale, RegExp>> = {
  en: /^\W*(?:ok|okay|k|yes|yeah|yep|no|nope|hi|hello|hey|fine|good|great|cool|nice|perfect|super|sure|right|alright|well|sorry|bye|thanks|thank|thx|dear|done|please|all|and|but|so|never mind|you|very|not|now|me)\W*(?:you|thanks|then|now|there|all|very|so|much|too)?\W*$/,
  zh: /^[\s,，。.!！~～]*(?:你好|您好|好的|好吧|好啊|可以|没事|再见|谢谢|多谢|感谢|嗯+|在吗|没有|不用|不了|是的|对的|知道|明白|收到|了解|行吧|非常|十分|太|真的|先)(?:了|啦|的|哈|吧)*[\s,，。.!！~～]*$/u,
};

/**
 * A folded text without what stands around its question and says nothing about what is wanted: a salutation, who writes, the number that it is about
 * ("…, my number is 4711", "thanks, customer 4711"), thanks, haste, a name under it. They drown it where it is short.
 * @returns null where there is none of it, or where too little is said besides; empty where nothing is
 */
export function bareQuestion(folded: string, locale: Locale): string | null {
  const rest = withoutBeginnings(withoutEndings(folded, locale), locale);
  if (!WORD.test(rest) || SAYS_NOTHING[locale].test(rest)) return WORD.test(folded) && !NUMBER.test(folded) ? '' : null;
  return rest.length < folded.trim().length && SAYS_ENOUGH[locale].test(rest) ? rest : null;
}

function withoutEndings(folded: string, locale: Locale): string {
  const start = Math.max(0, folded.length - LONGEST);
  // An end begins with a mark or a space, and may be all that there is.
  let end = start === 0 ? ` ${folded}` : folded.slice(start);
  // What is not in the text is not in what is left of it either.
  const possible = ENDINGS[locale].filter(({ hint }) => hint.test(end));
  for (let times = 0; times < MOST_ENDINGS; times++) {
    const before = end.length;
    for (const { is } of possible) end = end.replace(is, '');
    if (end.length === before) break;
  }
  return start === 0 ? end.trim() : (folded.slice(0, start) + end).trimEnd();
}

function withoutBeginnings(text: string, locale: Locale): string {
  let rest = text;
  for (let times = 0; times < MOST_BEGINNINGS; times++) {
    const found = BEGINNING[locale].exec(rest)?.[0] ?? '';
    if (found === '') break;
    rest = rest.slice(found.length);
  }
  return rest;
}

function anyOf(beginnings: readonly RegExp[]): RegExp {
  return new RegExp(beginnings.map(({ source }) => source).join('|'), 'u');
}
