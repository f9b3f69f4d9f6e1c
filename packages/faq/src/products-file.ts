import type { Localized, Product } from '@solodesk/core';
import { CsvError, parse } from 'csv-parse/sync';
import { wholeFileProblem } from './file-problem.ts';
import type { FileProblem } from './file-problem.ts';
import { COLUMNS, listed } from './product-columns.ts';
import type { ProductColumn } from './product-columns.ts';
import type { SourceFile } from './site-files.ts';

type Row = Partial<Record<ProductColumn, string>>;

const MOST_PRODUCTS = 5000;
/** Nobody reads more, and one wrong quote can make every row wrong. */
const MOST_PROBLEMS = 50;

interface ParsedRow {
  record: Row;
  info: { lines: number };
}

/**
 * Reads `products.csv` (RFC 4180, with a header; columns in any order, others are ignored): `id` and one of `name_en` and
 * `name_zh` are needed, every other cell may be empty. One bad row refuses the file, as one bad FAQ refuses its file.
 */
export function readProducts({ file, text }: SourceFile): { products: Product[]; problems: FileProblem[] } {
  const refuse = (problem: FileProblem) => ({ products: [], problems: [problem] });
  if (text.trim() === '') return refuse(wholeFileProblem(file, 'the file is empty; it needs a header line'));
  let rows: ParsedRow[];
  let header: string[] = [];
  try {
    rows = parse(text, {
      columns: (names: string[]) => (header = names.map((name) => name.trim().toLowerCase())),
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as ParsedRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return refuse({ file, line, column: 1, message: `is no CSV from here on: ${csvWords(error.code)}` });
  }
  const missing = headerComplaint(header);
  if (missing !== null) return refuse(wholeFileProblem(file, missing));
  if (rows.length > MOST_PRODUCTS) {
    return refuse(wholeFileProblem(file, `has ${rows.length} products; at most ${MOST_PRODUCTS} are allowed`));
  }
  return readRows(file, rows);
}

function readRows(file: string, rows: readonly ParsedRow[]): { products: Product[]; problems: FileProblem[] } {
  const products: Product[] = [];
  const problems: FileProblem[] = [];
  const lineOf = new Map<string, number>();
  for (const { record, info } of rows) {
    const complaint = rowComplaint(record) ?? repeated(record, lineOf);
    if (complaint === null) products.push(productFrom(record));
    else problems.push({ file, line: info.lines, column: 1, message: complaint });
    if (problems.length === MOST_PROBLEMS) break;
    lineOf.set(record.id ?? '', info.lines);
  }
  return { products: problems.length === 0 ? products : [], problems };
}

function headerComplaint(header: readonly string[]): string | null {
  const twice = header.find((name, index) => name !== '' && header.indexOf(name) !== index);
  if (twice !== undefined) return `the header names "${twice}" twice`;
  if (!header.includes('id'))
    return 'the header has no column "id"; it must begin with id,name_en,name_zh,price,currency,url';
  if (header.includes('name_en') || header.includes('name_zh')) return null;
  return 'the header has neither "name_en" nor "name_zh"';
}

function rowComplaint(row: Row): string | null {
  for (const [column, { complaint }] of Object.entries(COLUMNS)) {
    const cell = row[column as ProductColumn] ?? '';
    const said = cell === '' ? null : complaint(cell);
    if (said !== null) return said;
  }
  const { id = '', name_en: en = '', name_zh: zh = '', price = '', currency = '' } = row;
  if (id === '') return '"id" is empty';
  if (en === '' && zh === '') return 'has no name: "name_en" and "name_zh" are both empty';
  return price !== '' && currency === '' ? 'has a price, but no "currency"' : null;
}

function repeated({ id = '' }: Row, lineOf: ReadonlyMap<string, number>): string | null {
  const line = lineOf.get(id);
  return line === undefined ? null : `"${id}" already stands in line ${line}; each id stands once`;
}

function productFrom(row: Row): Product {
  const { id = '', price, currency, url, stock, sizes = '', category, prerequisites = '', level } = row;
  const descriptions = inLanguages(row.description_en, row.description_zh);
  const specs = inLanguages(listed(row.spec_en), listed(row.spec_zh));
  return {
    id,
    names: inLanguages(row.name_en, row.name_zh) ?? {},
    price: price ? Number(price) : null,
    currency: price && currency ? currency : null,
    url: url || null,
    ...(stock && { stock: Number(stock) }),
    ...(sizes !== '' && { sizes: listed(sizes) }),
    ...(descriptions && { descriptions }),
    ...(specs && { specs }),
    ...(category && { category }),
    ...(prerequisites !== '' && { prerequisites: listed(prerequisites) }),
    ...(level && { level: Number(level) }),
  };
}

/** What is written in any language; undefined when there is nothing. */
function inLanguages<T extends { length: number }>(en: T | undefined, zh: T | undefined): Localized<T> | undefined {
  if (!en?.length && !zh?.length) return undefined;
  return { ...(en?.length && { en }), ...(zh?.length && { zh }) };
}

function csvWords(code: string): string {
  return /QUOTE/.test(code)
    ? 'a " is opened and never closed, or stands in the middle of a value'
    : 'the row cannot be read';
}
