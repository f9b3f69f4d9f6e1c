/** The records that can be imported and sent. */
export const RECORD_KINDS = ['products', 'orders', 'customers', 'spend', 'feedback'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** What came of a row: `repeated` stood in the same batch before, and was left alone. */
export type RecordOutcome = 'new' | 'changed' | 'same' | 'repeated';

/** One import, which can be taken back as a whole. */
export interface RecordBatch {
  /** The store's own number, by which people name it. */
  readonly key: number;
  readonly site: string;
  readonly kind: RecordKind;
  /** Name of the file, without its folder. */
  readonly file: string;
  /** UTC milliseconds; `finishedAt` is null while it runs, or when it was broken off. */
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly undoneAt: number | null;
  /** Rows that were added, changed and found to be the same, and refused rows. */
  readonly counts: { readonly new: number; readonly changed: number; readonly same: number; readonly refused: number };
}

/** What taking a batch back has done so far: `kept` records were changed by others since, or are in use. */
export interface UndoProgress {
  readonly removed: number;
  readonly restored: number;
  readonly kept: number;
  /** Whether nothing of the batch is left. */
  readonly done: boolean;
}
