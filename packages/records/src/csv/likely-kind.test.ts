import { describe, expect, it } from '@jest/globals';
import { likelyKind } from './likely-kind.ts';

describe('the rows of a file', () => {
  it('hold what most of their columns say', () => {
    const orders =
      'order number,order date,status,currency,total,email,customer name,sku,item name,quantity,unit price';
    expect(likelyKind(orders.split(','))).toBe('orders');
    expect(likelyKind(['Name', 'Email', 'Financial Status', 'Created at', 'Lineitem name', 'Total'])).toBe('orders');
    expect(likelyKind(['订单编号', '下单时间', '实付金额', '收货人', '手机号'])).toBe('orders');
    expect(likelyKind(['id', 'name', 'email', 'phone'])).toBe('customers');
    expect(likelyKind(['姓名', '邮箱'])).toBe('customers');
    expect(likelyKind(['name', 'email'])).toBe('customers');
    expect(likelyKind(['SKU', '商品名称', 'PRICE', '库存'])).toBe('products');
    expect(likelyKind(['month', 'channel', 'amount'])).toBe('spend');
    expect(likelyKind(['author', 'rating', 'text', 'date'])).toBe('feedback');
  });

  it('are no reason to refuse a file where they tell nothing, or are there twice', () => {
    expect(likelyKind(['foo', 'bar'])).toBe('customers');
    expect(likelyKind(['order number', 'note', 'note', 'total'])).toBe('orders');
  });

  it.each([
    ['id,name,email,comment', 'customers'],
    ['Name,E-Mail,Phone,Comments', 'customers'],
    ['编号,姓名,邮箱,备注', 'customers'],
    ['customer id,email,score,comment', 'feedback'],
    ['order number,email,rating,comment', 'feedback'],
    ['name,email,date,rating,review', 'feedback'],
    ['review,email', 'feedback'],
    ['email,comment', 'feedback'],
    ['id,date,text,email', 'feedback'],
    ['id,date,email,comment', 'feedback'],
    ['date,name,email,comment', 'feedback'],
    ['姓名,邮箱,评分,评论', 'feedback'],
    ['order number,date,total,email,comment', 'orders'],
    ['id,date,customer,amount,comment', 'orders'],
    ['订单号,下单时间,金额,客户,评论', 'orders'],
    ['id,name,image,url,email', 'customers'],
    ['sku,name,price,comment', 'products'],
    ['sku,name,price,quantity', 'products'],
    ['Name,Email,Created at,Lineitem quantity,Lineitem name,Lineitem price', 'orders'],
    ['sku,name,price,stock,rating,review', 'products'],
  ] as const)('with the columns %s are %s', (header, kind) => {
    expect(likelyKind(header.split(','))).toBe(kind);
  });
});
