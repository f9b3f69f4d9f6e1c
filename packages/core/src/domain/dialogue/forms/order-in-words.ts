import { simplify } from '../../words/simplify.ts';
import { namesOnly } from './only-names.ts';

/** People answer what they have at hand: this is a telephone's number, and no order's. */
const CHINESE_MOBILE = /^1[3-9]\d{9}$/;
const NUMBER = /(?<![A-Za-z0-9])#?([A-Za-z]{0,6}[-_]?\d{3,14})(?![A-Za-z0-9@])/;
const BY_ITS_NAME =
  /(?:\border(?: (?:number|no\.?|nr\.?))?|(?:订单号?|单号)(?:码|是|为)?)\s*(?:[:：#是]|is\b)?\s*([A-Za-z]{0,6}-?\d{3,14})(?![A-Za-z0-9@])/i;
/** "1204 Mill Lane", 文三路100号, Hauptstraße 120: the number of a house. */
const OF_A_PLACE =
  /\d[a-z]?,?\s+(?:[\p{L}'’.-]+\s+){1,3}(?:street|st|road|rd|lane|ln|avenue|ave|boulevard|blvd|crescent|terrace)\b|(?:str(?:a(?:ß|ss)e|\.)|platz|weg|gasse|allee)\s*\d|\b(?:rue|calle|rua|avenida)\b.*\d|(?:路|街|道|巷|弄|小区|大厦)\d+(?:号|弄|室|栋|幢)|\d+(?:弄|室|栋|幢|单元)/iu;
/** "We are Kessler GmbH, DE123456789": the number of a company. */
const OF_A_COMPANY = /\b(?:vat|tax|ust|gmbh|ltd|inc|llc|sarl|srl|b\.?v\.?|company)\b|税号|纳税人|信用代码|有限公司/iu;

/** "order 1042", 订单号是1042: a number that its name stands before is one, whatever the site's usually look like. Null: there is none. */
export function orderByItsName(words: string): string | null {
  return BY_ITS_NAME.exec(simplify(words))?.[1]?.toUpperCase() ?? null;
}

/** Whether words name an order by its name, and say nothing else. */
export function isOnlyOrder(words: string): boolean {
  const number = orderByItsName(words);
  return number !== null && namesOnly(words, [number]);
}

/** The number in an answer to the question for one. Null: there is none, or it is that of something else. */
export function looseOrder(words: string): string | null {
  if (CHINESE_MOBILE.test(words)) return null;
  if (OF_A_PLACE.test(simplify(words)) || OF_A_COMPANY.test(words)) return orderByItsName(words);
  return NUMBER.exec(words)?.[1]?.toUpperCase() ?? null;
}
