import type { Encounter } from '@solodesk/recommender';
import { momentReader } from '@solodesk/records';
import type { DateOrder } from '@solodesk/records';
import { CsvError, parse } from 'csv-parse/sync';
import { CommandError } from '../command-error.ts';
import { readText } from '../read-text.ts';
import { findColumns } from './interaction-columns.ts';
import type { InteractionColumns } from './interaction-columns.ts';

/** A row that was left out, and why. */
export interface RefusedRow {
  line: number;
  reason: string;
}

export interface ReadInteractions {
  /** Of each user, the oldest first, an item once. */
  histories: Encounter[][];
  items: number;
  rows: number;
  refused: RefusedRow[];
}

interface Row {
  user: string;
  item: string;
  liked: boolean;
  at: number;
}

/** Two characters, which the parser takes like any other: the ratings of GroupLens come so. */
const DELIMITERS = ['\t', '::', ';', '|', ','] as const;
/** Seconds since 1970 have up to 11 digits until the year 5138. */
const SECONDS_BELOW = 1e11;
const MICROSECONDS_FROM = 1e14;

/**
 * Reads who had to do with what from CSV or TSV (UTF-8, or GB18030 where it is none): columns by their header, in any order.
 * A repeat of user and item keeps the first place and the last rating; without ratings all is liked, without times the file's order counts.
 * @throws UsageError if the file cannot be read, CommandError if nothing in it can be used
 */
export async function readInteractions(file: string, ratingThreshold: number): Promise<ReadInteractions> {
  const records = parseRecords(file, await readText(file));
  const first = records[0]?.record;
  if (first === undefined)
    throw new CommandError(`${file} is empty; it needs a header "user,item,rating,timestamp" and rows`);
  const columns = findColumns(file, first);
  const refused: RefusedRow[] = [];
  const rows: Row[] = [];
  const body = columns.headless ? records : records.slice(1);
  const { at } = columns;
  const timeOf = timeReader(at === null ? [] : body.map(({ record }) => record[at]?.trim() ?? ''));
  for (const { record, info } of body) {
    const row = readRow(record, columns, ratingThreshold, rows.length, timeOf);
    if (typeof row === 'string') refused.push({ line: info.lines, reason: row });
    else rows.push(row);
  }
  if (rows.length === 0) {
    const why = refused[0] === undefined ? '' : `; line ${refused[0].line}: ${refused[0].reason}`;
    throw new CommandError(`${file} has no row that can be used${why}`);
  }
  return { ...toHistories(rows), rows: body.length, refused };
}

function parseRecords(file: string, text: string): { record: string[]; info: { lines: number } }[] {
  const head =
    text
      .slice(0, 65_536)
      .split(/\r?\n/)
      .find((line) => line.trim() !== '') ?? '';
  const delimiter = DELIMITERS.find((each) => head.includes(each)) ?? ',';
  try {
    return parse(text, {
      delimiter,
      bom: true,
      info: true,
      trim: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = typeof cause['lines'] === 'number' ? cause['lines'] : 1;
    throw new CommandError(`${file}:${line} is no CSV from here on: ${cause.message}`);
  }
}

/** @returns the row, or why it is none */
function readRow(
  record: readonly string[],
  columns: InteractionColumns,
  threshold: number,
  order: number,
  timeOf: (text: string) => number | null,
): Row | string {
  const user = record[columns.user]?.trim() ?? '';
  const item = record[columns.item]?.trim() ?? '';
  if (user === '') return 'there is no user';
  if (item === '') return 'there is no item';
  let liked = true;
  if (columns.rating !== null) {
    const text = record[columns.rating]?.trim() ?? '';
    const rating = text === '' ? NaN : Number(text.replace(',', '.'));
    if (!Number.isFinite(rating)) return `the rating "${text.slice(0, 40)}" is no number`;
    liked = rating >= threshold;
  }
  if (columns.at === null) return { user, item, liked, at: order };
  const at = timeOf(record[columns.at]?.trim() ?? '');
  return at === null
    ? `the time "${(record[columns.at] ?? '').slice(0, 40)}" cannot be read`
    : { user, item, liked, at };
}

/** How all of the dates in a file are meant: one that can be read in one way only tells it of the others. */
function orderOf(times: readonly string[]): DateOrder | null {
  for (const time of times) {
    const [, first, second] = /^(\d{1,2})[/-](\d{1,2})[/-]\d{4}/.exec(time) ?? [];
    if (Number(first) > 12) return 'dmy';
    if (Number(second) > 12) return 'mdy';
  }
  return null;
}

/** UTC milliseconds of seconds, milliseconds or microseconds since 1970, or of a date as people and programs write it. */
function timeReader(times: readonly string[]): (text: string) => number | null {
  const moment = momentReader('UTC', orderOf(times));
  return (text) => {
    if (/^\d+(\.\d+)?$/.test(text)) {
      const number = Number(text);
      if (/^(19|20)\d{6}$/.test(text)) return Date.UTC(+text.slice(0, 4), +text.slice(4, 6) - 1, +text.slice(6));
      return number < SECONDS_BELOW ? number * 1000 : number < MICROSECONDS_FROM ? number : number / 1000;
    }
    const parsed = moment(text) ?? Date.parse(text);
    return Number.isNaN(parsed) ? null : parsed;
  };
}

function toHistories(rows: readonly Row[]): Pick<ReadInteractions, 'histories' | 'items'> {
  // Sorting keeps the file's order among equal times.
  const sorted = [...rows].sort((one, other) => one.at - other.at);
  const items = new Map<string, number>();
  // In the file's order, so that equal scores do not favour what happened first.
  for (const { item } of rows) if (!items.has(item)) items.set(item, items.size);
  const users = new Map<string, Map<number, Encounter>>();
  for (const { user, item, liked } of sorted) {
    const history = users.get(user) ?? new Map<number, Encounter>();
    users.set(user, history);
    const number = items.get(item)!;
    history.set(number, { item: number, weight: liked ? 1 : 0 });
  }
  return { histories: [...users.values()].map((history) => [...history.values()]), items: items.size };
}
