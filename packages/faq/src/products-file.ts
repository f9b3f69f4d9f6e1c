import type { Product } from '@solodesk/core';
import { CsvError, parse } from 'csv-parse/sync';
import { wholeFileProblem } from './file-problem.ts';
import type { FileProblem } from './file-problem.ts';
import type { SourceFile } from './site-files.ts';

type Column = 'id' | 'name_en' | 'name_zh' | 'price' | 'currency' | 'url';
type Row = Partial<Record<Column, string>>;

const MOST_PRODUCTS = 5000;
const LONGEST_NAME = 200;
/** Nobody reads more, and one wrong quote can make every row wrong. */
const MOST_PROBLEMS = 50;
const PRICE = /^\d{1,9}(?:\.\d{1,4})?$/;
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

interface ParsedRow {
  record: Row;
  info: { lines: number };
}

/**
 * Reads `products.csv` (RFC 4180, with a header; columns in any order, others are ignored): `id` and one of `name_en` and
 * `name_zh` are needed. One bad row refuses the file, as one bad FAQ refuses its file.
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
  const { id = '', name_en: en = '', name_zh: zh = '', price = '', currency = '', url = '' } = row;
  if (id === '') return '"id" is empty';
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,59}$/u.test(id)) return '"id" must be letters, digits and . _ / - (at most 60)';
  if (en === '' && zh === '') return 'has no name: "name_en" and "name_zh" are both empty';
  if (en.length > LONGEST_NAME || zh.length > LONGEST_NAME) return `has a name of more than ${LONGEST_NAME} characters`;
  if (/[\p{C}]/u.test(id + en + zh)) return 'holds an invisible control character';
  if (price !== '' && !PRICE.test(price)) return `"price" must be a number such as 49.90, not "${price.slice(0, 20)}"`;
  if (price !== '' && currency === '') return 'has a price, but no "currency"';
  if (currency !== '' && !CURRENCIES.has(currency)) return '"currency" must be a code such as EUR or CNY';
  if (url !== '' && !(/^https?:\/\/\S{1,2000}$/.test(url) && URL.canParse(url))) {
    return '"url" must be a complete address that begins with https://';
  }
  return null;
}

function repeated({ id = '' }: Row, lineOf: ReadonlyMap<string, number>): string | null {
  const line = lineOf.get(id);
  return line === undefined ? null : `"${id}" already stands in line ${line}; each id stands once`;
}

function productFrom({ id = '', name_en: en, name_zh: zh, price, currency, url }: Row): Product {
  return {
    id,
    names: { ...(en && { en }), ...(zh && { zh }) },
    price: price ? Number(price) : null,
    currency: price && currency ? currency : null,
    url: url || null,
  };
}

function csvWords(code: string): string {
  return /QUOTE/.test(code)
    ? 'a " is opened and never closed, or stands in the middle of a value'
    : 'the row cannot be read';
}
