import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RecordKind, Store } from '@solodesk/core';
import { createMemoryStore, createSeededIds } from '@solodesk/core/testing';
import { UnreadableFileError, checkFile } from '../csv/check-file.ts';
import { importFile } from './import-file.ts';
import { undoImport } from './undo-import.ts';

describe('an import', () => {
  let directory: string;
  let store: Store;
  let file: string;
  const ids = createSeededIds(3);
  const facts = { locale: 'en' as const, country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' };
  const refusedFile = () => join(directory, 'refused.csv');

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'solodesk-records-'));
    file = join(directory, 'file.csv');
    store = createMemoryStore();
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const take = async (
    kind: RecordKind,
    content: string | Buffer,
    change: { dry?: boolean; map?: [string, string][]; reader?: 'en' | 'zh' } = {},
  ) => {
    writeFileSync(file, content);
    return importFile({
      ...{ kind, file: await checkFile(file), site: 'shop', facts, asked: new Map(change.map), dates: null },
      ...{ store: change.dry === true ? null : store, now: () => 1_800_000_000_000, uuid: () => ids.uuid() },
      judge: (text) => ({
        locale: 'en',
        mood: text.includes('bad') ? 'negative' : 'neutral',
        score: 0,
        category: 'other',
      }),
      refusedFile: refusedFile(),
      ...(change.reader && { reader: change.reader }),
    });
  };
  const refusals = (summary: Awaited<ReturnType<typeof take>>) =>
    summary.refusedRows.map(({ line, reason }) => `${line} ${reason}`);

  it('takes orders whose lines stand in rows of their own', async () => {
    const summary = await take(
      'orders',
      [
        'Name,Email,Created at,Fulfillment Status,Currency,Total,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku',
        '#1042,Ada@One.example,2026-11-27 10:00:00 +0100,fulfilled,EUR,149.70,2,Linen shirt,49.90,shirt-1',
        '#1042,,,,,,1,"Apron, ""oat""",49.90,apron-1',
        '#1043,bo@two.example,2026-11-28 10:00:00 +0100,待付款,EUR,5,1,Soap,5,soap',
      ].join('\n'),
    );
    expect(summary).toMatchObject({ rows: 3, records: 2, new: 2, refused: 0, refusedFile: null });
    const order = await store.findOrder('shop', '1042');
    expect(order).toMatchObject({
      ...{ number: '1042', email: 'ada@one.example', status: 'shipped', statusText: 'fulfilled', total: 14_970 },
      ...{ currency: 'EUR', placedAt: Date.parse('2026-11-27T09:00:00Z') },
      lines: [
        { product: 'shirt-1', name: 'Linen shirt', quantity: 2, price: 4_990 },
        { product: 'apron-1', name: 'Apron, "oat"', quantity: 1, price: 4_990 },
      ],
    });
    const ada = await store.findContact('shop', { email: 'ada@one.example' });
    expect(ada).toMatchObject({ key: order?.contactKey, customer: true, verified: true });
    expect((await store.findOrder('shop', '1043'))?.status).toBe('pending');
  });

  it('changes nothing when it is repeated', async () => {
    const orders =
      'number,email,total,item,price\n1,a@one.example,9,x,4\n1,a@one.example,9,y,5\n2,b@one.example,7,z,7\n';
    await take('orders', orders);
    const before = await Promise.all([store.orders('shop', { limit: 9 }), store.contacts('shop', { limit: 9 })]);
    expect(await take('orders', orders)).toMatchObject({ new: 0, changed: 0, same: 2, refused: 0 });
    expect(await Promise.all([store.orders('shop', { limit: 9 }), store.contacts('shop', { limit: 9 })])).toEqual(
      before,
    );
    const customers = 'id,name,email,phone\n7,Lin,lin@shop.example,030 123456\n,Bo,bo@shop.example,\n';
    expect(await take('customers', customers)).toMatchObject({ new: 2 });
    expect(await take('customers', customers)).toMatchObject({ new: 0, changed: 0, same: 2 });
    const products = 'id,name,price,sizes,stock\na,Shirt,"49,90","S, M",0\nb,围裙,5,,\n';
    expect(await take('products', products)).toMatchObject({ new: 2 });
    expect(await take('products', products)).toMatchObject({ new: 0, changed: 0, same: 2 });
    expect(await store.findProduct('shop', 'b')).toMatchObject({ names: { zh: '围裙' }, price: 500, stock: null });
  });

  it('is taken back as a whole', async () => {
    const summary = await take('customers', 'id,name\n1,Ada\n2,Bo\n');
    expect(await undoImport(store, 'shop', summary.batch!.key, () => 1)).toEqual({ removed: 2, restored: 0, kept: 0 });
    expect(await store.contacts('shop', { limit: 9 })).toEqual([]);
    expect(await undoImport(store, 'shop', summary.batch!.key, () => 1)).toBeNull();
  });

  it('takes from a list of customers who may get marketing mails, and since when', async () => {
    const rows = [
      'id,name,Accepts Marketing,consent date,同意版本',
      '1,Ada,yes,2026-03-01,v3',
      '2,Bo,是,,',
      '3,Cy,no,,',
      '4,Di,,,',
      '5,Ed,perhaps,,',
      '6,Flo,no,2026-03-01,',
      '7,Gus,yes,2031-03-01,',
    ].join('\n');
    const summary = await take('customers', rows);
    expect(refusals(summary).sort()).toEqual([
      '6 "Accepts Marketing": "perhaps" is neither yes nor no',
      '7 "consent date": stands beside a "no"',
      '8 "consent date": lies in the future',
    ]);
    const marketing = async (id: string) => {
      const contact = await store.findContact('shop', { id });
      return (await store.profile('shop', contact?.key ?? 0))?.marketing;
    };
    const march = Date.parse('2026-02-28T23:00:00Z');
    expect(await marketing('1')).toEqual({ at: march, how: 'import', version: 'v3' });
    expect(await marketing('2')).toEqual({ at: 1_800_000_000_000, how: 'import' });
    expect([await marketing('3'), await marketing('4')]).toEqual([null, null]);
    await undoImport(store, 'shop', summary.batch!.key, () => 1);
    expect(await store.contacts('shop', { limit: 9 })).toEqual([]);
  });

  it('refuses bad rows one by one, with line and reason, and takes all others', async () => {
    const summary = await take(
      'customers',
      [
        'id,name,email,phone,customer since',
        '1,"two',
        'lines",ok@one.example,,',
        '2,,not an address,,',
        ',Nobody,,,',
        '4,,,12,',
        '5,,,,03/04/2026',
        '6,,a@one.example',
        '7,,b@one.example,,,too many',
        '8,fine,c@one.example,,2026-01-01',
        '8,again,d@one.example,,',
      ].join('\r\n'),
    );
    expect(refusals(summary)).toEqual([
      '2 "name": holds an invisible control character',
      '4 "email": is no e-mail address',
      '5 has neither "id" nor "email" nor "phone": one of them is needed',
      '6 "phone": is no telephone number; write it with its country code, such as +49 30 123456',
      '7 "customer since": "03/04/2026" is no date that can be read in one way only; say --dates dmy or --dates mdy',
      '8 has 3 values, and the header has 5: the row is not whole',
      '9 has 6 values, and the header has 5: is a value with a separator not in quotes?',
      '11 this customer stood further up in this file: each stands once',
    ]);
    expect(summary).toMatchObject({ rows: 9, records: 1, new: 1, refused: 8, refusedFile: refusedFile() });
    expect(summary.batch?.counts).toEqual({ new: 1, changed: 0, same: 0, refused: 8 });
    const [header, first] = readFileSync(refusedFile(), 'utf8').split('\r\n');
    expect(header).toBe('\ufeffline,reason,id,name,email,phone,customer since');
    expect(first).toBe('2,"""name"": holds an invisible control character",1,"two');
  });

  it('refuses an order whole for one of its rows, and one whose rows do not stand together', async () => {
    const rows = ['1,x,1', '1,y,one', '2,z,1', '3,a,1', '2,b,1'];
    const summary = await take('orders', ['number,item,qty', ...rows].join('\n'));
    expect(refusals(summary)).toEqual([
      '2 belongs to the order that is refused for line 3',
      '3 "qty": "one" is no number',
      '6 order "2" stood further up in this file: the rows of one order must stand together (sort by the order number)',
    ]);
    expect(await store.findOrder('shop', '1')).toBeNull();
    expect((await store.findOrder('shop', '2'))?.lines.map(({ name }) => name)).toEqual(['z']);
  });

  it('keeps its refused rows in a file that can be put right and imported, and gives no spreadsheet a formula', async () => {
    await take('customers', 'id;email;name\n1;bad;=HYPERLINK("x")\n2;good@one.example;-5\n');
    const refused = readFileSync(refusedFile(), 'utf8');
    expect(refused).toContain(`1,bad,"'=HYPERLINK(""x"")"`);
    const summary = await take('customers', refused.replace('1,bad', '1,mended@one.example'));
    expect(summary).toMatchObject({ new: 1, refused: 0 });
    expect((await store.findContact('shop', { id: '1' }))?.email).toBe('mended@one.example');
  });

  it('says to a Chinese owner in Chinese why rows were refused, in the file as well, which is taken when it was mended', async () => {
    const summary = await take('customers', '编号,邮箱,首次购买\n1,bad,\n2,,03/04/2026\n', { reader: 'zh' });
    expect(refusals(summary)).toEqual([
      '2 "邮箱"：不是邮箱地址',
      '3 "首次购买"：“03/04/2026”作为日期读法不唯一，或不是日期：请在各列下方选择“日在前”或“月在前”',
    ]);
    const refused = readFileSync(refusedFile(), 'utf8');
    expect(refused.split('\r\n').slice(0, 2)).toEqual([
      '\ufeff行,原因,编号,邮箱,首次购买',
      '2,"""邮箱""：不是邮箱地址",1,bad,',
    ]);
    const mended = refused.replace('bad', 'a@one.example').replaceAll('03/04/2026', '2026-04-03');
    expect(await take('customers', mended, { reader: 'zh' })).toMatchObject({ new: 2, refused: 0 });
  });

  it.each([
    ['semicolons and a BOM', '\ufeffid;name\n1;Ada, B.\n'],
    ['tabs', 'id\tname\n1\tAda, B.\n'],
    ['bars', 'id|name\r\n1|Ada, B.\r\n'],
    ["Excel's word of the separator", 'sep=;\r\nid;name\r\n1;Ada, B.\r\n'],
    ['quotes around a separator in the header', '"id","name"\n1,"Ada, B."'],
  ])('reads %s', async (_, content) => {
    const summary = await take('customers', content);
    expect(refusals(summary)).toEqual([]);
    expect((await store.findContact('shop', { id: '1' }))?.name).toBe('Ada, B.');
  });

  it.each([
    ['is empty', ' \n', 'file.csv: the file is empty'],
    ['is of no bytes', '', 'file.csv: the file is empty'],
    ['is Latin-1', Buffer.from('id,name\n1,Ada\n2,L\u00f6we\n', 'latin1'), 'line 3 is not UTF-8'],
    ['is UTF-16', Buffer.from('\ufeffid,name\n', 'utf16le'), 'this is UTF-16; save it as "CSV UTF-8"'],
    ['is a workbook', Buffer.from('PK\u0003\u0004'), 'this is an Excel workbook'],
    ['holds zeros', 'id,name\n1,a\u0000b\n', 'line 2 holds a zero byte'],
    [
      'is broken UTF-8 in Chinese',
      Buffer.concat([Buffer.from('id,name\n1,我们很满意的产品\n2,'), Buffer.from([0xe4])]),
      'line 3 is not UTF-8',
    ],
    ['ends within a character', Buffer.from([...Buffer.from('id,name\n1,'), 0xe4, 0xb8]), 'line 2 is not UTF-8'],
  ])('of a file that %s takes nothing of it, and says why', async (_, content, words) => {
    await expect(take('customers', content)).rejects.toThrow(UnreadableFileError);
    await expect(take('customers', content)).rejects.toThrow(words);
    expect(await store.batches('shop', 9)).toEqual([]);
  });

  it('of a file that was written by half takes its whole rows, and tells of the rest', async () => {
    const half = await take('customers', 'id,name,email\n1,Ada,a@one.example\n2,"Bo, the');
    expect(half).toMatchObject({ new: 1, refused: 1 });
    expect(refusals(half)[0]).toMatch(/^3 a " is opened and never closed/);
    const cut = await take('customers', 'id,name,email\n1,Ada,a@one.example\n2,Bo');
    expect(refusals(cut)).toEqual(['3 has 2 values, and the header has 3: the row is not whole']);
  });

  it('with only a header takes nothing', async () => {
    expect(await take('customers', 'id,name\n')).toMatchObject({ rows: 0, new: 0, refused: 0 });
  });

  it('that is rehearsed checks everything and writes nothing', async () => {
    const summary = await take('customers', 'id,email\n1,a@one.example\n2,bad\n', { dry: true });
    expect(summary).toMatchObject({ batch: null, records: 1, refused: 1 });
    expect(await store.contacts('shop', { limit: 9 })).toEqual([]);
    expect(await store.batches('shop', 9)).toEqual([]);
  });

  it('with columns that do not fit begins nothing', async () => {
    await expect(take('customers', 'a,b\n1,2\n')).rejects.toThrow('no column looks like "id" or "email" or "phone"');
    await expect(take('customers', 'a,b\n1,2\n', { map: [['a', 'id']] })).resolves.toMatchObject({ new: 1 });
    expect(await store.batches('shop', 9)).toHaveLength(1);
  });

  it('takes feedback with dates in three formats, and refuses a score of 11 with its line and why', async () => {
    const rows = [
      '来源,评价内容,用户,评分,日期,链接',
      'Google,很好,Ann,4/5,2026年11月27日,https://one.example/1',
      'Google,bad,Ben,11,2026-11-27,',
      'Google,"bad, and late",Ben,3,27.11.2026,',
      'forum,fine,,,2026-11-27T10:00:00Z,',
      'forum,fine,,,03/04/2026,',
      'forum,,,,2026-11-27,',
      'forum,not said yet,,,2031-01-01,',
    ].join('\n');
    const summary = await take('feedback', rows);
    expect(summary).toMatchObject({ rows: 7, new: 3, refused: 4 });
    expect(refusals(summary)).toEqual([
      '3 "评分": must be from 1 to 10',
      '6 "日期": "03/04/2026" is no date that can be read in one way only; say --dates dmy or --dates mdy',
      '7 "评价内容": is missing',
      '8 "日期": lies in the future',
    ]);
    const berlin = Date.parse('2026-11-26T23:00:00Z');
    const stored = await store.feedback('shop', { limit: 9 });
    expect(stored.map(({ source, author, rating, at, mood }) => [source, author, rating, at, mood])).toEqual([
      ['forum', null, null, Date.parse('2026-11-27T10:00:00Z'), 'neutral'],
      ['google', 'Ben', 3, berlin, 'negative'],
      ['google', 'Ann', 8, berlin, 'positive'],
    ]);
    expect(await take('feedback', rows)).toMatchObject({ new: 0, changed: 0, same: 3 });
  });

  it('of feedback can be taken back', async () => {
    const { batch } = await take('feedback', 'text,id\nfine,1\nbad,2\nfine,1\n');
    expect((await store.feedback('shop', { limit: 9 })).map(({ id, source }) => [id, source])).toEqual([
      ['2', 'import'],
      ['1', 'import'],
    ]);
    expect(await undoImport(store, 'shop', batch?.key ?? 0, () => 1)).toEqual({ removed: 2, restored: 0, kept: 0 });
    expect(await store.feedback('shop', { limit: 9 })).toEqual([]);
  });

  it('reads Chinese in GB18030, as spreadsheets in China save it', async () => {
    // 编号,姓名 / 1,王小明 / 2,𠀀 (four bytes)
    const bytes = Buffer.from('b1e0bac52cd0d5c3fb0a312ccdf5d0a1c3f70a322c95328236d5c5c8fd0a', 'hex');
    expect(await take('customers', bytes)).toMatchObject({ new: 2, refused: 0 });
    expect((await store.findContact('shop', { id: '1' }))?.name).toBe('王小明');
    expect((await store.findContact('shop', { id: '2' }))?.name).toBe('𠀀张三');
  });

  it('takes what was spent in months that are written in several ways, and refuses what is no amount', async () => {
    const summary = await take(
      'spend',
      [
        'Kanal,Month,Cost,Currency',
        'Google,2026-05,"1,200.50",EUR',
        'newsletter,31.05.2026,80,',
        'fair,2026年6月,300,USD',
        'Google,2026-06,-20,EUR',
        'Google,03/04/2026,20,EUR',
        'Google,May 2026,7,EUR',
        ',2026-07,7,EUR',
        'Google,2026-08,,EUR',
      ].join('\n'),
      { map: [['Kanal', 'channel']] },
    );
    expect(summary).toMatchObject({ rows: 8, new: 3, refused: 5 });
    const spent = await store.spend('shop', { from: '2026-01', to: '2026-12' });
    expect(spent.map(({ channel, month, amount, currency }) => [channel, month, amount, currency])).toEqual([
      ['google', '2026-05', 120_050, 'EUR'],
      ['newsletter', '2026-05', 8_000, 'EUR'],
      ['fair', '2026-06', 30_000, 'USD'],
    ]);
    expect(refusals(summary).sort()).toEqual([
      '5 "Cost": "-20" is below zero: give what was spent in the month',
      '6 "Month": "03/04/2026" is no month that can be read in one way only; say --dates dmy or --dates mdy',
      '7 this channel and month stood further up in this file: add their amounts up, there is one for each',
      '8 "Kanal": is missing',
      '9 "Cost": is missing',
    ]);
    await undoImport(store, 'shop', summary.batch?.key ?? 0, () => 1_800_000_000_001);
    expect(await store.spend('shop', { from: '2026-01', to: '2026-12' })).toEqual([]);
  });

  it('refuses an order whose sum is below zero', async () => {
    const summary = await take('orders', 'number,total,currency\nA-1,-10,EUR\nA-2,(10.00),EUR\nA-3,10,EUR\n');
    expect(summary).toMatchObject({ new: 1, refused: 2 });
    expect(refusals(summary)[0]).toBe('2 "total": "-10" is below zero: give what was paid');
  });
});
