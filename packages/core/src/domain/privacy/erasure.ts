/** What becomes of the rows of one table. */
export interface ErasedRows {
  readonly table: string;
  /** Rows that go. */
  readonly erased: number;
  /** Rows that stay as figures, with nothing that leads to a person. */
  readonly anonymised: number;
}

/** The receipt of an erasure. It says what was done, and nothing of whom. */
export interface Erasure {
  /** The store's own number; a later one is higher. */
  readonly key: number;
  /** For the owner's own files: a UUID. */
  readonly id: string;
  readonly site: string;
  /** UTC milliseconds. */
  readonly at: number;
  /** Who did it: the account's name, or `solodesk` for the command line. */
  readonly by: string;
  readonly rows: readonly ErasedRows[];
  /** How many attachments were removed. */
  readonly files: number;
  /** What consoles and widgets that still show something are told: conversations, and the numbers of their tombstones. */
  readonly conversations: readonly { readonly key: number; readonly id: string; readonly event: number }[];
  /** Numbers of tickets that are figures now. */
  readonly tickets: readonly number[];
  readonly visitors: readonly number[];
}
