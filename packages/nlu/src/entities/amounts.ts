import type { Entity } from '@solodesk/core';
import { chineseNumber } from './chinese-number.ts';
import { englishNumber, isNumberWord } from './english-number.ts';

const NUMBER = String.raw`\d{1,3}(?:[ ,.'’]\d{3}){1,4}(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,2})?`;
const BEFORE = String.raw`US\$|HK\$|NT\$|A\$|C\$|S\$|NZ\$|CN¥|JP¥|RMB|[$€£¥₩₹]|[A-Za-z]{3}(?=[\s\d])`;
const AFTER = String.raw`元人民币|块钱|塊錢|人民币|人民幣|美元|美金|欧元|歐元|英镑|英鎊|日元|日圆|日圓|港币|港幣|港元|台币|台幣|新台币|韩元|加元|澳元|瑞士法郎|[镑鎊刀](?!\p{Script=Han})|元|块(?!\p{Script=Han})|[$€£¥₩₹]|(?:euros?|dollars?|bucks|pounds?|quid|yuan|yen|francs?|[A-Za-z]{3})\b`;
const SCALE = '(?:[万萬千]|k(?![\\p{L}\\d]))?';

/** A sign or code, then a number; or a number, then a word, sign or code. */
const AMOUNT = new RegExp(
  `(?:(?<![A-Za-z])(${BEFORE})\\s?(${NUMBER})(${SCALE})|(?<![A-Za-z\\d]|\\d[.,])(${NUMBER})(${SCALE})\\s?(${AFTER}))(?![\\d])`,
  'giu',
);
/** 九十九元; a 块 alone is also a piece, unless nothing stands behind it. */
const CHINESE =
  /([零〇一二两兩三四五六七八九十百千万萬]{1,12})(元|块钱|塊錢|块(?=$|[\s\p{P}])|美元|美金|欧元|歐元|英镑|英鎊|镑|鎊|日元|港币|港元|人民币|人民幣)/gu;
const WORD = /[a-z]+/gi;
const NEXT_WORD = /^[\s-]{1,3}$/;
const MONEY = /^(?:euros?|dollars?|bucks?|pounds?|quid|yuan|yen|francs?)$/;
/** Words of a number; more are none that anybody says. */
const LONGEST_NUMBER = 9;

const CURRENCIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    USD: 'us$ 美元 美金 刀 dollar dollars buck bucks',
    HKD: 'hk$ 港币 港幣 港元',
    TWD: 'nt$ 台币 台幣 新台币',
    AUD: 'a$ 澳元',
    CAD: 'c$ 加元',
    SGD: 's$',
    NZD: 'nz$',
    CNY: 'cn¥ rmb yuan 元人民币 块钱 塊錢 块 人民币 人民幣',
    JPY: 'jp¥ yen 日元 日圆 日圓',
    EUR: '€ euro euros 欧元 歐元',
    GBP: '£ pound pounds quid 英镑 英鎊 镑 鎊',
    KRW: '₩ 韩元',
    INR: '₹',
    CHF: 'franc francs 瑞士法郎',
  }).flatMap(([code, words]) => words.split(' ').map((word): [string, string] => [word, code])),
);
const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const DOLLARS: ReadonlySet<string> = new Set([
  'USD',
  'CAD',
  'AUD',
  'NZD',
  'SGD',
  'HKD',
  'TWD',
  'MXN',
  'CLP',
  'COP',
  'ARS',
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['千', 1_000],
  ['万', 10_000],
  ['萬', 10_000],
  ['k', 1_000],
]);

/**
 * Amounts of money: a number without a currency is none.
 * @param ofSite ISO 4217: which dollar `$` is, and which yuan or yen `¥` and 元 are
 */
export function findAmounts(text: string, ofSite: string | null): Entity[] {
  const found: Entity[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    const [whole, before, numberBehind, scaleBehind, numberBefore, scaleBefore, after] = match;
    const currency = currencyOf(before ?? after ?? '', ofSite);
    const scale = SCALES.get((scaleBehind ?? scaleBefore ?? '').toLowerCase()) ?? 1;
    const amount = parseNumber(numberBehind ?? numberBefore ?? '') * scale;
    if (currency !== null) found.push(entity(match.index, whole, amount, currency));
  }
  for (const match of text.matchAll(CHINESE)) {
    const [whole, number = '', word = ''] = match;
    const currency = currencyOf(word, ofSite);
    const amount = chineseNumber(number);
    if (currency !== null && Number.isFinite(amount)) found.push(entity(match.index, whole, amount, currency));
  }
  return [...found, ...inWords(text, ofSite)];
}

/** "Three hundred and fifty euros". */
function inWords(text: string, ofSite: string | null): Entity[] {
  const found: Entity[] = [];
  let number: string[] = [];
  let start = 0;
  let end = 0;
  for (const { 0: written, index } of text.matchAll(WORD)) {
    const word = written.toLowerCase();
    const isNext = number.length > 0 && NEXT_WORD.test(text.slice(end, index));
    if (!isNext) [number, start] = [[], index];
    end = index + word.length;
    if (isNumberWord(word)) {
      number = [...number, word].slice(-LONGEST_NUMBER);
      continue;
    }
    const amount = MONEY.test(word) ? englishNumber(number) : NaN;
    const currency = Number.isFinite(amount) ? currencyOf(word, ofSite) : null;
    if (currency !== null) found.push(entity(start, text.slice(start, end), amount, currency));
    number = [];
  }
  return found;
}

function entity(start: number, text: string, amount: number, currency: string): Entity {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  return {
    kind: 'amount',
    value: `${currency} ${amount.toFixed(digits)}`,
    amount,
    currency,
    start,
    end: start + text.length,
    text,
  };
}

function currencyOf(sign: string, ofSite: string | null): string | null {
  if (sign === '$') return ofSite !== null && DOLLARS.has(ofSite) ? ofSite : 'USD';
  if (sign === '¥') return ofSite === 'JPY' ? 'JPY' : 'CNY';
  if (sign === '元') return ofSite === 'TWD' || ofSite === 'HKD' ? ofSite : 'CNY';
  const word = CURRENCIES.get(sign.toLowerCase());
  if (word !== undefined) return word;
  // "100 all" is no amount: codes that are English words are taken only as codes are written.
  const code = sign.toUpperCase();
  return CODES.has(code) && (sign === code || /^(?:eur|usd|gbp|cny|jpy|chf|hkd)$/.test(sign)) ? code : null;
}

/** `1,299.00`, `1.299,00`, `1 299`, `12,50`: what stands before the last one or two digits is the decimal sign. */
function parseNumber(text: string): number {
  const decimals = /[.,](\d{1,2})$/.exec(text);
  const whole = (decimals ? text.slice(0, decimals.index) : text).replace(/\D/g, '');
  return Number(`${whole}.${decimals?.[1] ?? '0'}`);
}
