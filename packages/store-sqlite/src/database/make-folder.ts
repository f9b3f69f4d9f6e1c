import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those it lies in, where they are not there yet. Node's own `recursive` tries for ever where a file system takes
 * no folders, such as `/proc`: here the second refusal is the answer.
 * @throws the error of the file system
 */
export function makeFolder(path: string, mode?: number): void {
  try {
    mkdirSync(path, mode);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'ENOENT' || dirname(path) === path) {
      if (isFolder(path)) return;
      throw cause;
    }
    makeFolder(dirname(path), mode);
    mkdirSync(path, mode);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
