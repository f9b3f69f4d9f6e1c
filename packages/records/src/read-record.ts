import type { CheckedKind, DraftOf, FieldProblem } from './draft-of.ts';
import { futureProblems } from './fields/not-future.ts';
import type { RecordSchemas } from './schemas.ts';

export type Reading<T> = { ok: true; draft: T } | { ok: false; problems: FieldProblem[] };

/** The one place where a record is checked, whether it came in a file or over HTTP. @param now UTC milliseconds */
export function readRecord<K extends CheckedKind>(
  schemas: RecordSchemas,
  kind: K,
  value: unknown,
  now: number,
): Reading<DraftOf[K]> {
  const parsed = schemas[kind].safeParse(value);
  if (parsed.success) {
    const draft = parsed.data as DraftOf[K];
    const problems = futureProblems(kind, draft, now);
    return problems.length === 0 ? { ok: true, draft } : { ok: false, problems };
  }
  return {
    ok: false,
    problems: parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ field: [...issue.path, key.slice(0, 40)].join('.'), reason: 'is not known here' }))
        : [{ field: issue.path.join('.'), reason: reasonOf(issue, value) }],
    ),
  };
}

function reasonOf(issue: { code?: string; path: readonly PropertyKey[]; message: string }, value: unknown): string {
  return issue.code === 'invalid_type' && valueAt(value, issue.path) === undefined ? 'is missing' : issue.message;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key], value);
}
