import { describe, expect, it } from '@jest/globals';
import { askedFor } from './asked-for.ts';

describe('what a Chinese text is about', () => {
  it.each([
    ['怎么请假啊', '请假'],
    ['怎么样才能退货呢', '退货'],
    ['请问一下你们几点开门呀', '几点开门'],
    ['退货的邮费谁出', '邮费谁出'],
    ['退款', '退款'],
    ['我们的', ''],
    ['怎么退', ''],
    ['那么', ''],
    ['how much', ''],
    ['', ''],
  ])('of %j is %j', (text, content) => expect(askedFor(text)).toBe(content));
});
