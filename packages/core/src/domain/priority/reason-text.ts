import type { Locale } from '../locale.ts';

/** What a reason's text may name. */
export interface ReasonFields {
  /** The words that were said, as the rule has them; null where it asks for none. */
  word: string | null;
  messagesToday: number;
  orderTotal: number;
  hours: string | null;
}

/** `{word}` and the others, wherever braces stand. */
const FIELD = /\{(\w+)\}/g;

const REASON_FIELDS: readonly string[] = ['word', 'n', 'nth', 'hours', 'total'];

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** A rule's text with what it names: `{nth} message today` becomes "third message today". Braces around anything else stay. */
export function reasonText(written: string, locale: Locale, fields: ReasonFields): string {
  return written.replace(FIELD, (whole, name: string) => valueOf(name, locale, fields) ?? whole);
}

/** The fields that a text names and that no reason knows. */
export function unknownFields(written: string): string[] {
  return Array.from(written.matchAll(FIELD), ([, name = '']) => name).filter((name) => !REASON_FIELDS.includes(name));
}

function valueOf(name: string, locale: Locale, fields: ReasonFields): string | undefined {
  switch (name) {
    case 'word':
      return fields.word?.replaceAll('*', '') ?? '';
    case 'n':
      return String(fields.messagesToday);
    case 'nth':
      return nth(fields.messagesToday, locale);
    case 'hours':
      return fields.hours ?? '';
    case 'total':
      return fields.orderTotal.toLocaleString('en-US', { maximumFractionDigits: 2 });
    default:
      return undefined;
  }
}

function nth(count: number, locale: Locale): string {
  if (locale === 'zh') return `第${count}`;
  const word = ORDINALS[count];
  if (word !== undefined && word !== '') return word;
  const tens = count % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${ending}`;
}
