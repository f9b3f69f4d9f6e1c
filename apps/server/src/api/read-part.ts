import type { z } from 'zod';
import { Problem } from './problem.ts';
import type { ProblemDetail } from './problem.ts';

/** Wrong fields that are told of one request. */
const MOST_TOLD = 100;

/**
 * Reads a part of a request. @throws Problem `invalid` with each wrong field; `not_found` for a path that names nothing
 * that could be, as for one that names nothing that is.
 */
export function readPart<S extends z.ZodType>(where: ProblemDetail['in'], schema: S, value: unknown): z.output<S> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  if (where === 'path') throw new Problem('not_found', 'nothing of this site is called so');
  const errors = read.error.issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ path: [...issue.path, key], reason: 'is not known here' }))
        : [{ path: issue.path, reason: issue.message }],
    )
    .slice(0, MOST_TOLD)
    .map(({ path, reason }) => ({
      ...{ in: where, field: path.map(String).join('.'), reason },
      pointer: where === 'body' ? path.map((part) => `/${escaped(String(part))}`).join('') : '',
    }));
  const [first] = errors;
  throw new Problem(
    'invalid',
    first === undefined || first.field === '' ? (first?.reason ?? '') : `"${first.field}" ${first.reason}`,
    {
      errors,
    },
  );
}

/** RFC 6901, 3. */
export function escaped(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}
