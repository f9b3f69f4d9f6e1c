import { UsageError } from './command-error.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you may not read it',
};

/**
 * What is to be thrown because a file that the command line names could not be read: what a person can put right in words, anything
 * else as it is.
 */
export function unreadable(file: string, cause: unknown): unknown {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return code === '' ? cause : new UsageError(`${file} cannot be read: ${REASONS[code] ?? code}`);
}
