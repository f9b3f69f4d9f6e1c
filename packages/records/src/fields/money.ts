/** What a written amount of money is: digits, the separators that may stand between them, a sign or code around them. */
const AROUND = /^[\p{Sc}\p{L}\s]*|[\p{Sc}\p{L}\s]*$/gu;
const PLAIN = /^\d[\d.,]*$/;
const GROUPED_COMMA = /^\d{1,3}(,\d{3})+$/;
const MOST = 9_000_000_000_000;

const digitsOf = new Map<string, number>();

/** Digits after the point of a currency (ISO 4217): 2 of EUR, 0 of JPY. */
export function minorDigits(currency: string): number {
  let digits = digitsOf.get(currency);
  if (digits === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    digitsOf.set(currency, digits);
  }
  return digits;
}

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
export const isCurrency = (code: string): boolean => CODES.has(code);

/** The ISO 4217 code that stands beside a number ("49.90 EUR", "€ 49,90"); null for none, and for signs of several currencies. */
export function currencyBeside(text: string): string | null {
  const code = /[A-Z]{3}/.exec(text)?.[0];
  if (code !== undefined && isCurrency(code)) return code;
  return text.includes('€') ? 'EUR' : text.includes('£') ? 'GBP' : null;
}

/**
 * A written amount in minor units: "1,234.50", "1.234,50", "49,90 €", "￥99", "49.9000". Null where it is none, or could be
 * two ("1.234").
 */
export function parseMoney(text: string, currency: string): number | null {
  // Nearly all are digits and a point, around which there is nothing to take away.
  const bare = PLAIN.test(text)
    ? text
    : text
        .normalize('NFKC')
        .trim()
        .replace(AROUND, '')
        .replace(/[\s'’]/g, '');
  const negative = /^\s*-|^-/.test(text.trim()) || bare.startsWith('-');
  if (negative) return null;
  const number = withPoint(bare, minorDigits(currency));
  if (number === null) return null;
  const [whole = '0', fraction = ''] = number.split('.');
  const digits = minorDigits(currency);
  // More digits than the currency has are zeros that a database wrote, or the amount cannot be said in it.
  if (/[^0]/.test(fraction.slice(digits))) return null;
  const minor = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  return Number.isSafeInteger(minor) && minor <= MOST ? minor : null;
}

/** The number with a point before its fraction, and nothing between its groups. */
function withPoint(text: string, digits: number): string | null {
  if (/^\d+$/.test(text)) return text;
  if (!/^\d[\d.,]*$/.test(text)) return null;
  const [comma, point] = [text.lastIndexOf(','), text.lastIndexOf('.')];
  if (comma !== -1 && point !== -1) {
    const [group, decimal] = comma > point ? ['.', ','] : [',', '.'];
    const [whole = '', fraction = '', more] = text.split(decimal);
    const groups = whole.split(group);
    if (more !== undefined || !groups.slice(1).every((part) => part.length === 3)) return null;
    return `${groups.join('')}.${fraction}`;
  }
  const separator = comma !== -1 ? ',' : '.';
  const parts = text.split(separator);
  if (parts.length > 2) return parts.slice(1).every((part) => part.length === 3) ? parts.join('') : null;
  const after = parts[1]?.length ?? 0;
  if (after === 3 && digits !== 3) {
    if (separator === ',' && GROUPED_COMMA.test(text)) return parts.join('');
    return digits === 0 ? parts.join('') : null;
  }
  return `${parts[0]}.${parts[1] ?? ''}`;
}
