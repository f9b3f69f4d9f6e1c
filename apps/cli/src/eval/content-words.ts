import type { Locale } from '@solodesk/core';

/** Words that stand in every question, and tell no intent from another. */
const SMALL = {
  en: new Set(
    'a an the i me my mine you your yours we our us they it its this that these those there here is are am was were be been do does did done can could will would shall should may might must have has had to of for in on at by with from as and or but if so not no yes what which who when where why how any some all please just also too get got'.split(
      ' ',
    ),
  ),
  zh: new Set([
    ...'的了吗呢吧啊呀嘛请我你您们是在就也都和与或这那哪几多少什么怎么怎样如何可以能会要想有没不',
    ...'什么 怎么 怎样 如何 可以 可不可以 能不能 会不会 请问 你们 我们 一下 这个 那个 有没有 是不是 多少 为什么'.split(
      ' ',
    ),
  ]),
} as const;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a sentence that say what it is about, in lower case, each once. */
export function contentWords(text: string, locale: Locale): string[] {
  const folded = text.normalize('NFKC').toLowerCase();
  const words =
    locale === 'zh'
      ? Array.from(segmenter.segment(folded), ({ segment }) => segment).filter((word) => /[\p{L}\p{N}]/u.test(word))
      : (folded.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? []);
  return [...new Set(words)].filter((word) => !SMALL[locale].has(word));
}
