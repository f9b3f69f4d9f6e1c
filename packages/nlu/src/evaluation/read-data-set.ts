import { CsvError, parse } from 'csv-parse/sync';
import { csvLayout } from './csv-layout.ts';
import { DataSetError } from './data-set-error.ts';
import { labelled } from './labelled-text.ts';
import type { LabelledText } from './labelled-text.ts';

/** Parts of a data set. Validation is empty where there is none. */
export interface DataSet {
  readonly train: readonly LabelledText[];
  readonly validation: readonly LabelledText[];
  readonly test: readonly LabelledText[];
}

/** Columns with the text, and with the intent, in the order in which they are looked for. */
const TEXT_COLUMNS = ['text', 'utterance'];
const INTENT_COLUMNS = ['intent'];

/**
 * CSV with a header that names `text` and `intent`; further columns are ignored, but one with the name `split` can be asked for. Semicolons or
 * tabs between the columns, quotes, a BOM, and any kind of line end are understood.
 * @param split if given, only rows whose column `split` says so
 * @throws DataSetError with `name` and, where there is one, the line
 */
export function readCsv(content: string, name: string, split?: string): LabelledText[] {
  const rows = parseRows(content, name);
  const [header, ...records] = rows;
  if (header === undefined) throw new DataSetError(`${name}: it is empty`);
  const names = header.record.map((column) => column.trim().toLowerCase());
  const columnOf = (wanted: readonly string[]): number => {
    const column = names.findIndex((one) => wanted.includes(one));
    if (column < 0)
      throw new DataSetError(`${name}: its first line names no column "${wanted[0]}" but ${listed(names)}`);
    return column;
  };
  const [text, intent] = [columnOf(TEXT_COLUMNS), columnOf(INTENT_COLUMNS)];
  const part = split === undefined ? -1 : columnOf(['split']);
  const found = records.filter(({ record }) => part < 0 || record[part] === split);
  if (found.length === 0)
    throw new DataSetError(`${name}: it has no sentence${split === undefined ? '' : ` of "${split}"`}`);
  return found.map(({ record, line }) => {
    const label = record[intent]?.trim() ?? '';
    if (label === '') throw new DataSetError(`${name}:${line} the sentence has no intent`);
    return labelled(record[text] ?? '', label);
  });
}

interface Row {
  record: string[];
  /** Where it ends, from 1. */
  line: number;
}

function parseRows(content: string, name: string): Row[] {
  const { delimiter, headerLine } = csvLayout(content, [...TEXT_COLUMNS, ...INTENT_COLUMNS]);
  try {
    const rows = parse(content, {
      bom: true,
      delimiter,
      from_line: headerLine,
      info: true,
      // An inch mark within an unquoted cell is one.
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = typeof cause['lines'] === 'number' ? `:${cause['lines']}` : ':';
    throw new DataSetError(`${name}${line} ${csvTrouble(cause)}`, { cause });
  }
}

/** The commonest mistakes in words; what else is wrong as the parser says it. */
function csvTrouble(cause: CsvError): string {
  if (cause.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH')
    return 'the row has more or fewer columns than the header; a text with commas in it needs quotes around it';
  if (cause.code === 'CSV_QUOTE_NOT_CLOSED') return 'a text begins with a quotation mark, and none ends it';
  return oneLine(cause.message);
}

/** Parsers quote what they stumbled over, with its line breaks. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** As many names as one line holds. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 8).map((name) => `"${name.slice(0, 40)}"`);
  return `${shown.join(', ')}${names.length > shown.length ? ' …' : ''}`;
}

/**
 * One part of a file of CLINC150: an object whose keys are lists of [text, intent], with what is out of scope under `oos_<part>`.
 * @param mayLack then a part that is not there, or empty, is no mistake
 * @throws DataSetError
 */
export function readClinc(content: string, name: string, part: string, mayLack = false): LabelledText[] {
  let whole: unknown;
  try {
    whole = JSON.parse(content.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new DataSetError(`${name}: ${oneLine(cause instanceof Error ? cause.message : String(cause))}`, { cause });
  }
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole))
    throw new DataSetError(`${name}: it is no object of lists, as {"train": [["text", "intent"]]}`);
  const lists = new Map<string, unknown>(Object.entries(whole));
  if (mayLack && !lists.has(part)) return [];
  if (!lists.has(part)) {
    throw new DataSetError(`${name}: it has no "${part}" but ${listed([...lists.keys()])}`);
  }
  const sentences = [...pairs(lists.get(part), `${name}, "${part}"`)];
  const outside = lists.get(`oos_${part}`);
  if (outside !== undefined) sentences.push(...pairs(outside, `${name}, "oos_${part}"`));
  if (sentences.length === 0 && !mayLack) throw new DataSetError(`${name}: "${part}" has no sentence`);
  return sentences;
}

function pairs(list: unknown, where: string): LabelledText[] {
  if (!Array.isArray(list)) throw new DataSetError(`${where}: it is no list`);
  return list.map((pair: unknown, at) => {
    if (Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string')
      return labelled(pair[0], pair[1]);
    throw new DataSetError(`${where}: entry ${at + 1} is not [text, intent]`);
  });
}
