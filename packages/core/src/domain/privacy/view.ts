/** What somebody at the desk looked at or took along. */
export type ViewKind = 'contact' | 'conversation' | 'person_export' | 'table_export';

export interface NewView {
  readonly site: string;
  /** UTC milliseconds. */
  readonly at: number;
  readonly account: number;
  /** The account's name at that time. */
  readonly by: string;
  readonly kind: ViewKind;
  /** Whose: numbers of the store. Both null for a table, and once the person is erased. */
  readonly contact: number | null;
  readonly visitor: number | null;
  /** Which table was taken along; else empty. */
  readonly detail: string;
}

export interface View extends NewView {
  /** The store's own number; a later one is higher. */
  readonly key: number;
}

/** Looking again within this time is the same look. Milliseconds. */
export const SAME_LOOK_MS = 10 * 60_000;
