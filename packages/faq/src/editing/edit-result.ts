import type { FileProblem } from '../file-problem.ts';

/**
 * What became of a change. Refused ones leave the disk as it was: `invalid` (the result would not be a good site),
 * `exists` (the name is taken), `changed` (somebody else kept writing the same file).
 */
export type EditResult =
  { ok: true } | { ok: false; reason: 'invalid' | 'exists' | 'changed'; problems: FileProblem[] };
