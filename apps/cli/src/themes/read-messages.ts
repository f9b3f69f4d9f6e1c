import { CsvError, parse } from 'csv-parse/sync';
import { CommandError, UsageError } from '../command-error.ts';
import { readText } from '../read-text.ts';

export interface ReadMessages {
  texts: string[];
  /** Of each text; null where no column of labels was asked for. */
  labels: string[] | null;
}

export interface MessageColumns {
  textColumn?: string;
  labelColumn?: string;
}

/** What a column of messages is called; the first that a file has counts. */
const TEXT_NAMES = [
  ...['text', 'message', 'utterance', 'feedback', 'review', 'comment', 'content', 'body', 'question', 'sentence'],
  ...[
    'description',
    'ticket',
    'title',
    'subject',
    '内容',
    '评论',
    '反馈',
    '留言',
    '问题',
    '消息',
    '文本',
    'review_text',
    'reviewtext',
  ],
];
const DELIMITERS = [',', '\t', ';', '|'] as const;

/**
 * Reads messages from CSV or TSV with a header; a file with one column and no known name at its head is one message a line.
 * @throws UsageError if the file cannot be read or has no such column, CommandError if it is no CSV or there is nothing in it
 */
export async function readMessages(file: string, columns: MessageColumns): Promise<ReadMessages> {
  const content = (await readText(file)).replace(/^\uFEFF/, '');
  if (content.trim() === '')
    throw new CommandError(`${file} is empty; it needs a header with "text", and a message a line`);
  if (/^\s*(?:\{\s*"|\[\s*[[{"\]])/.test(content))
    throw new CommandError(`${file} is JSON; save it as CSV with a header, or one message a line`);
  const head = content
    .slice(0, 65_536)
    .split(/\r?\n/)
    .find((line) => line.trim() !== '')!;
  const delimiter = DELIMITERS.reduce((best, each) => (count(head, each) > count(head, best) ? each : best));
  const names = columnsOf(head, delimiter);
  const isNamed =
    names.some((name) => TEXT_NAMES.includes(name)) || asked(columns).some((name) => names.includes(name));
  const asLines = (): ReadMessages => {
    const missing = columns.textColumn ?? columns.labelColumn;
    if (missing !== undefined) throw noColumn(file, missing, names);
    return { texts: content.split(/\r?\n/).filter((line) => line.trim() !== ''), labels: null };
  };
  if (names.length === 1 && !isNamed) return asLines();
  const rows = parseRows(file, content, delimiter);
  if (!isNamed && isProse(rows, names.length)) return asLines();
  const place = (name: string) => {
    const found = names.indexOf(name.trim().toLowerCase());
    if (found < 0) throw noColumn(file, name, names);
    return found;
  };
  const text = columns.textColumn === undefined ? textPlace(names, rows) : place(columns.textColumn);
  const label = columns.labelColumn === undefined ? null : place(columns.labelColumn);
  if (rows.length === 0) throw new CommandError(`${file} has a header and no message`);
  return {
    texts: rows.map((row) => row[text] ?? ''),
    labels: label === null ? null : rows.map((row) => (row[label] ?? '').trim()),
  };
}

function asked({ textColumn, labelColumn }: MessageColumns): string[] {
  return [textColumn, labelColumn].flatMap((name) => (name === undefined ? [] : [name.trim().toLowerCase()]));
}

/** Of a line whose quotes are none of CSV's: the line itself. */
function columnsOf(head: string, delimiter: string): string[] {
  const options = { delimiter, relax_quotes: true, relax_column_count: true, trim: true };
  try {
    const [first = []] = parse(head, options) as string[][];
    return first.map((name) => name.toLowerCase());
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    return [head.toLowerCase()];
  }
}

/** Messages with commas, the first of which was taken for a header: most rows have another number of columns than it. */
function isProse(rows: readonly string[][], columns: number): boolean {
  return rows.filter((row) => row.length !== columns).length * 2 > rows.length;
}

/** By its name, else the column with the longest texts. */
function textPlace(names: readonly string[], rows: readonly string[][]): number {
  const named = TEXT_NAMES.map((name) => names.indexOf(name)).find((at) => at >= 0);
  if (named !== undefined) return named;
  const lengths = names.map((_, at) => rows.reduce((sum, row) => sum + (row[at]?.length ?? 0), 0));
  return lengths.indexOf(Math.max(...lengths));
}

function parseRows(file: string, content: string, delimiter: string): string[][] {
  try {
    return parse(content, {
      ...{ delimiter, from: 2, relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
    }) as string[][];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = typeof cause['lines'] === 'number' ? cause['lines'] : 1;
    throw new CommandError(`${file}:${line} is no CSV from here on: ${cause.message}`);
  }
}

function noColumn(file: string, name: string, names: readonly string[]): UsageError {
  return new UsageError(
    `${file}:1 there is no column "${name}"; there are ${names
      .map((one) => `"${one}"`)
      .join(', ')
      .slice(0, 300)}`,
  );
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
