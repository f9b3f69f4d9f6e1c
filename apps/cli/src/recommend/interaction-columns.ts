import { CommandError } from '../command-error.ts';

/** Where in a row what stands; null: the file has no such column. */
export interface InteractionColumns {
  user: number;
  item: number;
  rating: number | null;
  at: number | null;
  /** The first line is a row, and no header. */
  headless: boolean;
}

/** Spelled without spaces, underscores and hyphens, in lower case; the first that is found counts. */
const NAMES: Readonly<Record<'user' | 'item' | 'rating' | 'at', readonly string[]>> = {
  user: [
    'userid',
    'user',
    'uid',
    'customerid',
    'customer',
    'visitorid',
    'visitor',
    'memberid',
    'member',
    'contact',
    'reviewerid',
    'email',
    'sessionid',
    'session',
    '用户',
    '用户id',
    '客户',
    '客户id',
    '会员',
  ],
  item: [
    'itemid',
    'item',
    'productid',
    'product',
    'sku',
    'movieid',
    'movie',
    'bookid',
    'book',
    'isbn',
    'asin',
    'courseid',
    'course',
    'articleid',
    'article',
    'iid',
    'mid',
    '商品',
    '商品id',
    '产品',
    '产品id',
    '物品',
  ],
  rating: ['rating', 'ratings', 'score', 'stars', 'star', 'overall', 'value', 'preference', '评分', '分数', '星级'],
  at: [
    'timestamp',
    'time',
    'ts',
    'date',
    'datetime',
    'at',
    'createdat',
    'created',
    'ratedat',
    'eventtime',
    'unixreviewtime',
    '时间',
    '时间戳',
    '日期',
  ],
};

/**
 * Finds the columns by the names of the header. A file without one is read as user, item, rating, timestamp where its first line has four
 * columns that end in two numbers.
 * @throws CommandError where no user or item is named
 */
export function findColumns(file: string, first: readonly string[]): InteractionColumns {
  const names = first.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_-]/gu, ''),
  );
  const place = (column: keyof typeof NAMES): number | null => {
    const found = NAMES[column].map((name) => names.indexOf(name)).find((at) => at >= 0);
    return found ?? null;
  };
  const [user, item] = [place('user'), place('item')];
  if (user !== null && item !== null) return { user, item, rating: place('rating'), at: place('at'), headless: false };
  if (first.length >= 3 && first.length <= 4 && first.slice(2).every((value) => /^\d+([.,]\d+)?$/.test(value.trim()))) {
    return { user: 0, item: 1, rating: 2, at: first.length === 4 ? 3 : null, headless: true };
  }
  const missing = user === null && item === null ? 'no user and no item' : user === null ? 'no user' : 'no item';
  throw new CommandError(
    `${file}:1 ${missing} column is found in "${first.join(' | ').slice(0, 120)}"; name the columns user, item, rating and timestamp`,
  );
}
