import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { CommandError } from './command-error.ts';
import { unreadable } from './unreadable.ts';

/**
 * The text of a file in UTF-8, in UTF-16 with a byte order mark, or, where it is neither, in GB18030 (what spreadsheets in China save).
 * @throws UsageError if it cannot be read, CommandError if it is no text
 */
export async function readText(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw unreadable(file, cause);
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new CommandError(`${file} is an Excel workbook; save it as CSV UTF-8`);
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'gb18030';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new CommandError(`${file} is neither UTF-8 nor GB18030; save it as UTF-8 and try again`);
  }
}
