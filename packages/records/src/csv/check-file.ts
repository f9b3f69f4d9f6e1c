import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { isChineseGb } from './chinese-gb.ts';

/** The file as a whole cannot be read; nothing of it was. */
export class UnreadableFileError extends Error {
  /** It may be a text in another encoding. */
  readonly otherEncoding: boolean;

  constructor(file: string, what: string, otherEncoding = false) {
    super(`${basename(file)}: ${what}`);
    this.name = 'UnreadableFileError';
    this.otherEncoding = otherEncoding;
  }
}

export interface CheckedFile {
  file: string;
  /** What people call it, where that is not its own name. */
  name?: string;
  bytes: number;
  delimiter: ',' | ';' | '\t' | '|';
  /** Lines before the header: Excel's "sep=;" is one. */
  skip: 0 | 1;
  encoding: Encoding;
}

export type Encoding = 'utf-8' | 'gb18030';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAVE_AS = 'save it as "CSV UTF-8" and import that';
/** A header longer than this is none. Characters. */
const LONGEST_HEAD = 64 * 1024;

/**
 * Reads a file from end to end, before anything of it is taken: it must be UTF-8 (a BOM may stand before it), or Chinese in GB18030 (GBK,
 * GB2312), as spreadsheets in China save it.
 * @throws UnreadableFileError with the line where it is something else
 */
export async function checkFile(file: string): Promise<CheckedFile> {
  try {
    return await checkAs(file, 'utf-8');
  } catch (cause) {
    if (!(cause instanceof UnreadableFileError && cause.otherEncoding) || !(await isChineseGb(file))) throw cause;
    return checkAs(file, 'gb18030');
  }
}

async function checkAs(file: string, encoding: Encoding): Promise<CheckedFile> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let bytes = 0;
  let lines = 1;
  let head = '';
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    if (bytes === 0) refuseByMagic(file, chunk);
    bytes += chunk.length;
    if (chunk.includes(0))
      throw new UnreadableFileError(
        file,
        `line ${lines + linesIn(chunk, chunk.indexOf(0))} holds a zero byte: this is no text file; ${SAVE_AS}`,
      );
    try {
      const text = decoder.decode(chunk, { stream: true });
      if (head.length < LONGEST_HEAD) head += text.slice(0, LONGEST_HEAD);
    } catch (cause) {
      throw notUtf8(file, chunk, lines, cause);
    }
    lines += linesIn(chunk, chunk.length);
  }
  try {
    decoder.decode();
  } catch (cause) {
    throw notUtf8(file, Buffer.alloc(0), lines, cause);
  }
  if (head.trim() === '') throw new UnreadableFileError(file, 'the file is empty; it needs a header line and a row');
  const told = /^sep=(.)\r?\n/i.exec(head);
  const skip = told === null ? 0 : 1;
  const delimiter = DELIMITERS.find((each) => each === told?.[1]) ?? delimiterOf(head.slice(told?.[0].length ?? 0));
  return { file, bytes, delimiter, skip, encoding };
}

function refuseByMagic(file: string, chunk: Buffer): void {
  const [first, second] = chunk;
  if (first === 0x50 && second === 0x4b) throw new UnreadableFileError(file, `this is an Excel workbook; ${SAVE_AS}`);
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new UnreadableFileError(file, `this is UTF-16; ${SAVE_AS}`);
  }
}

/** Tells the line too, by the first byte sequence that cannot be UTF-8. */
function notUtf8(file: string, chunk: Buffer, linesBefore: number, cause: unknown): unknown {
  if ((cause as { code?: unknown } | null)?.code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') return cause;
  const lossy = new TextDecoder('utf-8').decode(chunk);
  const place = lossy.indexOf('\ufffd');
  const line = linesBefore + (place === -1 ? 0 : (lossy.slice(0, place).match(/\n/g)?.length ?? 0));
  return new UnreadableFileError(
    file,
    `line ${line} is not UTF-8 (the file is perhaps in Latin-1 or Windows-1252); ${SAVE_AS}`,
    true,
  );
}

function linesIn(chunk: Buffer, end: number): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at !== -1 && at < end; at = chunk.indexOf(10, at + 1)) count++;
  return count;
}

/** The separator that stands most often in the first line, outside of quotes. */
function delimiterOf(head: string): CheckedFile['delimiter'] {
  const counts = new Map(DELIMITERS.map((delimiter): [string, number] => [delimiter, 0]));
  let quoted = false;
  for (const character of head) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) break;
    else if (!quoted && counts.has(character)) counts.set(character, counts.get(character)! + 1);
  }
  return DELIMITERS.reduce((best, each) => (counts.get(each)! > counts.get(best)! ? each : best));
}
