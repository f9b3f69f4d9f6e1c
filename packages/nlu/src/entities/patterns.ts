import type { Entity } from '@solodesk/core';
import { ExtractorRegex } from '@nlpjs/ner';
import type { Edge } from '@nlpjs/ner';

/** Bounded everywhere, so that no text makes it slow (RFC 5321: 64 before the `@`, and names of at most 63 a label). */
const EMAIL =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9_%+-][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}(?![A-Za-z0-9-])/g;

export interface PatternFinder {
  orders(text: string): Entity[];
  /** Orders that are named by their digits alone, as the site writes them: "1042" or "order 1042" for TL-1042. */
  ordersByDigits(text: string): Entity[];
  emails(text: string): Entity[];
}

/** What a regular expression can tell, found by nlp.js's own extractor for them. */
export function createPatternFinder(orderNumber: string | null): PatternFinder {
  const extractor = new ExtractorRegex({});
  const orders = orderNumber === null ? null : rule('order', orderExpression(orderNumber));
  const emails = rule('email', EMAIL);
  const complete = orderNumber === null ? null : completion(orderNumber);
  return {
    orders: (text) =>
      orders === null
        ? []
        : extractor.extractFromRule(text, orders).map((edge) => entity('order', edge, upperCase(edge))),
    ordersByDigits: (text) => (complete === null || !THREE_DIGITS.test(text) ? [] : namedByDigits(text, complete)),
    emails: (text) =>
      // Without the sign there is nothing to look for, and every message of a chat passes here.
      text.includes('@')
        ? extractor.extractFromRule(text, emails).map((edge) => entity('email', edge, email(edge)))
        : [],
  };
}

const THREE_DIGITS = /\d{3}/;
/**
 * How digits name an order: alone; behind a "#"; or behind what says that an order follows, and that nothing is to be ordered. Each ends with the
 * digits. `hint`: quick to tell, and nearly all messages have none of it.
 */
const DIGITS: readonly { hint: RegExp; is: RegExp }[] = [
  { hint: /^[\s#]*\d/, is: /^[\s#]*\d{3,14}(?=[\s.!?。！？]*$)/g },
  { hint: /#/, is: /(?<![\p{L}\p{N}])#\s?\d{3,14}(?![\p{L}\p{N}@-])/gu },
  {
    hint: /\border/i,
    is: /\b(?<!\b(?:to|i|we|you|can|could|would|will|please)\s)order(?:\s(?:number|num|no|nr)\.?)?(?:\sis)?[\s:#]{1,3}\d{3,14}(?![\w@-]|\s?[€$£¥]|\s(?:pieces|pcs|units|items|pairs|more|of)\b)/gi,
  },
  {
    hint: /[单單]/,
    is: /(?:订单|訂單|单号|單號)(?:编?号|編?號)?[码碼]?[是为為:：#\s]{0,3}\d{3,14}(?![\w@€$£¥元块塊件个個条條])/g,
  },
];

/** What makes a whole number of digits. Null where they may be those of more than one kind of order, or of none. */
function completion(pattern: string): ((digits: string) => string | null) | null {
  const kinds = pattern.split('|').flatMap((kind) => {
    const prefix = /^[A-Z]{1,8}[-_#/]?(?=\\d)/i.exec(kind)?.[0];
    return prefix === undefined ? [] : [{ prefix: prefix.toUpperCase(), whole: new RegExp(`^(?:${kind})$`, 'i') }];
  });
  if (kinds.length === 0) return null;
  return (digits) => {
    const [only, other] = kinds.filter(({ prefix, whole }) => whole.test(prefix + digits));
    return only === undefined || other !== undefined ? null : only.prefix + digits;
  };
}

function namedByDigits(text: string, complete: (digits: string) => string | null): Entity[] {
  const found: Entity[] = [];
  for (const { hint, is } of DIGITS) {
    if (!hint.test(text)) continue;
    // `matchAll` would make a copy of each expression for each message.
    is.lastIndex = 0;
    for (let match = is.exec(text); match !== null; match = is.exec(text)) {
      const [digits = ''] = /\d+$/.exec(match[0]) ?? [];
      const value = complete(digits);
      const end = match.index + match[0].length;
      if (value !== null) found.push({ kind: 'order', value, start: end - digits.length, end, text: digits });
    }
  }
  return found;
}

/** Whole numbers only, in whatever case they are typed: no letter or digit stands before or after. */
function orderExpression(pattern: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9])(?:${pattern})(?![A-Za-z0-9])`, 'gi');
}

function rule(name: string, expression: RegExp) {
  return { name, type: 'regex' as const, rules: [expression] };
}

function entity(kind: 'order' | 'email', { start, end, sourceText }: Edge, value: string): Entity {
  return { kind, value, start, end: end + 1, text: sourceText };
}

function upperCase({ sourceText }: Edge): string {
  return sourceText.toUpperCase();
}

/** The part before the `@` may tell cases apart; the domain does not. */
function email({ sourceText }: Edge): string {
  const at = sourceText.lastIndexOf('@');
  return sourceText.slice(0, at) + sourceText.slice(at).toLowerCase();
}
