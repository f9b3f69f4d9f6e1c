import type { RecordKind } from '@solodesk/core';
import { fold, guessColumns } from './mapping.ts';

/** From the likeliest on, where two kinds know as many columns. */
const BY_LIKELIHOOD: readonly RecordKind[] = ['customers', 'orders', 'products', 'spend', 'feedback'];
/** Lists of all kinds have such a column for what the owner noted: alone it makes no review of a row. */
const REMARK = ['comment', 'comments'];
/** Every list numbers or names its rows: alone it makes no order of them. */
const ANY_NAME = ['id', 'name'];
/** Of orders alone, whatever their number is called; and their goods, which a price list has as well, beside a day. */
const OF_ORDERS = ['total', 'status', 'tracking_url'];
const GOODS = ['line_product', 'line_name', 'line_quantity', 'line_price'];

/**
 * What a file seems to hold: the kind that knows most of its columns, of those that need nothing more. What stands in lists of every
 * kind counts for none of them.
 */
export function likelyKind(header: readonly string[]): RecordKind {
  const names = [...new Set(header.map((column) => column.trim()))];
  let [likely, most]: [RecordKind, number] = ['customers', 0];
  for (const kind of BY_LIKELIHOOD) {
    const weight = weightOf(kind, names);
    if (weight > most) [likely, most] = [kind, weight];
  }
  return likely;
}

/** How many of the columns speak for a kind; 0 where something speaks against it. */
function weightOf(kind: RecordKind, names: readonly string[]): number {
  const { columns, needs } = guessColumns(kind, names);
  const held = new Map(
    columns.flatMap(({ field, column }) => (field === null ? [] : [[field, fold(column)] as const])),
  );
  if (!needs.some((field) => held.has(field))) return 0;
  switch (kind) {
    case 'feedback': {
      const isRemark = !held.has('rating') && REMARK.includes(held.get('text') ?? '');
      // Where there is hardly anything else, it is what the file is about.
      return isRemark && held.size > 2 ? held.size - 1 : held.size;
    }
    case 'orders': {
      const isNumbered = !ANY_NAME.includes(held.get('number') ?? '');
      const has = (fields: readonly string[]) => fields.some((field) => held.has(field));
      return isNumbered || has(OF_ORDERS) || (held.has('placed_at') && has(GOODS)) ? held.size : 0;
    }
    case 'products':
      // A catalogue says how to reach nobody.
      return names.some((name) => reaches(name)) ? 0 : held.size;
    default:
      return held.size;
  }
}

function reaches(name: string): boolean {
  const [column] = guessColumns('customers', [name]).columns;
  return column?.field === 'email' || column?.field === 'phone';
}
