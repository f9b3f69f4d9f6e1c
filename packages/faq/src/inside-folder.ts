import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { errorCode } from './read-text-file.ts';

/** What a folder's owner can cause; anything else is the disk's fault. */
export const UNREACHABLE = ['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'EPERM'];

/** Where `dir/name` really lies, or null when it does not exist or a link leads out of `realDir`. */
export async function realpathInside(dir: string, realDir: string | null, name: string): Promise<string | null> {
  const path = await realpathOrNull(join(dir, name));
  return path !== null && realDir !== null && path.startsWith(realDir + sep) ? path : null;
}

export async function realpathOrNull(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch (error) {
    if (UNREACHABLE.includes(errorCode(error))) return null;
    throw error;
  }
}
