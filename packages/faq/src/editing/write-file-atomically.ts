import { randomBytes } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../read-text-file.ts';

export interface WriteCondition {
  /** Writes only while the file still says this (a byte order mark aside); null: only while there is no such file. */
  onlyIfContent?: string | null;
}

/** The last write to each path: writers in this process take turns, so that compare and rename are one step among them. */
const turns = new Map<string, Promise<unknown>>();

/**
 * Writes UTF-8 text by temporary file, fsync, rename and fsync of the folder: readers see the old file or the new one.
 * A link is followed, and the mode of an existing file is kept.
 * @returns false, with nothing written, when the condition does not hold
 */
export async function writeFileAtomically(
  path: string,
  text: string,
  condition: WriteCondition = {},
): Promise<boolean> {
  const target = await resolved(path);
  return inTurn(target, () => write(target, text, condition));
}

/**
 * Removes a file if it still says `content`.
 * @returns false, with nothing removed, when it does not, or is not there
 */
export async function removeFileIf(path: string, content: string): Promise<boolean> {
  const target = await resolved(path);
  return inTurn(target, async () => {
    if ((await contentOf(target)) !== content) return false;
    await rm(target);
    await syncFolder(dirname(target));
    return true;
  });
}

async function inTurn<T>(target: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(target) ?? Promise.resolve();
  const turn = before.then(work, work);
  turns.set(target, turn);
  try {
    return await turn;
  } finally {
    if (turns.get(target) === turn) turns.delete(target);
  }
}

async function write(target: string, text: string, { onlyIfContent }: WriteCondition): Promise<boolean> {
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeDurably(temporary, text, await modeOf(target));
    if (onlyIfContent !== undefined && (await contentOf(target)) !== onlyIfContent) return false;
    await rename(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(dirname(target));
  return true;
}

/** Creates a file that is on disk when this returns. Refuses an existing one. */
export async function writeDurably(path: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  const handle = await open(path, 'wx', mode);
  try {
    await handle.writeFile(content, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a rename in the folder last through a power cut. */
export async function syncFolder(path: string): Promise<void> {
  // Windows has no such thing: opening a folder fails there.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function resolved(path: string): Promise<string> {
  return (await orNull(realpath(path))) ?? join(await realpath(dirname(path)), basename(path));
}

async function modeOf(path: string): Promise<number | undefined> {
  const stats = await orNull(stat(path));
  return stats ? stats.mode & 0o777 : undefined;
}

async function contentOf(path: string): Promise<string | null> {
  return (await orNull(readFile(path, 'utf8')))?.replace(/^\uFEFF/, '') ?? null;
}

async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
