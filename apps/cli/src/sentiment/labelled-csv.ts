import type { SentimentLabel } from '@solodesk/core';
import { csvLayout } from '@solodesk/nlu';
import { CsvError, parse } from 'csv-parse/sync';
import { CommandError } from '../command-error.ts';
import { nameOfInput, readText } from '../read-text.ts';

export interface LabelledText {
  text: string;
  label: SentimentLabel;
}

export interface LabelledFile {
  rows: LabelledText[];
  /** Two where no text of the file is neutral, as with labels 0 and 1; otherwise three. */
  classes: 2 | 3;
}

const COLUMNS = ['text', 'label'];

interface ParsedRow {
  record: Record<string, string>;
  info: { lines: number };
}

const LABEL_OF: Readonly<Record<string, SentimentLabel>> = {
  negative: 'negative',
  neutral: 'neutral',
  positive: 'positive',
};
/** Where -1 is a label, 0 is between it and 1; else 0 is the worse of two. */
const WITH_MINUS: Readonly<Record<string, SentimentLabel>> = { '-1': 'negative', '0': 'neutral', '1': 'positive' };
const ZERO_OR_ONE: Readonly<Record<string, SentimentLabel>> = { '0': 'negative', '1': 'positive' };

/** Reads a CSV file (`-` is standard input) with the columns `text` and `label`. @throws UsageError if it cannot be read, CommandError with file and line */
export async function readLabelled(file: string): Promise<LabelledFile> {
  return parseLabelled(nameOfInput(file), await readText(file));
}

/** RFC 4180 with a header, or semicolons or tabs; columns in any order, others are ignored, a byte order mark and blank lines too. */
export function parseLabelled(file: string, content: string): LabelledFile {
  const rows = parseRows(file, content);
  if (rows.length === 0)
    throw new CommandError(`${file} has no rows; it needs a header "text,label" and a text a line`);
  const names = new Set(rows.map(({ record }) => labelIn(record)));
  const numbers = [...names].filter((name) => /^[-+]?\d+(?:\.\d+)?$/.test(name));
  const isRating = numbers.some((name) => !['-1', '0', '1'].includes(name));
  if (isRating && numbers.length === names.size)
    throw new CommandError(
      `${file} has ratings (${sample(numbers)}) for labels; write negative, neutral or positive instead, as 1 and 2 stars of 5 are negative`,
    );
  if (!isRating && numbers.length > 0 && numbers.length < names.size)
    throw new CommandError(`${file} mixes labels in numbers with words (${sample([...names])}); use one of the two`);
  const meanings = numbers.length === 0 ? LABEL_OF : names.has('-1') ? WITH_MINUS : ZERO_OR_ONE;
  const labelled = rows.map(({ record, info }) => {
    const name = labelIn(record);
    const label = Object.hasOwn(meanings, name) ? meanings[name] : undefined;
    if (label === undefined) {
      throw new CommandError(
        `${file}:${info.lines} the label is "${name.slice(0, 40)}"; it must be negative, neutral or positive, or 0 or 1 for two classes`,
      );
    }
    return { text: record['text'] ?? '', label };
  });
  return { rows: labelled, classes: labelled.some(({ label }) => label === 'neutral') ? 3 : 2 };
}

const labelIn = (record: ParsedRow['record']): string => (record['label'] ?? '').trim().toLowerCase();

const sample = (names: readonly string[]): string =>
  `${names
    .slice(0, 5)
    .map((name) => name.slice(0, 20))
    .join(', ')}${names.length > 5 ? ' …' : ''}`;

function parseRows(file: string, content: string): ParsedRow[] {
  const { delimiter, headerLine } = csvLayout(content, COLUMNS);
  try {
    return parse(content, {
      bom: true,
      columns: (names: string[]) => header(file, names),
      delimiter,
      from_line: headerLine,
      info: true,
      relax_quotes: true,
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
  for (const needed of COLUMNS) {
    if (!columns.includes(needed)) {
      throw new CommandError(`${file}:1 the header has no column "${needed}"; it must have "text" and "label"`);
    }
  }
  return columns;
}
