import { maskPersonal } from './mask-personal.ts';

/** Code points that are kept of a search: nobody looks for more than a long sentence. */
const LONGEST = 200;
const DIGIT = /\p{Nd}/u;
/** What masking leaves of personal data, and whatever else in Latin letters has a digit in it. */
const MASKED = /name@example\.com|https?:\/\/\S+|[#a-z./_-]*\p{Nd}[\p{Nd}a-z./_-]*/giu;
const WORD = /\p{L}{2}|\p{Script=Han}/u;

/**
 * What may be kept of a search of the help centre: its words without personal data (as `maskPersonal` hides it, and the site's order numbers, however
 * short), on one line; null where no word of it is left to be a question.
 * @param orderNumber source of a regular expression that matches a whole order number, checked to be harmless; null where the site says none
 */
export function searchedWords(query: string, orderNumber: string | null): string | null {
  const masked = maskPersonal(withoutOrders(query.replace(/\s+/gu, ' ').trim(), orderNumber));
  if (!WORD.test(masked.replace(MASKED, ' '))) return null;
  return [...masked].slice(0, LONGEST).join('').trim();
}

function withoutOrders(text: string, orderNumber: string | null): string {
  if (orderNumber === null) return text;
  const numbers = new RegExp(`(?<![A-Za-z0-9])(?:${orderNumber})(?![A-Za-z0-9])`, 'gi');
  // A pattern of letters or digits fits plain words as well.
  return text.replace(numbers, (number) => (DIGIT.test(number) ? number.replace(/[\p{L}\p{N}]/gu, '0') : number));
}
