import type { SparseRow } from '../rows/sparse-rows.ts';
import { FeatureTable } from './feature-table.ts';

export interface TfIdfOptions {
  /** A feature that is in fewer texts is left out. 1 by default. */
  leastTexts?: number;
}

/**
 * From a text's feature hashes to a row of length 1: `(1 + ln n) · idf` for a feature that occurs n times, with
 * `idf = 1 + ln((1 + texts) / (1 + texts with it))` (Salton and Buckley 1988, smoothed as if one more text had every feature).
 */
export class TfIdf {
  readonly table: FeatureTable;
  /** By column. */
  readonly idf: Float32Array;

  constructor(hashes: Uint32Array, idf: Float32Array) {
    this.table = FeatureTable.of(hashes);
    this.idf = idf;
  }

  /** @param texts of each its feature hashes, as often as they occur; columns are in order of first occurrence */
  static learn(texts: readonly ArrayLike<number>[], { leastTexts = 1 }: TfIdfOptions = {}): TfIdf {
    // Of each feature how many texts have it, and which one had it last: what a text has twice counts once.
    const textsWith = new Map<number, { count: number; last: number }>();
    texts.forEach((text, index) => {
      for (let at = 0; at < text.length; at += 1) {
        const known = textsWith.get(text[at]!);
        if (known === undefined) textsWith.set(text[at]!, { count: 1, last: index });
        else if (known.last !== index) {
          known.count += 1;
          known.last = index;
        }
      }
    });
    const kept = [...textsWith].filter(([, { count }]) => count >= leastTexts);
    return new TfIdf(
      Uint32Array.from(kept, ([hash]) => hash),
      Float32Array.from(kept, ([, { count }]) => 1 + Math.log((1 + texts.length) / (1 + count))),
    );
  }

  /** Features that were not learned are left out; without any the row is empty. */
  row(text: ArrayLike<number>): SparseRow {
    const counts = new Map<number, number>();
    for (let at = 0; at < text.length; at += 1) {
      const column = this.table.find(text[at]!);
      if (column >= 0) counts.set(column, (counts.get(column) ?? 0) + 1);
    }
    const columns = Int32Array.from(counts.keys());
    const values = Float32Array.from(counts, ([column, count]) => (1 + Math.log(count)) * this.idf[column]!);
    let squares = 0;
    for (const value of values) squares += value * value;
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let at = 0; at < values.length; at += 1) values[at] = values[at]! * scale;
    return { columns, values };
  }
}
