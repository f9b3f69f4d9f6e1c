import { describe, expect, it } from '@jest/globals';
import type { RecordKind } from '@solodesk/core';
import { MappingError, mapColumns } from './mapping.ts';

const held = (kind: RecordKind, header: string[], asked: [string, string][] = []) =>
  mapColumns(kind, header, new Map(asked)).columns.map(({ field }) => field);

describe('the columns of a file', () => {
  it('are known by the names that shops give them, in English and Chinese', () => {
    expect(
      held('orders', ['Name', 'Email', 'Created at', 'Lineitem quantity', 'Lineitem name', 'Lineitem price']),
    ).toEqual([...['number', 'email', 'placed_at', 'line_quantity', 'line_name', 'line_price']]);
    expect(held('orders', ['订单编号', '下单时间', '订单状态', '实付金额', '收货人', '手机号', '备注'])).toEqual([
      ...['number', 'placed_at', 'status', 'total', 'customer_name', 'phone', null],
    ]);
    expect(held('customers', ['First Name', 'Last Name', 'E-Mail', '语言'])).toEqual([
      ...['first_name', 'last_name', 'email', 'locale'],
    ]);
    expect(held('products', ['SKU', '商品名称', 'PRICE', '库存'])).toEqual(['id', 'name', 'price', 'stock']);
  });

  it('are taken by their best name where two could be meant', () => {
    expect(held('orders', ['id', 'order number', 'name'])).toEqual([null, 'number', null]);
    expect(held('products', ['sku', 'id'])).toEqual([null, 'id']);
  });

  it('hold what is said that they hold, or are left out', () => {
    expect(
      held(
        'products',
        ['Nr', 'id', 'price'],
        [
          ['Nr', 'id'],
          ['price', ''],
        ],
      ),
    ).toEqual(['id', null, null]);
  });

  it.each([
    [['a'], [], 'no column looks like "id"; say which one it is with --map COLUMN=id. The file has "a"'],
    [['id'], [['b', 'name']], 'the file has no column "b"; it has "id"'],
    [['id', 'b'], [['b', 'nam']], 'there is no field "nam" of products; there are "id", "name"'],
    [
      ['a', 'b'],
      [
        ['a', 'id'],
        ['b', 'id'],
      ],
      '"id" is given to two columns',
    ],
    [['id', 'id'], [], 'the header names "id" twice'],
  ] as [string[], [string, string][], string][])('%j with %j are refused', (header, asked, words) => {
    expect(() => held('products', header, asked)).toThrow(MappingError);
    expect(() => held('products', header, asked)).toThrow(words);
  });
});
