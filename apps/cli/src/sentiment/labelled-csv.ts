import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import type { SentimentLabel } from '@solodesk/core';
import { CsvError, parse } from 'csv-parse/sync';
import { CommandError } from '../command-error.ts';
import { unreadable } from '../unreadable.ts';

export interface LabelledText {
  text: string;
  label: SentimentLabel;
}

export interface LabelledFile {
  rows: LabelledText[];
  /** Two where no text of the file is neutral, as with labels 0 and 1; otherwise three. */
  classes: 2 | 3;
}

interface ParsedRow {
  record: Record<string, string>;
  info: { lines: number };
}

const LABEL_OF: Readonly<Record<string, SentimentLabel>> = {
  negative: 'negative',
  neutral: 'neutral',
  positive: 'positive',
  '0': 'negative',
  '1': 'positive',
};

/** Reads a CSV file with the columns `text` and `label`. @throws CommandError with file and line */
export async function readLabelled(file: string): Promise<LabelledFile> {
  return parseLabelled(file, await readUtf8(file));
}

/** @throws UsageError if the file cannot be read, CommandError if it is no UTF-8 */
export async function readUtf8(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw unreadable(file, cause);
  }
  if (!isUtf8(bytes)) throw new CommandError(`${file} is not UTF-8; save it as UTF-8 and try again`);
  return new TextDecoder().decode(bytes);
}

/** RFC 4180 with a header; columns in any order, others are ignored, a byte order mark and blank lines too. */
export function parseLabelled(file: string, content: string): LabelledFile {
  const rows = parseRows(file, content);
  if (rows.length === 0)
    throw new CommandError(`${file} has no rows; it needs a header "text,label" and a text a line`);
  const kinds = new Set(rows.map(({ record }) => (/^[01]$/.test((record['label'] ?? '').trim()) ? 'number' : 'word')));
  if (kinds.size > 1) throw new CommandError(`${file} mixes labels 0 and 1 with words; use one of the two`);
  const labelled = rows.map(({ record, info }) => {
    const label = LABEL_OF[(record['label'] ?? '').trim().toLowerCase()];
    if (label === undefined) {
      const found = (record['label'] ?? '').slice(0, 40);
      throw new CommandError(
        `${file}:${info.lines} the label is "${found}"; it must be negative, neutral or positive, or 0 or 1 for two classes`,
      );
    }
    return { text: record['text'] ?? '', label };
  });
  return { rows: labelled, classes: labelled.some(({ label }) => label === 'neutral') ? 3 : 2 };
}

function parseRows(file: string, content: string): ParsedRow[] {
  try {
    return parse(content, {
      bom: true,
      columns: (names: string[]) => header(file, names),
      info: true,
      skip_empty_lines: true,
    }) as unknown as ParsedRow[];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = typeof cause['lines'] === 'number' ? cause['lines'] : 1;
    throw new CommandError(`${file}:${line} is no CSV from here on: ${cause.message}`);
  }
}

function header(file: string, names: readonly string[]): string[] {
  const columns = names.map((name) => name.trim().toLowerCase());
  for (const needed of ['text', 'label']) {
    if (!columns.includes(needed)) {
      throw new CommandError(`${file}:1 the header has no column "${needed}"; it must have "text" and "label"`);
    }
  }
  return columns;
}
