import type { ContactDraft, OrderDraft, ProductDraft, RecordKind } from '@solodesk/core';
import type { RecordSchemas } from './schemas.ts';

export interface DraftOf {
  products: ProductDraft;
  orders: OrderDraft;
  customers: ContactDraft;
}

/** What is wrong with one field, named by its path (`lines.0.price`); '' is the record as a whole. */
export interface FieldProblem {
  field: string;
  reason: string;
}

export type Reading<T> = { ok: true; draft: T } | { ok: false; problems: FieldProblem[] };

/** The one place where a record is checked, whether it came in a file or over HTTP. */
export function readRecord<K extends RecordKind>(schemas: RecordSchemas, kind: K, value: unknown): Reading<DraftOf[K]> {
  const parsed = schemas[kind].safeParse(value);
  if (parsed.success) return { ok: true, draft: parsed.data as DraftOf[K] };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => ({
      field: issue.path.join('.'),
      reason:
        issue.code === 'unrecognized_keys'
          ? `does not know ${issue.keys.map((key) => `"${key.slice(0, 40)}"`).join(', ')}`
          : issue.code === 'invalid_type' && valueAt(value, issue.path) === undefined
            ? 'is missing'
            : issue.message,
    })),
  };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key], value);
}
