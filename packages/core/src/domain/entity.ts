export type EntityKind = 'order' | 'email' | 'phone' | 'date' | 'amount' | 'product';

/** Where a named thing stands in the text as it was written: UTF-16 offsets, `end` exclusive. */
export interface EntityPlace {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Something that a text names, normalised:
 * `order` as the site writes it (upper case); `email` with its domain in lower case; `phone` in E.164 (`+4930123456`);
 * `date` ISO 8601 with the offset of the zone that was given (`2026-12-03T10:00:00+08:00`);
 * `amount` as ISO 4217 code and decimal (`CNY 99.00`); `product` by its id in the catalogue.
 */
export type Entity = EntityPlace &
  (
    | { readonly kind: 'order' | 'email' | 'phone'; readonly value: string }
    | {
        readonly kind: 'date';
        readonly value: string;
        /** Whether the text names a time of day; else `value` is the usual one of its part of the day, or noon. */
        readonly timeIsCertain: boolean;
        /** The end of a span ("Monday to Wednesday"). */
        readonly until?: string;
      }
    | { readonly kind: 'amount'; readonly value: string; readonly amount: number; readonly currency: string }
    | {
        readonly kind: 'product';
        readonly value: string;
        readonly name: string;
        /** From 0 to 1, 1 is exact. */
        readonly likeness: number;
      }
  );
