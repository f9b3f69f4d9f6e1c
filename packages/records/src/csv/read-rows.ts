import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import type { CheckedFile } from './check-file.ts';

export interface CsvRow {
  /** Of its first line in the file, from 1. */
  line: number;
  values: readonly string[];
  /** Bytes of the file that were read so far. */
  bytes: number;
}

/** From here on the file is no CSV. */
export class BrokenCsvError extends Error {
  /** Where the row begins that cannot be read. */
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.name = 'BrokenCsvError';
    this.line = line;
  }
}

/** A row that is longer than this has a quote that is never closed. Characters. */
const LONGEST_ROW = 256 * 1024;

/**
 * The rows of a file (RFC 4180), the header first, as they come; blank lines are left out.
 * @throws BrokenCsvError where it cannot be gone on; the rows before it have come by then
 */
export async function* readRows({ file, delimiter, skip, encoding }: CheckedFile): AsyncGenerator<CsvRow, void, void> {
  let read: CsvRow[] = [];
  let bytes = 0;
  let next = 1 + skip;
  let blanks = 0;
  let failure: Error | null = null;
  const parser = parse({
    delimiter,
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    // 5" nails: a quote within a value that does not begin with one is part of it.
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
    from_line: skip + 1,
    // Rows are taken here and not from the stream, which loses those that it holds when a later one fails.
    on_record(record: string[], { empty_lines }) {
      // The parser's own number counts CR and LF within quotes as two lines.
      next += empty_lines - blanks;
      blanks = empty_lines;
      read.push({ line: next, values: record, bytes });
      next++;
      for (const value of record) next += newlinesIn(value);
      return null;
    },
  });
  parser.on('error', (cause: Error) => (failure ??= cause));
  const feed = (chunk: Buffer | string | null) =>
    new Promise<void>((resolve) => {
      // A parser that has failed takes nothing, and calls nobody back.
      const done = () => resolve();
      parser.once('close', done);
      const fed = () => {
        parser.off('close', done);
        resolve();
      };
      if (chunk === null) parser.end(fed);
      else parser.write(chunk, fed);
    });
  const taken = () => {
    const rows = read;
    read = [];
    return rows;
  };

  const decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    await feed(decoder === null ? chunk : decoder.decode(chunk, { stream: true }));
    yield* taken();
    if (failure !== null) throw brokenAt(next, failure);
  }
  // Nobody reads what comes out, which is nothing; without a reader the stream would never end.
  parser.resume();
  await feed(null);
  yield* taken();
  if (failure !== null) throw brokenAt(next, failure);
}

function brokenAt(line: number, cause: Error): Error {
  if (!(cause instanceof CsvError)) return cause;
  const quote = /QUOTE|MAX_RECORD/.test(cause.code);
  return new BrokenCsvError(
    line,
    quote
      ? 'a " is opened and never closed: nothing can be read from here on'
      : `nothing can be read from here on (${cause.code})`,
  );
}

function newlinesIn(text: string): number {
  return /[\r\n]/.test(text) ? text.split(/\r\n|\r|\n/).length - 1 : 0;
}
