import { describe, expect, it } from '@jest/globals';
import { chineseSpelled } from './spelled-chinese.ts';

const SAID = [
  '学费多少钱',
  '怎么退货',
  '什么时候发货',
  '可以开发票吗',
  '运费谁付',
  '绿色的琴房',
  '西安的地址',
  '我们的',
].map((text) => [...text]);
const characters = new Set(SAID.flat());
const pairs = new Set(SAID.flatMap((text) => text.slice(1).map((next, at) => `${text[at]}${next}`)));
const said = {
  has: (character: string) => characters.has(character),
  hasPair: (first: string, second: string) => pairs.has(first + second),
};

describe('Chinese that is spelled in pinyin', () => {
  it.each([
    ['xuefei', '学费'],
    ['tui huo', '退货'],
    ['tuihuo', '退货'],
    ["fa'piao", '发票'],
    ['duoshaoqian', '多少钱'],
    ['duosaoqian', '多少钱'],
    ['lvse', '绿色'],
    ['luse', '绿色'],
    ["xi'an", '西安'],
    ['xian', '西安'],
    ['qinfang', '琴房'],
    // Half typed.
    ['xuef', '学费'],
    ['yunfe', '运费'],
  ])('%s is read as %s', (typed, chinese) => {
    expect(chineseSpelled(typed, said)[0]).toBe(chinese);
  });

  it('may have a neighbour that nowhere stands so, in a longer text', () => {
    expect(chineseSpelled('xuefeizenmetuihuo', said)).toContain('学费怎么退货');
  });

  it.each([
    'piano',
    'women',
    'shipping',
    'hello world',
    'xue',
    'huotui',
    'xuefei!',
    '学费',
    '42',
    '',
    ' ',
    'x'.repeat(60),
  ])('is nothing that %j could be', (typed) => {
    expect(chineseSpelled(typed, said)).toEqual([]);
  });

  it('takes no time over the worst', () => {
    const start = performance.now();
    for (let times = 0; times < 20; times++) chineseSpelled('ananananananananananananananananananananananan', said);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
