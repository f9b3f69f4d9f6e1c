import type { Entity } from '@solodesk/core';
import { ExtractorRegex } from '@nlpjs/ner';
import type { Edge } from '@nlpjs/ner';

/** Bounded everywhere, so that no text makes it slow (RFC 5321: 64 before the `@`, and names of at most 63 a label). */
const EMAIL =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9_%+-][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}(?![A-Za-z0-9-])/g;

export interface PatternFinder {
  orders(text: string): Entity[];
  emails(text: string): Entity[];
}

/** What a regular expression can tell, found by nlp.js's own extractor for them. */
export function createPatternFinder(orderNumber: string | null): PatternFinder {
  const extractor = new ExtractorRegex({});
  const orders = orderNumber === null ? null : rule('order', orderExpression(orderNumber));
  const emails = rule('email', EMAIL);
  return {
    orders: (text) =>
      orders === null
        ? []
        : extractor.extractFromRule(text, orders).map((edge) => entity('order', edge, upperCase(edge))),
    emails: (text) =>
      // Without the sign there is nothing to look for, and every message of a chat passes here.
      text.includes('@')
        ? extractor.extractFromRule(text, emails).map((edge) => entity('email', edge, email(edge)))
        : [],
  };
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
