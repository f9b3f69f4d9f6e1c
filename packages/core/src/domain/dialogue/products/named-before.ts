import type { Catalogue, Product } from '../../product.ts';
import { readProductQuestion } from './product-question.ts';

const CLAUSE = /[,.;!?\n，。；！？]+\s*|\s(?:and|so|but)\s/u;
const WORD = /[\p{L}\p{N}]/u;
/** Asked of whatever there is of it: 有推荐吗. */
const OF_IT = /\b(?:any|some|recommend(?:ations?)?|suggestions?|ideas?)\b|推[荐薦]|合[适適]的/giu;
/** Fewer letters are no name of a thing. */
const SHORTEST = 4;
const LONGEST_HAN = 4;
const SHORTEST_HAN = 2;
/** UTF-16 units: longer ones tell a story. */
const LONGEST = 160;

/**
 * "She loves aprons, do you have any?", 想买个围裙，有推荐吗: what is asked for stands in the clause before the question. Empty where the question
 * names something itself, or nothing of the catalogue was named.
 */
export function namedBefore(catalogue: Catalogue, text: string): readonly Product[] {
  if (text.length > LONGEST) return [];
  const clauses = text.split(CLAUSE).filter((clause) => WORD.test(clause));
  const asked = clauses.at(-1);
  const told = clauses.at(-2);
  if (asked === undefined || told === undefined) return [];
  const question = readProductQuestion(asked);
  if (question === null || !question.asksWhether || question.facts.length > 0) return [];
  if (WORD.test(question.rest.replace(OF_IT, ' '))) return [];
  for (const name of namesIn(told)) {
    const products = catalogue.called(name, 'exact');
    if (products.length > 0) return products;
  }
  return [];
}

/** What may be a name, the longest first. */
function* namesIn(text: string): Generator<string> {
  const words = text.match(/[\p{Script=Latin}]+/gu) ?? [];
  for (let length = Math.min(2, words.length); length > 0; length--) {
    for (let at = words.length - length; at >= 0; at--) {
      const name = words.slice(at, at + length);
      if (name.every((word) => word.length >= SHORTEST)) yield name.join(' ');
    }
  }
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    for (let length = Math.min(LONGEST_HAN, run.length); length >= SHORTEST_HAN; length--) {
      for (let at = run.length - length; at >= 0; at--) yield run.slice(at, at + length);
    }
  }
}
