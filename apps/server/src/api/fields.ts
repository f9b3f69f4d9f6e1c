import { z } from 'zod';
import { Problem } from './problem.ts';

/** Control characters and halves of a character: neither means anything, and stores change them. */
const UNFIT = /[\p{Cc}\p{Cs}]/u;
const UNFIT_IN_LINES = /[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

/** Describes a field in both languages: the document has the English one, the page either. */
export function told<S extends z.ZodType>(schema: S, en: string, zh: string): S {
  return schema.meta({ description: en, 'x-description-zh': zh });
}

export function line(most: number) {
  return z
    .string('must be a text')
    .trim()
    .min(1, 'is empty')
    .max(most, `is longer than ${most} characters`)
    .refine((text) => !UNFIT.test(text), 'holds an invisible control character');
}

export function words(most: number) {
  return z
    .string('must be a text')
    .trim()
    .min(1, 'is empty')
    .max(most, `is longer than ${most} characters`)
    .refine((text) => !UNFIT_IN_LINES.test(text), 'holds an invisible control character');
}

/** A moment as it comes in, with its offset; UTC milliseconds inside. */
export const momentIn = z.iso
  .datetime({ offset: true, error: 'must be a moment with its offset, such as 2026-11-27T10:00:00Z (ISO 8601)' })
  .transform((text) => Date.parse(text));
/** As it goes out: UTC. */
export const momentOut = z.iso.datetime();

export function moment(at: number): string;
export function moment(at: number | null): string | null;
export function moment(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

const NOTHING = z.strictObject({});
/** For routes without parameters. */
export const none = { params: NOTHING, query: NOTHING };

export const locale = z.enum(['en', 'zh'], 'must be "en" or "zh"');

/** Which page of a list is wanted. */
export const paging = {
  cursor: told(
    z.string().max(200).optional(),
    'The `next` of the page before; the first page without it.',
    '上一页的 `next`；不填即第一页。',
  ),
  limit: told(
    z.coerce
      .number('must be a number')
      .int('must be a whole number')
      .min(1, 'must be 1 to 100')
      .max(100, 'must be 1 to 100')
      .default(50),
    'Most items of the page, 1 to 100.',
    '每页最多条数，1 到 100。',
  ),
};

export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({
    items: z.array(item),
    next: told(
      z.string().nullable(),
      'Send it as `cursor` to get the next page; null on the last one.',
      '作为 `cursor` 发送以取下一页；最后一页为 null。',
    ),
  });
}

/** A page of rows, of which one more than wanted was read. */
export function page<T, I extends object>(
  rows: readonly T[],
  limit: number,
  show: (row: T) => I,
  cursor: (row: T) => string | number,
) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? toCursor(cursor(last)) : null;
  return { status: 200, body: { items: shown.map(show), next } };
}

/** Callers are not to read anything into it. */
function toCursor(value: string | number): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** @throws Problem `invalid` for a text that no list gave. */
export function fromCursor<T extends 'string' | 'number'>(
  text: string | undefined,
  type: T,
): (T extends 'string' ? string : number) | undefined {
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch (cause) {
    throw wrongCursor(cause);
  }
  const fits = typeof value === type && (typeof value !== 'number' || Number.isSafeInteger(value));
  if (!fits) throw wrongCursor(null);
  return value as T extends 'string' ? string : number;
}

export function wrongCursor(cause: unknown): Problem {
  const reason = 'is no cursor of this list';
  return new Problem('invalid', `"cursor" ${reason}`, {
    cause,
    errors: [{ in: 'query', pointer: '', field: 'cursor', reason }],
  });
}
