import { lstat, readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { errorCode } from '../read-text-file.ts';

/** What a folder's owner can cause; anything else is the disk's fault. */
export const UNREACHABLE = ['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'EPERM'];

/** Of a folder that a site need not have: what was in it must not vanish without a word. */
export const UNREADABLE_FOLDER = 'cannot be read as a folder; check that it is one, and its permissions';

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

/** Whether something stands under that name, be it a link that leads nowhere. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (UNREACHABLE.includes(errorCode(error))) return false;
    throw error;
  }
}

/** What is in a folder that need not be there; null when there is something of that name, and it cannot be read as a folder. */
export async function namesInOptional(folder: string): Promise<string[] | null> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (!UNREACHABLE.includes(errorCode(error))) throw error;
    return (await isThere(folder)) ? null : [];
  }
}
