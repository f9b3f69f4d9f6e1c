import { describe, expect, it } from '@jest/globals';
import { glossesOf } from './chinese-glosses.ts';
import { createThemeReader } from './theme-reader.ts';

describe('what themes are found by', () => {
  const reader = createThemeReader();

  it('is stems and pieces in English, characters and pairs in Chinese, both in a mixed text', () => {
    expect([...reader.features('Refunds!').keys()]).toEqual(expect.arrayContaining(['refund', '~refu']));
    expect([...reader.features('嗯嗯').keys()]).toEqual(['嗯', '嗯 嗯']);
    expect([...reader.features('退货').keys()]).toEqual(expect.arrayContaining(['退', '货', '退 货']));
    expect([...reader.features('退货 refund').keys()]).toEqual(expect.arrayContaining(['refund', '退 货']));
    expect(reader.features('12345').size).toBe(0);
  });

  it('lets Chinese messages have in common with English ones what their words mean, the longest words first', () => {
    expect(reader.features('什么时候退款').has('refund')).toBe(true);
    expect(reader.meaning('退款', () => 1)).toEqual(reader.meaning('refund money', () => 1));
    expect(glossesOf('礼品卡在哪')).toEqual(['gift', 'card', 'where', 'location']);
    expect(glossesOf('')).toEqual([]);
  });

  it('names by words that say something', () => {
    expect(reader.words('could you please help me get my refund').map(({ written }) => written)).toEqual(['refund']);
    expect(reader.words('请问我的订单什么时候发货').map(({ written }) => written)).toEqual(
      expect.arrayContaining(['订单', '发货']),
    );
    expect(reader.words('亲，发货怎么这么慢').map(({ written }) => written)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:亲|这么)$/)]),
    );
  });

  it('means the sum of what its known words mean', () => {
    const twice = reader.meaning('refund', () => 2)!;
    const once = reader.meaning('refund', () => 1)!;
    twice.forEach((number, at) => expect(number).toBeCloseTo(2 * once[at]!, 6));
    expect(reader.meaning('嗯嗯', () => 1)).toBeNull();
    expect(reader.meaning('refund', () => 0)).toBeNull();
  });
});
