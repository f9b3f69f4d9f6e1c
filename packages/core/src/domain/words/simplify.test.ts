import { describe, expect, it } from '@jest/globals';
import { simplify } from './simplify.ts';

describe('simplifying', () => {
  it.each([
    ['我想退貨', '我想退货'],
    ['訂單什麼時候到？', '订单什么时候到？'],
    ['頭髮', '头发'],
    ['妳們接受信用卡嗎', '你们接受信用卡吗'],
    ['refund 退款 1042', 'refund 退款 1042'],
    ['', ''],
  ])('makes %s of %s', (traditional, simplified) => {
    expect(simplify(traditional)).toBe(simplified);
  });
});
