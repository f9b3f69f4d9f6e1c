import { offerLine } from '../dialogue/products/offer-texts.ts';
import type { Locale } from '../locale.ts';
import type { Recommendation } from '../recommendation.ts';

/**
 * Where no name is known, the blank or comma before it goes with it ("Hello {name}," becomes "Hello,"), and what comes after it where it
 * begins a line: "{name}, we miss you" becomes "We miss you".
 */
export function withName(text: string, name: string | null): string {
  if (name !== null) return text.replaceAll('{name}', () => name);
  return text
    .replace(/^\{name\}[ ,，、:：!！]*(\p{Ll}?)/gmu, (_, first: string) => first.toUpperCase())
    .replace(/[ ,，]*\{name\}/g, '');
}

/**
 * Puts what its reader may like, each with why, where the text says `{offers}`. Where nothing is known the whole paragraph goes: "You may like:
 * {offers}" must not be left in the air.
 */
export function withOffers(text: string, offers: readonly Recommendation[], locale: Locale): string {
  if (!text.includes('{offers}')) return text;
  const lines = offers.map((offer) => {
    const { url } = offer.product;
    return `• ${offerLine(offer, locale)}${url === null ? '' : ` ${url}`}`;
  });
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => lines.length > 0 || !paragraph.includes('{offers}'))
    .map((paragraph) => paragraph.replace(/\s*\{offers\}/g, () => `\n${lines.join('\n')}`).trim())
    .join('\n\n');
}
