import { parse } from 'csv-parse/sync';
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
 * CSV with a header that names `text` and `intent`; further columns are ignored, but one with the name `split` can be asked for. Quotes, a BOM,
 * and either kind of line end are understood.
 * @param split if given, only rows whose column `split` says so
 * @throws DataSetError with `name` and the line
 */
export function readCsv(content: string, name: string, split?: string): LabelledText[] {
  let rows: string[][];
  try {
    rows = parse(content, { bom: true, skip_empty_lines: true, relax_column_count: false });
  } catch (cause) {
    throw new DataSetError(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  if (rows.length === 0) throw new DataSetError(`${name}: it is empty`);
  const [header = [], ...records] = rows;
  const names = header.map((column) => column.trim().toLowerCase());
  const columnOf = (wanted: readonly string[]): number => {
    const column = names.findIndex((one) => wanted.includes(one));
    if (column < 0)
      throw new DataSetError(`${name}: its first line names no column "${wanted[0]}"${separatorHint(header)}`);
    return column;
  };
  const [text, intent] = [columnOf(TEXT_COLUMNS), columnOf(INTENT_COLUMNS)];
  const part = split === undefined ? -1 : columnOf(['split']);
  const found = records.filter((record) => part < 0 || record[part] === split);
  if (found.length === 0)
    throw new DataSetError(`${name}: it has no sentence${split === undefined ? '' : ` of "${split}"`}`);
  return found.map((record, at) => {
    const label = record[intent]?.trim() ?? '';
    if (label === '') throw new DataSetError(`${name}: sentence ${at + 1} has no intent`);
    return labelled(record[text] ?? '', label);
  });
}

/** Spreadsheets of many countries write semicolons, and copied cells have tabs between them. */
function separatorHint(header: readonly string[]): string {
  const [only = ''] = header;
  if (header.length > 1 || !/[;\t|]/.test(only)) return '';
  return '; there are commas to be between its columns, as in "text,intent"';
}

/**
 * One part of a file of CLINC150: an object whose keys are lists of [text, intent], with what is out of scope under `oos_<part>`.
 * @throws DataSetError
 */
export function readClinc(content: string, name: string, part: string): LabelledText[] {
  let whole: unknown;
  try {
    whole = JSON.parse(content.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new DataSetError(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  if (typeof whole !== 'object' || whole === null) throw new DataSetError(`${name}: it is no object of lists`);
  const lists = new Map<string, unknown>(Object.entries(whole));
  if (!lists.has(part)) {
    throw new DataSetError(`${name}: it has no "${part}" but ${[...lists.keys()].map((key) => `"${key}"`).join(', ')}`);
  }
  const sentences = [...pairs(lists.get(part), `${name}, "${part}"`)];
  const outside = lists.get(`oos_${part}`);
  if (outside !== undefined) sentences.push(...pairs(outside, `${name}, "oos_${part}"`));
  if (sentences.length === 0) throw new DataSetError(`${name}: "${part}" has no sentence`);
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
