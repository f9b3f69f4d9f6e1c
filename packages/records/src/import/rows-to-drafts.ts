import type { RecordKind } from '@solodesk/core';
import type { CsvRow } from '../csv/read-rows.ts';
import type { Mapping } from '../csv/mapping.ts';
import { readRecord } from '../read-record.ts';
import type { DraftOf } from '../draft-of.ts';
import type { RecordSchemas } from '../schemas.ts';
import { CellFault, rowValue } from './row-values.ts';
import type { Cells, RowReader } from './row-values.ts';

/** Rows of the file that are one record: more than one only for the lines of an order. */
export interface RecordRows {
  rows: CsvRow[];
  values: Record<string, unknown>[];
  /** The first thing that is wrong with any of them, and where. */
  fault: { line: number; reason: string } | null;
}

export type RowsReading<K extends RecordKind> =
  { ok: true; draft: DraftOf[K] } | { ok: false; faults: { row: CsvRow; reason: string }[] };

/** Puts rows together to records, and records into drafts. */
export class RowAssembler<K extends RecordKind> {
  readonly #kind: K;
  readonly #mapping: Mapping;
  readonly #schemas: RecordSchemas;
  readonly #reader: RowReader;
  readonly #now: () => number;
  readonly #hasLines: boolean;
  #open: RecordRows | null = null;

  constructor(kind: K, mapping: Mapping, schemas: RecordSchemas, reader: RowReader, now: () => number) {
    this.#kind = kind;
    this.#mapping = mapping;
    this.#schemas = schemas;
    this.#reader = reader;
    this.#now = now;
    this.#hasLines = kind === 'orders' && [...mapping.places.keys()].some((field) => field.startsWith('line_'));
  }

  /** Takes a row; gives the record before it, if that is complete with it. */
  add(row: CsvRow): RecordRows | null {
    const { value, fault } = this.#read(row);
    const open = this.#open;
    if (open !== null && this.#hasLines && isSameOrder(open.values[0], value)) {
      open.rows.push(row);
      open.values.push(value);
      open.fault ??= fault;
      return null;
    }
    this.#open = { rows: [row], values: [value], fault };
    return open;
  }

  /** The last one. */
  end(): RecordRows | null {
    const open = this.#open;
    this.#open = null;
    return open;
  }

  draftOf({ rows, values, fault }: RecordRows): RowsReading<K> {
    if (fault !== null) return { ok: false, faults: faultsOf(rows, fault) };
    const reading = readRecord(
      this.#schemas,
      this.#kind,
      values.length === 1 ? values[0] : joined(values),
      this.#now(),
    );
    if (reading.ok) return reading;
    const [problem] = reading.problems;
    const place = /^lines\.(\d+)/.exec(problem?.field ?? '')?.[1];
    const line = (place === undefined ? rows[0] : rows[Number(place)])?.line ?? 0;
    const reason = `${columnOf(this.#mapping, problem?.field ?? '')}${problem?.reason ?? ''}`;
    return { ok: false, faults: faultsOf(rows, { line, reason }) };
  }

  #read(row: CsvRow): { value: Record<string, unknown>; fault: RecordRows['fault'] } {
    const { columns } = this.#mapping;
    const cells = cellsOf(row, this.#mapping);
    const fault = (reason: string) => ({ value: { number: cells.get('number') }, fault: { line: row.line, reason } });
    if (row.values.length < columns.length) {
      return fault(`has ${row.values.length} values, and the header has ${columns.length}: the row is not whole`);
    }
    if (row.values.slice(columns.length).some((value) => value !== '')) {
      return fault(
        `has ${row.values.length} values, and the header has ${columns.length}: is a value with a separator not in quotes?`,
      );
    }
    try {
      return { value: rowValue(this.#kind, cells, this.#reader), fault: null };
    } catch (cause) {
      if (!(cause instanceof CellFault)) throw cause;
      return fault(`${columnOf(this.#mapping, cause.field)}${cause.message}`);
    }
  }
}

function cellsOf({ values }: CsvRow, { places }: Mapping): Cells {
  const cells = new Map<string, string>();
  for (const [field, place] of places) {
    const value = values[place];
    if (value !== undefined && value !== '') cells.set(field, value);
  }
  return cells;
}

function isSameOrder(first: Record<string, unknown> | undefined, next: Record<string, unknown>): boolean {
  const [one, other] = [first?.['number'], next['number']];
  return typeof one === 'string' && typeof other === 'string' && one.toUpperCase() === other.toUpperCase();
}

/** What stands at the order is said in any of its rows; the first word counts. */
function joined(values: readonly Record<string, unknown>[]): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const value of values) for (const name in value) whole[name] ??= value[name];
  whole['lines'] = values.flatMap((value) => (value['lines'] as unknown[] | undefined) ?? []);
  return whole;
}

/** An order is whole or not there: all its rows are refused for one. */
function faultsOf(rows: readonly CsvRow[], fault: { line: number; reason: string }) {
  return rows.map((row) => ({
    row,
    reason: row.line === fault.line ? fault.reason : `belongs to the order that is refused for line ${fault.line}`,
  }));
}

/** The column's name as it stands in the file, for a field of the file or of the record. */
function columnOf({ columns }: Mapping, field: string): string {
  if (field === '') return '';
  const last = field.split('.').at(-1) ?? field;
  const snake = last.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const names = field.startsWith('lines.')
    ? [`line_${snake}`]
    : field.startsWith('customer.')
      ? [snake, `customer_${snake}`]
      : field.startsWith('names.') || field.startsWith('specification.')
        ? [
            `${field.startsWith('names') ? 'name' : 'specification'}_${last}`,
            field.startsWith('names') ? 'name' : 'specification',
          ]
        : [field, snake];
  const column = columns.find((each) => each.field !== null && names.includes(each.field))?.column;
  return `"${column ?? field}": `;
}
