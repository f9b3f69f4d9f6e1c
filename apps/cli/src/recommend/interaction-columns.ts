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

/** Spelled without blanks and marks, in lower case; the first that is found counts. */
const NAMES: Readonly<Record<'user' | 'item' | 'rating' | 'at', readonly string[]>> = {
  user: (
    'userid user uid customerid customer visitorid visitor memberid member contact reviewerid email sessionid session 用户 ' +
    '用户id 客户 客户id 会员 username customerno customernumber memberno account accountid reviewer personid person clientid ' +
    'client buyer buyerid reader readerid student studentid u 用户编号 客户编号 会员id 会员编号 买家 访客'
  ).split(' '),
  item: (
    'itemid item productid product sku movieid movie bookid book isbn asin courseid course articleid article iid mid 商品 ' +
    '商品id 产品 产品id 物品 productcode film filmid trackid track songid song artistid artist gameid game animeid businessid ' +
    'parentasin i 商品编号 商品编码 货号 物品id 电影 电影id 课程'
  ).split(' '),
  rating:
    'rating ratings score stars star overall value preference 评分 分数 星级 rate grade ratingvalue r 打分 得分 评价'.split(
      ' ',
    ),
  at: (
    'timestamp time ts date datetime at createdat created ratedat eventtime unixreviewtime 时间 时间戳 日期 when unixtime ' +
    'unixtimestamp reviewtime orderdate placedat t 评分时间 下单时间 创建时间'
  ).split(' '),
};
/** Where no name is known: what a name may hold. With a digit a user or an item may be a value, as "user7", of a file without a header. */
const PARTS: Readonly<Record<keyof typeof NAMES, readonly string[]>> = {
  user: ['user', 'customer', 'visitor', 'member', 'reviewer', '用户', '客户', '会员'],
  item: ['item', 'product', 'movie', 'film', 'book', 'article', 'course', 'sku', '商品', '产品', '物品'],
  rating: ['rating', 'score', 'stars', '评分'],
  at: ['timestamp', 'time', 'date', '时间', '日期'],
};

/**
 * Finds the columns by the names of the header. A file without one is read as user, item, rating, timestamp where its first line has four
 * columns that end in two numbers.
 * @throws CommandError where no user or item is named
 */
export function findColumns(file: string, first: readonly string[]): InteractionColumns {
  const names = first.map(folded);
  const taken = new Set<number>();
  const places = { user: -1, item: -1, rating: -1, at: -1 };
  const fields = Object.keys(NAMES) as (keyof typeof NAMES)[];
  const take = (field: keyof typeof NAMES, place: number) => {
    if (place === -1 || places[field] !== -1) return;
    places[field] = place;
    taken.add(place);
  };
  for (const field of fields) for (const name of NAMES[field]) take(field, names.indexOf(name));
  for (const field of fields) {
    for (const part of PARTS[field]) {
      take(
        field,
        names.findIndex(
          (name, place) =>
            name.includes(part) && (field === 'rating' || field === 'at' || !/\d/.test(name)) && !taken.has(place),
        ),
      );
    }
  }
  const found = (field: keyof typeof NAMES) => (places[field] === -1 ? null : places[field]);
  const [user, item] = [found('user'), found('item')];
  if (user !== null && item !== null) return { user, item, rating: found('rating'), at: found('at'), headless: false };
  if (first.length >= 3 && first.length <= 4 && first.slice(2).every((value) => /^\d+([.,]\d+)?$/.test(value.trim()))) {
    return { user: 0, item: 1, rating: 2, at: first.length === 4 ? 3 : null, headless: true };
  }
  const missing = user === null && item === null ? 'no user and no item' : user === null ? 'no user' : 'no item';
  throw new CommandError(
    `${file}:1 ${missing} column is found in "${first.join(' | ').slice(0, 120)}"; name the columns user, item, rating and timestamp`,
  );
}

/** Without case, blanks and marks, and without a type behind a colon, as in "user_id:token". */
function folded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/:(?:token|float|int|string|seq)$/, '')
    .replace(/[\p{P}\p{S}\s]+/gu, '');
}
