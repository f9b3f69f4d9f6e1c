import { afterEach, describe, expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSite } from './load-site.ts';
import { readProducts } from './products-file.ts';
import { goodSite, removeSitesDir } from './testing/site-folder.ts';

const HEADER = 'id,name_en,name_zh,price,currency,url';
const read = (...rows: string[]) => readProducts({ file: 'shop/products.csv', text: [HEADER, ...rows].join('\n') });
const complaints = (...rows: string[]) => read(...rows).problems.map(({ line, message }) => `${line} ${message}`);

describe('a catalogue', () => {
  it('is read with quotes, blanks and empty cells, in any order of columns', () => {
    expect(read('shirt-1, "Linen shirt, ""oat""" ,亚麻衬衫,49.90,EUR,https://shop.example/a')).toEqual({
      products: [
        {
          id: 'shirt-1',
          names: { en: 'Linen shirt, "oat"', zh: '亚麻衬衫' },
          price: 49.9,
          currency: 'EUR',
          url: 'https://shop.example/a',
        },
      ],
      problems: [],
    });
    const text = 'Name_ZH,supplier,ID\r\n围裙,7,a\r\n\r\n';
    expect(readProducts({ file: 'f', text }).products).toEqual([
      { id: 'a', names: { zh: '围裙' }, price: null, currency: null, url: null },
    ]);
  });

  it('may say what there is of a product, and what it is', () => {
    const header = 'id,name_en,stock,sizes,description_en,description_zh,spec_en,spec_zh';
    const text = `${header}\na,Shirt,0,S| M |,Loose.,,Linen|170 g,亚麻\nb,Apron,12,,,,,`;
    expect(readProducts({ file: 'f', text }).products).toEqual([
      {
        id: 'a',
        names: { en: 'Shirt' },
        price: null,
        currency: null,
        url: null,
        stock: 0,
        sizes: ['S', 'M'],
        descriptions: { en: 'Loose.' },
        specs: { en: ['Linen', '170 g'], zh: ['亚麻'] },
      },
      { id: 'b', names: { en: 'Apron' }, price: null, currency: null, url: null, stock: 12 },
    ]);
  });

  it('may say of a course what it builds on and how hard it is', () => {
    const text = 'id,name_en,category,prerequisites,level\na,Glazing,pottery,b|c,2';
    const read = (rows: string) => readProducts({ file: 'f', text: rows });
    expect(read(text).products[0]).toMatchObject({ category: 'pottery', prerequisites: ['b', 'c'], level: 2 });
    expect(read(`${text}\nb,Wheel,pottery,,0`).problems).toMatchObject([
      { line: 3, message: expect.stringContaining('"level" must be a whole number') },
    ]);
  });

  it.each([
    ['a,b,some,', '"stock" must be a whole number such as 0 or 12, not "some"'],
    ['a,b,-1,', '"stock" must be a whole number'],
    ['a,b,,|', '"sizes" holds nothing but |'],
    [`a,b,,${'x'.repeat(121)}`, '"sizes" lists one of more than 120'],
    [`a,b,,${'x|'.repeat(41)}`, '"sizes" lists 41; at most 40'],
  ])('with the row %j of stock and sizes is refused with the reason', (row, reason) => {
    const [problem] = readProducts({ file: 'f', text: `id,name_en,stock,sizes\n${row}` }).problems;
    expect(problem).toMatchObject({ line: 2, message: expect.stringContaining(reason) });
  });

  it.each([
    [',a,b,1,EUR,', '"id" is empty'],
    ['a b,a,b,1,EUR,', '"id" must be letters'],
    ['a,,,1,EUR,', 'has no name'],
    ['a,b,c,cheap,EUR,', '"price" must be a number such as 49.90, not "cheap"'],
    ['a,b,c,-5,EUR,', '"price" must be a number'],
    ['a,b,c,5,,', 'has a price, but no "currency"'],
    ['a,b,c,5,EURO,', '"currency" must be a code'],
    ['a,b,c,5,EUR,javascript:alert(1)', '"url" must be a complete address'],
    [`a,${'x'.repeat(201)},c,5,EUR,`, 'has a name of more than 200'],
    ['a,b\u0000,c,5,EUR,', 'holds an invisible control character'],
  ])('with the row %j is refused with its line and the reason', (row, reason) => {
    expect(complaints('ok,fine,好,1,EUR,', row)).toEqual([expect.stringContaining(`3 ${reason}`)]);
    expect(read('ok,fine,好,1,EUR,', row).products).toEqual([]);
  });

  it('with an id twice is refused at the second', () => {
    expect(complaints('a,b,c,,,', 'a,d,e,,,')).toEqual(['3 "a" already stands in line 2; each id stands once']);
  });

  it('that is no CSV, empty, or without its columns, is refused', () => {
    expect(complaints('a,"b,c')[0]).toContain('is no CSV from here on');
    const words = (text: string) => readProducts({ file: 'f', text }).problems[0]?.message;
    expect(words('')).toContain('the file is empty');
    expect(words('name_en\nx')).toContain('no column "id"');
    expect(words('id,id,name_en\n1,2,3')).toContain('names "id" twice');
    expect(words('id,price\n1,2')).toContain('neither "name_en" nor "name_zh"');
  });

  it('of more than 5,000 products is refused', () => {
    const rows = Array.from({ length: 5_001 }, (_, at) => `p${at},n,,,,`);
    expect(complaints(...rows)).toEqual(['1 has 5001 products; at most 5000 are allowed']);
  });
});

describe('a site folder', () => {
  let dir = '';
  afterEach(() => removeSitesDir(dir));

  it('may have a catalogue, and is refused for a bad one', async () => {
    dir = await goodSite({ 'shop/products.csv': `\ufeff${HEADER}\na,Apron,围裙,20,EUR,\n` });
    expect(await loadSite(dir, 'shop')).toMatchObject({ ok: true, products: [{ id: 'a', price: 20 }] });
    await rm(join(dir, 'shop/products.csv'));
    expect(await loadSite(dir, 'shop')).toMatchObject({ ok: true, products: [] });
    await removeSitesDir(dir);
    dir = await goodSite({ 'shop/products.csv': `${HEADER}\na,,,,,\n` });
    expect(await loadSite(dir, 'shop')).toMatchObject({
      ok: false,
      problems: [{ file: 'shop/products.csv', line: 2 }],
    });
  });

  it('says how its bot speaks and what its order numbers look like', async () => {
    const site = {
      name: 'Teal',
      voice: { botName: { en: 'Lin', zh: '小林' }, signOff: ' The team ', address: '你', tone: 'formal' },
      orderNumber: 'TL-\\d{4}',
      country: 'DE',
      currency: 'EUR',
    };
    dir = await goodSite({ 'shop/site.json': JSON.stringify(site) });
    const reading = await loadSite(dir, 'shop');
    expect(reading.ok && reading.site).toMatchObject({
      voice: {
        botName: { en: 'Lin', zh: '小林' },
        signOff: { en: 'The team', zh: 'The team' },
        address: '你',
        tone: 'formal',
      },
      recognise: { orderNumber: 'TL-\\d{4}', country: 'DE', currency: 'EUR' },
      greeting: {
        en: { text: 'Good day. I am Lin, the bot of Teal. How may I help you?' },
        zh: { text: '你好。我是Teal的机器人助手小林，请随时提问。' },
      },
    });
    await removeSitesDir(dir);
    dir = await goodSite({ 'shop/site.json': '{"name": "T",\n "orderNumber": "(a+)+$"}' });
    expect(await loadSite(dir, 'shop')).toMatchObject({ ok: false, problems: [{ file: 'shop/site.json', line: 2 }] });
  });

  it('has answers with variants, whose buttons lead somewhere', async () => {
    const answer = (intent: string) => ({
      en: {
        text: 'Hello {{name|there}}.',
        variants: [
          {
            when: { segment: 'vip', page: ['/a', '/b'] },
            text: 'Dear {{name|friend}}.',
            quickReplies: [{ label: 'x', intent }],
          },
        ],
      },
    });
    const faq = (intent: string) => ({
      category: 'a',
      faqs: [{ intent: 'a.b', question: { en: 'Q?' }, phrasings: { en: ['q'] }, answer: answer(intent) }],
    });
    const site = '{ "name": "T", "languages": ["en"] }';
    dir = await goodSite({ 'shop/site.json': site, 'shop/faq/delivery.json': JSON.stringify(faq('a.b')) });
    const reading = await loadSite(dir, 'shop');
    expect(reading.ok && reading.book.faqs.get('a.b')?.answer.en?.variants).toEqual([
      {
        when: { segment: ['vip'], page: ['/a', '/b'] },
        text: 'Dear {{name|friend}}.',
        quickReplies: [{ label: 'x', intent: 'a.b' }],
        links: [],
      },
    ]);
    await removeSitesDir(dir);
    dir = await goodSite({
      'shop/site.json': site,
      'shop/faq/delivery.json': JSON.stringify(faq('gone.faq'), null, 1),
    });
    expect(await loadSite(dir, 'shop')).toMatchObject({
      ok: false,
      problems: [{ message: 'there is no FAQ "gone.faq" behind this button' }],
    });
  });
});
