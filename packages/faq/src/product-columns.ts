/** A column of `products.csv`: what stands in it, in words for whoever writes the file, and what is wrong with a cell that is not empty. */
interface Column {
  readonly description: string;
  /** A regular expression, for editors and shop systems, that says nearly what `complaint` does. */
  readonly pattern?: string;
  readonly maxLength: number;
  complaint(cell: string): string | null;
}

export type ProductColumn =
  | 'id'
  | 'name_en'
  | 'name_zh'
  | 'price'
  | 'currency'
  | 'url'
  | 'stock'
  | 'sizes'
  | 'description_en'
  | 'description_zh'
  | 'spec_en'
  | 'spec_zh'
  | 'category'
  | 'prerequisites'
  | 'level';

const LONGEST_NAME = 200;
const LONGEST_DESCRIPTION = 600;
const MOST_LISTED = 40;
const LONGEST_LISTED = 120;
const BETWEEN = '|';

const ID = '^[\\p{L}\\p{N}][\\p{L}\\p{N}._/-]{0,59}$';
const PRICE = '^\\d{1,9}(?:\\.\\d{1,4})?$';
const LEVEL = '^[1-9]\\d?$';
const STOCK = '^\\d{1,9}$';
const URL_START = '^https?://\\S{1,2000}$';
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Every column that is read, in the order in which they are usually written; others are ignored. */
export const COLUMNS: Readonly<Record<ProductColumn, Column>> = {
  id: {
    description: 'The number or name by which the shop knows the product; each once. Needed.',
    pattern: ID,
    maxLength: 60,
    complaint: (cell) =>
      new RegExp(ID, 'u').test(cell) ? null : '"id" must be letters, digits and . _ / - (at most 60)',
  },
  name_en: name('The name as customers read it, in English. One of the two names is needed.'),
  name_zh: name('The name as customers read it, in Chinese.'),
  price: {
    description: 'A number such as 49.90, with "currency" beside it. Empty: the bot says that it does not know.',
    pattern: PRICE,
    maxLength: 14,
    complaint: (cell) =>
      new RegExp(PRICE).test(cell) ? null : `"price" must be a number such as 49.90, not "${cell.slice(0, 20)}"`,
  },
  currency: {
    description: 'ISO 4217, such as EUR or CNY.',
    pattern: '^[A-Z]{3}$',
    maxLength: 3,
    complaint: (cell) => (CURRENCIES.has(cell) ? null : '"currency" must be a code such as EUR or CNY'),
  },
  url: {
    description: "The product's own page; linked under answers about it.",
    pattern: URL_START,
    maxLength: 2_000,
    complaint: (cell) =>
      new RegExp(URL_START).test(cell) && URL.canParse(cell)
        ? null
        : '"url" must be a complete address that begins with https://',
  },
  stock: {
    description: 'How many pieces there are; 0 is sold out. Empty: not known.',
    pattern: STOCK,
    maxLength: 9,
    complaint: (cell) =>
      new RegExp(STOCK).test(cell)
        ? null
        : `"stock" must be a whole number such as 0 or 12, not "${cell.slice(0, 20)}"`,
  },
  sizes: list('sizes', 'The sizes that there are, with | between them: S|M|L.'),
  description_en: description('What it is, in a sentence or two of English.'),
  description_zh: description('What it is, in a sentence or two of Chinese.'),
  spec_en: list('spec_en', 'Short facts in English, with | between them: 100 % linen|180 g/m²|wash at 40 °C.'),
  spec_zh: list('spec_zh', 'Short facts in Chinese, with | between them.'),
  category: name('The shelf that it stands on: of one shelf less is recommended together.'),
  prerequisites: list('prerequisites', 'Ids of what somebody must have before: the courses before this one.'),
  level: {
    description: 'From 1, of a course: of one shelf nothing below what somebody has had is recommended to them.',
    pattern: LEVEL,
    maxLength: 2,
    complaint: (cell) =>
      new RegExp(LEVEL).test(cell) ? null : `"level" must be a whole number from 1 to 99, not "${cell.slice(0, 20)}"`,
  },
};

/** The parts of a cell that lists several. */
export function listed(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function name(words: string): Column {
  return {
    description: words,
    maxLength: LONGEST_NAME,
    complaint: (cell) =>
      cell.length > LONGEST_NAME ? `has a name of more than ${LONGEST_NAME} characters` : invisible(cell),
  };
}

function description(words: string): Column {
  return {
    description: words,
    maxLength: LONGEST_DESCRIPTION,
    complaint: (cell) =>
      cell.length > LONGEST_DESCRIPTION
        ? `has a description of more than ${LONGEST_DESCRIPTION} characters`
        : invisible(cell.replace(/[\n\t]/g, ' ')),
  };
}

function list(column: string, words: string): Column {
  return {
    description: words,
    maxLength: MOST_LISTED * (LONGEST_LISTED + 1),
    complaint(cell) {
      const parts = listed(cell);
      if (parts.length === 0) return `"${column}" holds nothing but |`;
      if (parts.length > MOST_LISTED) return `"${column}" lists ${parts.length}; at most ${MOST_LISTED} are allowed`;
      const long = parts.find((part) => part.length > LONGEST_LISTED);
      if (long !== undefined) return `"${column}" lists one of more than ${LONGEST_LISTED} characters`;
      return invisible(cell);
    },
  };
}

function invisible(cell: string): string | null {
  return /\p{C}/u.test(cell) ? 'holds an invisible control character' : null;
}
