import { describe, expect, it } from '@jest/globals';
import type { EntityKind, Product } from '@solodesk/core';
import { createEntityFinder } from './entity-finder.ts';

const product = (id: string, en: string, zh?: string): Product => ({
  id,
  names: { en, ...(zh !== undefined && { zh }) },
  price: 49,
  currency: 'EUR',
  url: null,
});
const CATALOGUE = [
  product('shirt-oat', 'Linen shirt, oat', '燕麦色亚麻衬衫'),
  product('shirt-navy', 'Linen shirt, navy', '藏青色亚麻衬衫'),
  product('apron', 'Kitchen apron', '厨房围裙'),
  product('cushion', 'Cushion cover', '靠垫套'),
];
const QUESTION = { now: Date.parse('2026-12-02T10:00:00+08:00'), timeZone: 'Asia/Shanghai', locale: 'en' as const };
const finder = createEntityFinder({ orderNumber: 'TL-\\d{4,6}|\\d{8}', country: 'DE', currency: 'EUR' }, CATALOGUE);
const find = (text: string, ...kinds: EntityKind[]) =>
  finder.find(text, { ...QUESTION, ...(kinds.length > 0 && { kinds }) });
const values = (text: string, ...kinds: EntityKind[]) => find(text, ...kinds).map(({ value }) => value);

describe('order numbers', () => {
  it("are found by the site's own pattern, in any case, next to Chinese as well", () => {
    expect(values('where is tl-10423?', 'order')).toEqual(['TL-10423']);
    expect(values('订单TL-10423到哪了', 'order')).toEqual(['TL-10423']);
    expect(values('订单号１０４２３４５６', 'order')).toEqual(['10423456']);
  });

  it('are whole: no part of a longer number or word', () => {
    expect(values('TL-1042399 XTL-1042 123456789', 'order')).toEqual([]);
  });

  it('are known by their digits, alone or behind a word that says what they are', () => {
    for (const text of [
      '1042',
      ' #1042 ',
      '1042.',
      'order 1042',
      'my Order no. 1042 please',
      '订单1042',
      '單號：1042，太小了',
    ])
      expect(values(text, 'order')).toEqual(['TL-1042']);
    expect(values('where is #10421?', 'order')).toEqual(['TL-10421']);
  });

  it('are no other digits: of what is to be ordered, of a day, of money, of a longer number, in the middle of anything', () => {
    const others = [
      ...[
        'can I order 1042 of them',
        'I want to order 1000',
        'order 1000 pieces',
        'order 1042€',
        'order 104',
        '订单1042件',
      ],
      ...['1042 people told me', 'order 1042399', '1042-99', 'room 1042', '2026-12-03'],
    ];
    for (const text of others) expect(values(text, 'order')).toEqual([]);
  });

  it('are not known by digits that may be those of two kinds', () => {
    const two = createEntityFinder({ orderNumber: 'A-\\d{4}|B-\\d{4,5}', country: null, currency: null }, []);
    const order = (text: string) => two.find(text, { ...QUESTION, kinds: ['order'] }).map(({ value }) => value);
    expect(order('1042')).toEqual([]);
    expect(order('10421')).toEqual(['B-10421']);
  });

  it('are not looked for on a site that names no pattern', () => {
    const none = createEntityFinder({ orderNumber: null, country: null, currency: null }, []);
    expect(none.find('TL-1042', { ...QUESTION, kinds: ['order'] })).toEqual([]);
  });
});

describe('e-mail addresses', () => {
  it('are found in the middle of anything, their domain in lower case', () => {
    expect(values('写信到Mei.Li+x@Shop.Example.COM谢谢', 'email')).toEqual(['Mei.Li+x@shop.example.com']);
    expect(values('a@b.de, and c@d.org.', 'email')).toEqual(['a@b.de', 'c@d.org']);
  });

  it('need a host', () => {
    expect(values('me@home @you a@b', 'email')).toEqual([]);
  });
});

describe('telephone numbers', () => {
  it('are Chinese where who writes Chinese gives eleven digits, and not where those are American', () => {
    const found = (country: string, locale: 'en' | 'zh') =>
      createEntityFinder({ orderNumber: null, country, currency: 'EUR' }, [])
        .find('138 1234 5678', { ...QUESTION, locale, kinds: ['phone'] })
        .map(({ value }) => value);
    expect(found('DE', 'zh')).toEqual(['+8613812345678']);
    expect(found('US', 'zh')).not.toEqual(['+8613812345678']);
    expect(found('DE', 'en')).not.toEqual(['+8613812345678']);
  });

  it('are no birthdays', () => {
    for (const day of ['1.5.1980', '01/05/1980', '1980-05-01', '3 11 1980', '01.05.80']) {
      expect(values(`born ${day}`, 'phone')).toEqual([]);
      expect(values(day, 'phone')).toEqual([]);
    }
  });

  it("are E.164, of the site's country where no code is written", () => {
    expect(values('call 030 12345678 please', 'phone')).toEqual(['+493012345678']);
    expect(values('我的电话是 +86 138 1234 5678', 'phone')).toEqual(['+8613812345678']);
  });

  it('need their country code where the site names no country', () => {
    const nowhere = createEntityFinder({ orderNumber: null, country: null, currency: null }, []);
    const phones = (text: string) => nowhere.find(text, { ...QUESTION, kinds: ['phone'] }).map(({ value }) => value);
    expect(phones('030 12345678')).toEqual([]);
    expect(phones('+49 30 12345678')).toEqual(['+493012345678']);
  });
});

describe('amounts', () => {
  it.each([
    ['¥99', 'CNY 99.00'],
    ['￥９９', 'CNY 99.00'],
    ['99元', 'CNY 99.00'],
    ['99块', 'CNY 99.00'],
    ['九十九元', 'CNY 99.00'],
    ['1.5万元', 'CNY 15000.00'],
    ['$12.50', 'USD 12.50'],
    ['12,50 €', 'EUR 12.50'],
    ['€1.299,00', 'EUR 1299.00'],
    ['1,299.00 EUR', 'EUR 1299.00'],
    ['USD 30', 'USD 30.00'],
    ['30 usd', 'USD 30.00'],
    ['20 dollars', 'USD 20.00'],
    ['500日元', 'JPY 500'],
    ['HK$200', 'HKD 200.00'],
    ['£5', 'GBP 5.00'],
    ['20 quid', 'GBP 20.00'],
    ['1.2k euros', 'EUR 1200.00'],
    ['twenty dollars', 'USD 20.00'],
    ['a hundred bucks', 'USD 100.00'],
    ['three hundred and fifty euros', 'EUR 350.00'],
    ['two thousand five hundred yuan', 'CNY 2500.00'],
    ['五十块', 'CNY 50.00'],
    ['两千美金', 'USD 2000.00'],
    ['100刀', 'USD 100.00'],
    ['二十镑', 'GBP 20.00'],
  ])('%s is %s', (text, value) => {
    expect(find(`is it ${text}`, 'amount').map((entity) => [entity.text, entity.value])).toEqual([[text, value]]);
  });

  it('without a currency are none', () => {
    expect(values('100 all 50 and 3块布 size 42, 1042', 'amount')).toEqual([]);
    expect(values('one and dollars, and euros, three of them, 两块布, 五把刀具, 10刀具', 'amount')).toEqual([]);
  });

  it("read $ and ¥ as the site's", () => {
    const of = (currency: string, text: string) =>
      createEntityFinder({ orderNumber: null, country: null, currency }, []).find(text, QUESTION)[0]?.value;
    expect(of('CAD', '$5')).toBe('CAD 5.00');
    expect(of('JPY', '¥500')).toBe('JPY 500');
    expect(of('EUR', '$5')).toBe('USD 5.00');
  });
});

describe('products', () => {
  it('are found by their names, in both languages, with typos', () => {
    expect(values('廚房圍裙還有嗎', 'product')).toEqual(['apron']);
    expect(values('do you have the linen shirt in navy?', 'product')).toEqual(['shirt-navy']);
    expect(values('a kichen apron please', 'product')).toEqual(['apron']);
    expect(values('cushon cover', 'product')).toEqual(['cushion']);
    expect(values('藏青色亚麻衬衫有货吗', 'product')).toEqual(['shirt-navy']);
    expect(values('厨房围裙多少钱', 'product')).toEqual(['apron']);
  });

  it('are found where a character sounds like the right one', () => {
    expect(values('我要藏清色亚麻衬衫', 'product')).toEqual(['shirt-navy']);
    expect(values('厨房违裙有吗', 'product')).toEqual(['apron']);
    const cups = createEntityFinder({ orderNumber: null, country: null, currency: null }, [
      product('mug', 'Blue mug', '蓝色陶瓷杯'),
    ]);
    const named = (text: string) => cups.find(text, { ...QUESTION, kinds: ['product'] }).map(({ value }) => value);
    expect(named('蓝色淘瓷杯还有货吗')).toEqual(['mug']);
    expect(named('蓝色毛衣还有货吗')).toEqual([]);
  });

  it('need enough of their name', () => {
    expect(values('my oven is in the kitchen', 'product')).toEqual([]);
    expect(values('衬衫', 'product')).toEqual([]);
  });

  it('are named with their place', () => {
    const [found] = find('one KITCHEN APRON, red', 'product');
    expect(found).toMatchObject({ text: 'KITCHEN APRON', start: 4, end: 17, name: 'Kitchen apron', likeness: 1 });
  });
});

describe('everything in one text', () => {
  it('comes in its order, without overlaps, with places in the text as it was written', () => {
    const text = '订单ＴＬ-10423，￥99，后天上午十点，mei@shop.example，+49 30 1234567';
    const found = find(text);
    expect(found.map(({ kind, value }) => [kind, value])).toEqual([
      ['order', 'TL-10423'],
      ['amount', 'CNY 99.00'],
      ['date', '2026-12-04T10:00:00+08:00'],
      ['email', 'mei@shop.example'],
      ['phone', '+49301234567'],
    ]);
    for (const { start, end, text: said } of found) expect(text.slice(start, end)).toBe(said);
  });

  it('takes a number that is an order for nothing else', () => {
    expect(find('10423456').map(({ kind }) => kind)).toEqual(['order']);
  });
});

describe('hostile text', () => {
  const words = (text: string) => text.repeat(4_000).slice(0, 4_000);
  it.each([
    ['one digit', words('1')],
    ['numbers', words('12 34-56 ')],
    ['telephone numbers', words('+49 30 1234567 ')],
    ['addresses', words('a@b.c')],
    ['dots and signs', words('a.a@')],
    ['dates', words('next monday at 5 1.2.3 ')],
    ['Chinese dates', words('下周三下午三点半')],
    ['Chinese numbers', words('一二三四五')],
    ['amounts', words('1,234,567.89 ')],
    ['yuan', words('一元')],
    ['names that are nearly products', words('shrt lnen kitchn aprn ')],
    ['product names', words('亚麻衬衫')],
    ['lone surrogates', words('\ud800')],
    ['emoji', words('😀')],
  ])('of %s comes to an end, with places that are in it', (_, text) => {
    // What it may cost is held loosely, for slow machines: what grows with the square of the length takes minutes.
    const before = process.cpuUsage();
    for (const { start, end } of find(text)) expect(0 <= start && start < end && end <= text.length).toBe(true);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10);
  });
});
