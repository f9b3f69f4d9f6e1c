import type { RecordKind } from '@solodesk/core';
import { FIELDS } from './fields.ts';

/** The mapping that was asked for does not fit the file. */
export class MappingError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MappingError';
  }
}

/** Which column holds a field. */
export interface Mapping {
  /** Place of the column by field. */
  readonly places: ReadonlyMap<string, number>;
  /** The columns, in the file's order, with the field that they hold; null for what is not read. */
  readonly columns: readonly { readonly column: string; readonly field: string | null }[];
}

/** Fields of which one is needed, by kind; any of a group will do. */
const NEEDED: Readonly<Record<RecordKind, readonly string[]>> = {
  products: ['id'],
  orders: ['number'],
  customers: ['id', 'email', 'phone'],
  spend: ['amount'],
  feedback: ['text'],
};

/**
 * Finds out what the columns of a file hold: what `asked` says (column=field; `column=` leaves one out), else what its name
 * usually means. @throws MappingError
 */
export function mapColumns(kind: RecordKind, header: readonly string[], asked: ReadonlyMap<string, string>): Mapping {
  const names = header.map((column) => column.trim());
  const held = heldBy(kind, names, asked);
  const places = new Map<string, number>();
  held.forEach((field, place) => field !== null && places.set(field, place));
  if (!hasNeeded(kind, held)) {
    const wanted = NEEDED[kind].map((field) => `"${field}"`).join(' or ');
    throw new MappingError(
      `no column looks like ${wanted}; say which one it is with --map COLUMN=${NEEDED[kind][0]}. The file has ${list(names)}`,
    );
  }
  return { places, columns: names.map((column, place) => ({ column, field: held[place] ?? null })) };
}

/**
 * What the columns of a file seem to hold, for somebody who looks at it before anything is taken.
 * @throws MappingError where the header names a column twice
 */
export function guessColumns(
  kind: RecordKind,
  header: readonly string[],
): { columns: Mapping['columns']; needs: readonly string[] } {
  const names = header.map((column) => column.trim());
  const held = heldBy(kind, names, new Map());
  const columns = names.map((column, place) => ({ column, field: held[place] ?? null }));
  return { columns, needs: NEEDED[kind] };
}

function hasNeeded(kind: RecordKind, held: readonly (string | null)[]): boolean {
  return NEEDED[kind].some((field) => held.includes(field));
}

function heldBy(kind: RecordKind, names: readonly string[], asked: ReadonlyMap<string, string>): (string | null)[] {
  const fields: Readonly<Record<string, string>> = FIELDS[kind];
  const twice = names.find((name, place) => name !== '' && names.indexOf(name) !== place);
  if (twice !== undefined) throw new MappingError(`the header names "${twice}" twice`);
  const held = names.map((): string | null => null);
  const left = new Set(names.keys());
  const open = new Set(Object.keys(fields));

  for (const [column, field] of asked) {
    const place = names.indexOf(column.trim());
    if (place === -1) throw new MappingError(`the file has no column "${column}"; it has ${list(names)}`);
    if (field !== '' && !(field in fields)) {
      throw new MappingError(`there is no field "${field}" of ${kind}; there are ${list(Object.keys(fields))}`);
    }
    if (field !== '' && !open.delete(field)) throw new MappingError(`"${field}" is given to two columns`);
    left.delete(place);
    if (field !== '') held[place] = field;
  }
  // A field's first name is tried in all columns before the second: "order number" is one rather than "id".
  const usual = Object.entries(fields).map(([field, words]) => ({
    field,
    words: [field, ...words.split(',')].map(fold),
  }));
  const most = Math.max(...usual.map(({ words }) => words.length));
  const folded = names.map(fold);
  for (let rank = 0; rank < most; rank++) {
    for (const { field, words } of usual) {
      const word = words[rank];
      if (word === undefined || !open.has(field)) continue;
      const place = [...left].find((each) => folded[each] === word);
      if (place === undefined) continue;
      held[place] = field;
      left.delete(place);
      open.delete(field);
    }
  }

  return held;
}

/** Without case, blanks and marks: "E-Mail", "e_mail" and "email" are one. */
export function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, '');
}

function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
