import { isUtf8 } from 'node:buffer';
import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { TextDecoder } from 'node:util';

export const MAX_FILE_BYTES = 2 * 1024 * 1024;

export type TextReading =
  | { kind: 'text'; text: string }
  /** There is nothing (any more) under this name. */
  | { kind: 'gone' }
  | { kind: 'refused'; reason: string; line: number };

/** Reads one UTF-8 file, of at most 2 MB unless told otherwise; a byte order mark is taken off. Never throws for what a folder can hold. */
export async function readTextFile(path: string, maxBytes = MAX_FILE_BYTES): Promise<TextReading> {
  try {
    // Without O_NONBLOCK, opening a named pipe would wait for its writer for ever.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return await readOpenFile(handle, maxBytes);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'gone' } : refused(failureWords(code));
  }
}

/** Why nothing can be read under a name that leads nowhere, or out of a folder. */
export async function readingOfNothing(path: string): Promise<TextReading> {
  try {
    await stat(path);
    return { kind: 'gone' };
  } catch (error) {
    const code = errorCode(error);
    return ['EACCES', 'EPERM', 'ELOOP'].includes(code) ? refused(failureWords(code)) : { kind: 'gone' };
  }
}

async function readOpenFile(handle: FileHandle, maxBytes: number): Promise<TextReading> {
  const stats = await handle.stat();
  if (!stats.isFile()) return refused('is not a plain file');
  if (stats.size > maxBytes) return tooBig(maxBytes);
  // One byte more than allowed: the file may have grown since.
  const buffer = Buffer.alloc(Math.min(stats.size * 2 + 4096, maxBytes + 1));
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length > maxBytes ? tooBig(maxBytes) : decode(buffer.subarray(0, length));
}

function decode(bytes: Uint8Array): TextReading {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return refused('is saved as UTF-16; save it as UTF-8');
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  if (isUtf8(bytes)) return { kind: 'text', text };
  const readable = text.split('\ufffd')[0] ?? '';
  return refused('is not UTF-8 text; save it as UTF-8', readable.split('\n').length);
}

function tooBig(maxBytes: number): TextReading {
  return refused(`is larger than ${maxBytes / 1024 / 1024} MB; split it into several files`);
}

function refused(reason: string, line = 1): TextReading {
  return { kind: 'refused', reason, line };
}

function failureWords(code: string): string {
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read by the server; check its permissions';
  if (code === 'ELOOP') return 'is a link that leads back to itself';
  return `cannot be read (${code})`;
}

/** Node's name of an operating system's error, `UNKNOWN` for anything else. */
export function errorCode(error: unknown): string {
  return error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : 'UNKNOWN';
}
