import { describe, expect, it } from '@jest/globals';
import { currencyBeside, parseMoney } from './money.ts';
import { momentReader } from './moment.ts';
import { readStatus } from './order-status.ts';
import { parsePhone } from './phone.ts';

describe('an amount', () => {
  it.each([
    ['49.90', 'EUR', 4_990],
    ['49,90 €', 'EUR', 4_990],
    ['€ 1.234,50', 'EUR', 123_450],
    ['$1,234.5', 'USD', 123_450],
    ["CHF 1'234.50", 'CHF', 123_450],
    ['1 234,50', 'EUR', 123_450],
    ['1,234', 'USD', 123_400],
    ['1.234.567', 'EUR', 123_456_700],
    ['49.9000', 'USD', 4_990],
    ['￥９９', 'CNY', 9_900],
    ['99元', 'CNY', 9_900],
    ['1.234', 'JPY', 1_234],
    ['1.234', 'KWD', 1_234],
    ['0', 'EUR', 0],
  ])('written %j in %s is %d minor units', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toBe(minor);
  });

  it.each([
    ['1.234', 'EUR'],
    ['12,34,56', 'EUR'],
    ['1.2.34', 'EUR'],
    ['49.905', 'EUR'],
    ['9.5', 'JPY'],
    ['-5', 'EUR'],
    ['cheap', 'EUR'],
    ['', 'EUR'],
    ['1e5', 'EUR'],
    ['99999999999999', 'EUR'],
  ])('written %j in %s is refused rather than guessed', (text, currency) => {
    expect(parseMoney(text, currency)).toBeNull();
  });

  it('tells its currency only where the sign is of one', () => {
    expect(['49 EUR', '49 €', '£5', '$5', '¥5', '5'].map(currencyBeside)).toEqual([
      'EUR',
      'EUR',
      'GBP',
      null,
      null,
      null,
    ]);
  });
});

describe('a moment', () => {
  const read = (text: string, zone = 'Europe/Berlin', order: 'dmy' | 'mdy' | null = null) => {
    const at = momentReader(zone, order)(text);
    return at === null ? null : new Date(at).toISOString();
  };

  it.each([
    ['2026-11-27T10:00:00Z', '2026-11-27T10:00:00.000Z'],
    ['2026-11-27 10:00:00 +0100', '2026-11-27T09:00:00.000Z'],
    ['2026-11-27 10:00', '2026-11-27T09:00:00.000Z'],
    ['2026-07-27 10:00', '2026-07-27T08:00:00.000Z'],
    ['2026/1/5', '2026-01-04T23:00:00.000Z'],
    ['27.11.2026', '2026-11-26T23:00:00.000Z'],
    ['27/11/2026 8:30', '2026-11-27T07:30:00.000Z'],
    ['11/27/2026', '2026-11-26T23:00:00.000Z'],
    ['2026年11月27日 18:00', '2026-11-27T17:00:00.000Z'],
    ['Nov 27, 2026', '2026-11-26T23:00:00.000Z'],
    ['27-Nov-2026 18:00', '2026-11-27T17:00:00.000Z'],
    ['November 1st, 2026', '2026-10-31T23:00:00.000Z'],
    ['3 sept. 2026 10:00', '2026-09-03T08:00:00.000Z'],
    // The day on which summer time ends has two offsets.
    ['2026-10-25 01:00', '2026-10-24T23:00:00.000Z'],
    ['2026-10-25 12:00', '2026-10-25T11:00:00.000Z'],
  ])('written %j is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('with day and month that can be changed about is read only when the order is said', () => {
    expect(read('03/04/2026')).toBeNull();
    expect(read('03/04/2026', 'UTC', 'dmy')).toBe('2026-04-03T00:00:00.000Z');
    expect(read('03/04/2026', 'UTC', 'mdy')).toBe('2026-03-04T00:00:00.000Z');
    expect(read('04/04/2026', 'UTC')).toBe('2026-04-04T00:00:00.000Z');
  });

  it.each([
    '2026-02-30',
    '2026-13-01',
    '31.04.2026',
    '2026-11-27 25:00',
    '1899-01-01',
    'Feb 30, 2026',
    '5 Nom 2026',
    'Nov 2026',
    'yesterday',
    '45000',
    '',
  ])('is not made of %j', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('a telephone number', () => {
  it('is E.164, with the code of the country where it has none', () => {
    expect(parsePhone('030 123456', 'DE')).toBe('+4930123456');
    expect(parsePhone('+86 138 0013 8000', null)).toBe('+8613800138000');
    expect([parsePhone('030 123456', null), parsePhone('12', 'DE'), parsePhone('call me', 'DE')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe("a shop's word for the state of an order", () => {
  it.each([
    ['Shipped', 'shipped', null],
    ['wc-processing', 'packing', 'wc-processing'],
    ['In transit', 'shipped', 'In transit'],
    ['已发货', 'shipped', '已发货'],
    ['交易成功', 'delivered', '交易成功'],
    ['Beim Zoll', 'other', 'Beim Zoll'],
  ])('%j means %s', (word, status, statusText) => {
    expect(readStatus(word)).toEqual({ status, statusText });
  });
});
