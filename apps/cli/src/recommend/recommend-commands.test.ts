import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { program } from '../program.ts';
import { readInteractions } from './read-interactions.ts';

describe('solodesk recommend eval', () => {
  let folder: string;
  let printed = '';
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const solodesk = (...args: string[]) => {
    printed = '';
    return program({}, (text) => (printed += text)).parseAsync(['node', 'solodesk', 'recommend', 'eval', ...args]);
  };
  const read = (content: string | Uint8Array) => readInteractions(file('in.csv', content), 4);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'solodesk-recommend-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Thirty people, of whom each likes a vase and its flowers, or a saw and its hammer. */
  const PAIRS = Array.from({ length: 30 }, (_, user) =>
    user % 2 === 0 ? `${user}\tvase\t5\t10\n${user}\tflowers\t4\t20` : `${user}\tsaw\t5\t10\n${user}\thammer\t5\t20`,
  ).join('\n');

  it('prints the documented JSON and nothing else', async () => {
    await solodesk('--interactions', file('pairs.tsv', `user_id\titem_id\trating\ttimestamp\n${PAIRS}\n`), '--json');
    const result = JSON.parse(printed) as Record<string, unknown>;
    expect(result).toMatchObject({ users: 30, items: 4, refused: 0 });
    expect(Object.keys(result)).toEqual(expect.arrayContaining(['users', 'items', 'models', 'trainSeconds']));
    const figures = { hr10: expect.any(Number), ndcg10: expect.any(Number) };
    expect(result['models']).toEqual({ ours: figures, ease: figures, itemCosine: figures, popularity: figures });
  });

  it('prints a table for people', async () => {
    await solodesk('--interactions', file('pairs.tsv', `user\titem\trating\ttimestamp\n${PAIRS}\n`));
    expect(printed).toContain('30 users, 4 items');
    expect(printed).toMatch(/popularity +1\.0000/);
  });

  it.each([
    ['commas', 'userId,movieId,rating,timestamp\n1,a,4.0,964982703\n1,b,3.5,964982704\n'],
    ['semicolons and decimal commas', 'Score;Product;Customer;Date\n4,5;a;1;2024-05-01\n3,5;b;1;2024-05-02\n'],
    ['two colons', 'user::item::rating::timestamp\n1::a::5::1\n1::b::3::2\n'],
    ['no header', '1\ta\t5\t881250949\n1\tb\t3\t881250950\n'],
    ['a mark before it and quotes', '\uFEFF"item","user","stars","ts"\n"a",1,5,1700000000000\n"b",1,1,1700000000001\n'],
    ['types behind the names', 'user_id:token\titem_id:token\trating:float\ttimestamp:float\n1\ta\t5\t1\n1\tb\t3\t2\n'],
    ['names of other shops', 'reviewerID,asin,overall,unixReviewTime\nA1,a,5.0,1370217600\nA1,b,1.0,1370217601\n'],
    [
      'names that hold a known word',
      'Buying customer,Course title,Rating (1-5),Date rated\n1,a,5,2024-05-01\n1,b,2,2024-05-02\n',
    ],
    ['no header and names', 'user1\titem1\t5\t881250949\nuser1\titem2\t3\t881250950\n'],
    ['Chinese names and dates', '用户,商品,评分,时间\n1,a,5,2024年5月1日\n1,b,2,2024/5/2 10:00\n'],
  ])('reads %s', async (_, content) => {
    const { histories, items, refused } = await read(content);
    expect(refused).toEqual([]);
    expect(items).toBe(2);
    expect(histories).toEqual([
      [
        { item: 0, weight: 1 },
        { item: 1, weight: 0 },
      ],
    ]);
  });

  it('reads GB18030', async () => {
    // 用户,商品 and 1,花 in GB18030.
    const bytes = Uint8Array.of(
      0xd3,
      0xc3,
      0xbb,
      0xa7,
      0x2c,
      0xc9,
      0xcc,
      0xc6,
      0xb7,
      0x0a,
      0x31,
      0x2c,
      0xbb,
      0xa8,
      0x0a,
    );
    expect(await read(bytes)).toMatchObject({ histories: [[{ item: 0, weight: 1 }]], rows: 1 });
  });

  it('puts things into the order of time, and a repeat at its first place with its last rating', async () => {
    const { histories } = await read('user,item,rating,time\n1,c,5,30\n1,a,5,10\n1,b,1,20\n1,a,2,40\n');
    expect(histories).toEqual([
      [
        { item: 1, weight: 0 },
        { item: 2, weight: 0 },
        { item: 0, weight: 1 },
      ],
    ]);
  });

  it.each([
    ['days before months and dots', '27.08.2025', '05.09.2025'],
    ['days before months, as one of the dates tells', '27/08/2025', '05/09/2025'],
    ['months before days, as one of the dates tells', '08/27/2025', '09/05/2025'],
    ['months before days where nothing tells it', '02/01/2025', '02/02/2025'],
    ['months by their names', '27 Aug 2025', 'September 5th, 2025'],
    ['days without marks', '20250827', '20250905'],
  ])('reads %s', async (_, first, second) => {
    const { histories, refused } = await read(`user,item,rating,date\n1,late,5,"${second}"\n1,soon,5,"${first}"\n`);
    expect(refused).toEqual([]);
    expect(histories[0]!.map(({ item }) => item)).toEqual([1, 0]);
  });

  it('leaves rows out that cannot be read, and says where and why', async () => {
    const { refused, rows } = await read(
      'user,item,rating,time\n1,a,five,10\n,a,5,10\n1,,5,10\n1,a,5,soon\n1,a,5,10\n',
    );
    expect(rows).toBe(5);
    expect(refused).toEqual([
      { line: 2, reason: 'the rating "five" is no number' },
      { line: 3, reason: 'there is no user' },
      { line: 4, reason: 'there is no item' },
      { line: 5, reason: 'the time "soon" cannot be read' },
    ]);
  });

  it.each([
    ['an empty file', '', /is empty/],
    ['other columns', 'name,price\nvase,5\n', /no user and no item column is found in "name \| price"/],
    ['no row', 'user,item\n', /has no row that can be used/],
    ['an open quote', 'user,item\n1,"a\n', /in\.csv:\d+ is no CSV/],
    ['nobody with two things', 'user,item,rating\n1,a,5\n2,b,5\n', /no user liked two things/],
    ['a workbook', 'PK\u0003\u0004', /Excel workbook/],
  ])('refuses %s in words', async (_, content, reason) => {
    await expect(solodesk('--interactions', file('in.csv', content), '--json')).rejects.toThrow(reason);
    expect(printed).toBe('');
  });

  it('refuses a file that is not there, and a threshold that is no number', async () => {
    await expect(solodesk('--interactions', join(folder, 'none.csv'))).rejects.toThrow('there is no such file');
    await expect(solodesk('--interactions', file('in.csv', ''), '--rating-threshold', 'four')).rejects.toThrow(
      'a number',
    );
  });
});
