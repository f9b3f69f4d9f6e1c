import { describe, expect, it } from '@jest/globals';
import { createThemeReader } from './theme-reader.ts';

describe('what themes are found by', () => {
  const reader = createThemeReader();

  it('is stems and pieces in English, characters and pairs in Chinese, both in a mixed text', () => {
    expect([...reader.features('Refunds!').keys()]).toEqual(expect.arrayContaining(['refund', '~refu']));
    expect([...reader.features('退货').keys()]).toEqual(['退', '货', '退 货']);
    expect([...reader.features('退货 refund').keys()]).toEqual(expect.arrayContaining(['refund', '退 货']));
    expect(reader.features('12345').size).toBe(0);
  });

  it('names by words that say something', () => {
    expect(reader.words('could you please help me get my refund').map(({ written }) => written)).toEqual(['refund']);
    expect(reader.words('请问我的订单什么时候发货').map(({ written }) => written)).toEqual(
      expect.arrayContaining(['订单', '发货']),
    );
  });

  it('means the sum of what its known words mean', () => {
    const twice = reader.meaning('refund', () => 2)!;
    const once = reader.meaning('refund', () => 1)!;
    twice.forEach((number, at) => expect(number).toBeCloseTo(2 * once[at]!, 6));
    expect(reader.meaning('退货', () => 1)).toBeNull();
    expect(reader.meaning('refund', () => 0)).toBeNull();
  });
});
