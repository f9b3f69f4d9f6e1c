import { NormalizerEn } from '@nlpjs/lang-en';
import { simplify } from '@solodesk/core';

/** UTF-16 units of a text that are looked at; what a visitor wants stands in its first lines. */
export const MAX_UNITS = 1_000;

const normalizer = new NormalizerEn();
const ASCII = /^[\x20-\x7e]*$/;
/** Addresses name somebody or something, and say nothing about what is wanted. */
const ADDRESS = /[\w.+-]{1,64}@[\w.-]+|https?:\/\/[\x21-\x7e]+/gi;
const CURLY_APOSTROPHES = /[‘’ʼ´`]/g;

/**
 * One spelling for all that looks alike: full-width to half-width (NFKC), no accents, lower case, straight apostrophes, simplified characters.
 * Looks at the first 1,000 UTF-16 units only, which bounds the time.
 */
export function foldText(text: string): string {
  const head = withoutAddresses(text.length > MAX_UNITS ? text.slice(0, MAX_UNITS) : text);
  if (ASCII.test(head)) return head.toLowerCase();
  return simplify(normalizer.normalize(head.replace(CURLY_APOSTROPHES, "'").normalize('NFKC')));
}

function withoutAddresses(text: string): string {
  return text.includes('@') || text.includes('://') ? text.replace(ADDRESS, ' ') : text;
}
