import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { CommandError } from './command-error.ts';
import { unreadable } from './unreadable.ts';

/** Read once, so that two options may both name it. */
let standardInput: Promise<Uint8Array> | undefined;

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * The text of a file in UTF-8, in UTF-16 with a byte order mark, or, where it is neither, in GB18030 (what spreadsheets in China save).
 * @param file `-` is standard input
 * @throws UsageError if it cannot be read, CommandError if it is no text
 */
export async function readText(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await (file === '-' ? (standardInput ??= readStandardInput()) : readFile(file));
  } catch (cause) {
    throw unreadable(nameOfInput(file), cause);
  }
  const name = nameOfInput(file);
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) throw new CommandError(`${name} is an Excel workbook; save it as CSV UTF-8`);
  if (first === 0x1f && second === 0x8b) throw new CommandError(`${name} is compressed; unpack it and try again`);
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder(encodingOf(first, second), { fatal: true }).decode(bytes);
  } catch {
    throw new CommandError(`${name} is neither UTF-8 nor GB18030; save it as UTF-8 and try again`);
  }
}

/** What messages call it. */
export function nameOfInput(file: string): string {
  return file === '-' ? 'standard input' : file;
}

/** Of what is no UTF-8, by its first two bytes. */
function encodingOf(first: number | undefined, second: number | undefined): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'gb18030';
}
