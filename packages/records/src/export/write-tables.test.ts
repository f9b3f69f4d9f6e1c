import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'csv-parse/sync';
import { EXPORT_COLUMNS, EXPORT_KINDS } from '@solodesk/core';
import type { Store } from '@solodesk/core';
import type { ExportSource } from '@solodesk/core/use-cases';
import { Stage, createMemoryStore } from '@solodesk/core/testing';
import { writeArchive } from './write-archive.ts';
import { writeKind, writeTables } from './write-tables.ts';
import type { ExportProgress, TablesRun } from './write-tables.ts';

describe('an export', () => {
  let folder: string;
  let store: Store;
  let source: ExportSource & Pick<TablesRun, 'files'>;
  let kept: Map<string, Uint8Array>;
  const write = { site: 'shop', at: 1_000, uuid: () => crypto.randomUUID(), batch: null };
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const rows = (name: string) => parse(read(name), { columns: true, bom: true }) as Record<string, string>[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'solodesk-export-'));
    store = createMemoryStore();
    const site = { id: 'shop', ticketPrefix: 'SHOP' };
    kept = new Map();
    const files = { readFile: async (_site: string, id: string) => kept.get(id) ?? null };
    source = { store, site, faqs: null, files, moment: (at) => new Date(at).toISOString() };
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('has every row once, however many pages there are, and none of another site', async () => {
    const people = Array.from({ length: 1_203 }, (_, n) => ({ id: `c${n}`, name: `=cmd ${n}` }));
    await store.saveContacts(people, write);
    await store.saveContacts([{ id: 'other' }], { ...write, site: 'bakery' });
    const orders = Array.from({ length: 501 }, (_, n) => ({ number: `TL-${n}`, customer: { id: `c${n}` }, total: n }));
    await store.saveOrders(orders, write);
    const heard: ExportProgress[] = [];
    const summary = await writeTables({ ...source, folder, bom: true, onProgress: (progress) => heard.push(progress) });
    expect(summary).toMatchObject({ customers: 1_203, orders: 501, messages: 0, faqs: 0 });
    expect(read('customers.csv').startsWith('\uFEFFid,verified,name')).toBe(true);
    expect(new Set(rows('customers.csv').map(({ id }) => id)).size).toBe(1_203);
    expect(rows('customers.csv')[0]?.name).toBe("'=cmd 1202");
    expect(rows('orders.csv').find(({ number }) => number === 'TL-7')).toMatchObject({ customer: 'c7', total: '7' });
    const lines = read('customers.jsonl').trimEnd().split('\n');
    expect(lines).toHaveLength(1_203);
    expect(JSON.parse(lines[0]!)).toMatchObject({ id: 'c1202', name: '=cmd 1202', verified: true });
    expect(heard.filter(({ kind }) => kind === 'customers').map(({ rows: count }) => count)).toEqual([
      500, 1_000, 1_203,
    ]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('tells who said what, and leaves out who was erased', async () => {
    const stage = new Stage(store);
    const [visitor, gone] = [await stage.visitor(), await stage.visitor()];
    await stage.says(visitor, { text: '退货 "please"\nsecond line' });
    await stage.botAnswers(visitor);
    await stage.says(gone, { text: 'forget me' });
    const { id } = await stage.conversation(gone);
    await store.erasePerson('shop', { conversation: id }, { id: 'r', at: 5, by: '' });
    expect(await writeTables({ ...source, folder, bom: false, kinds: ['conversations', 'messages'] })).toEqual({
      conversations: 1,
      messages: 2,
    });
    expect(rows('messages.csv')).toMatchObject([
      { seq: '1', type: 'visitor_message', text: '退货 "please"\nsecond line' },
      { seq: '2', type: 'bot_message', why: 'answered', intent: 'returns.period' },
    ]);
    expect(rows('messages.csv')[0]?.conversation).toBe(rows('conversations.csv')[0]?.id);
  });

  it('has what is noted of people, what was sent and looked at, and what the owner wrote', async () => {
    const stage = new Stage(store);
    const [saved] = await store.saveContacts([{ id: 'c1', name: 'Ada', email: 'ada@one.example' }], write);
    const { key } = saved!.record;
    await store.changeProfile('shop', key, {
      ...{ addTags: ['vip', 'press'], attributes: { size: 'M' }, marketing: { at: 5_000, how: 'owner' } },
    });
    const visitor = await stage.visitor();
    await store.linkVerifiedVisitor(visitor.key, 'c1', write);
    const [sent, lost] = ['f1', 'f2'].map((id) => ({
      id,
      name: `../${id}/花瓶.png`,
      type: 'image/png' as const,
      bytes: 3,
    }));
    for (const file of [sent!, lost!]) {
      await store.addUpload('shop', { ...file, conversationKey: visitor.key, from: 'visitor', at: 1_000 }, 9);
    }
    kept.set('f1', new Uint8Array([1, 2, 3]));
    await stage.says(visitor, { text: 'hello' });
    await store.putNote('shop', visitor.key, { id: 'n1', by: 'Mei', text: '=called back', at: 2_000 }, 9);
    const view = {
      clientId: 'v1',
      name: 'page_view',
      props: { title: 'Soap' },
      at: 900,
      page: 'https://shop.example/s',
    };
    await store.addTracked(visitor.key, [view]);
    await store.putCannedReply('shop', { id: 'r1', name: 'Thanks', texts: { en: 'Thank you' }, at: 1 }, 9);
    await store.noteConsentText('shop', { version: '1', text: { en: 'We store this.' }, since: 1_000 });
    await store.noteView({
      ...{ site: 'shop', at: 3_000, account: 1, by: 'Mei', kind: 'contact', contact: key, visitor: null, detail: '' },
    });
    const summary = await writeTables({ ...source, folder, bom: false });
    expect(Object.keys(summary)).toEqual([...EXPORT_KINDS]);
    for (const kind of EXPORT_KINDS) {
      // A table without rows has its columns as well, and no row has more than the table.
      const [header = ''] = read(`${kind}.csv`).split('\r\n');
      expect([kind, header.split(',')]).toEqual([kind, [...EXPORT_COLUMNS[kind]]]);
      const lines = read(`${kind}.jsonl`).split('\n').filter(Boolean);
      for (const line of lines) expect(Object.keys(JSON.parse(line) as object)).toEqual([...EXPORT_COLUMNS[kind]]);
    }
    expect(summary).toMatchObject({ orders: 0, notes: 1 });
    expect(rows('customers.csv')).toMatchObject([
      {
        ...{ id: 'c1', tags: 'press|vip', attributes: '{"size":"M"}', marketing_since: '1970-01-01T00:00:05.000Z' },
        marketing_how: 'owner',
      },
    ]);
    const [conversation] = rows('conversations.csv');
    expect(conversation?.customer).toBe('c1');
    const { id } = conversation!;
    expect(rows('notes.csv')).toMatchObject([{ conversation: id, by: 'Mei', text: "'=called back" }]);
    expect(rows('page_views.csv')).toMatchObject([
      { customer: 'c1', visitor: visitor.id, properties: '{"title":"Soap"}' },
    ]);
    expect(rows('canned_replies.csv')).toMatchObject([{ name: 'Thanks', text_en: 'Thank you', text_zh: '' }]);
    expect(rows('consents.csv')).toMatchObject([{ version: '1', text_en: 'We store this.' }]);
    expect(rows('looks.csv')).toMatchObject([{ by: 'Mei', kind: 'contact', customer: 'c1' }]);
    expect(rows('files.csv')).toMatchObject([
      { id: 'f1', conversation: id, name: '../f1/花瓶.png' },
      { id: 'f2', conversation: id },
    ]);
    // What has gone from the disk is in the list alone; what somebody called a path is none.
    expect(readdirSync(join(folder, 'files'))).toEqual(['f1-.._f1_花瓶.png']);
    expect([...readFileSync(join(folder, 'files', 'f1-.._f1_花瓶.png'))]).toEqual([1, 2, 3]);
  });

  it('is one zip of all that, for who asks for everything at once', async () => {
    const people = Array.from({ length: 1_203 }, (_, n) => ({ id: `c${n}`, name: `=cmd ${n}` }));
    await store.saveContacts(people, write);
    const stage = new Stage(store);
    const visitor = await stage.visitor();
    const file = { id: 'f1', name: 'vase.png', type: 'image/png' as const, bytes: 3 };
    await store.addUpload('shop', { ...file, conversationKey: visitor.key, from: 'visitor', at: 1_000 }, 9);
    await stage.says(visitor, { text: '退货' });
    kept.set('f1', new Uint8Array([1, 2, 3]));
    const unpacked = async (format: 'csv' | 'jsonl') => {
      const to = new PassThrough();
      const [bytes] = await Promise.all([
        buffer(to),
        writeArchive({ ...source, format, bom: true, at: 1_700_000_000_000 }, to).then(() => to.end()),
      ]);
      return unzipSync(new Uint8Array(bytes));
    };
    const csv = await unpacked('csv');
    expect(Object.keys(csv)).toEqual([...EXPORT_KINDS.map((kind) => `${kind}.csv`), 'files/f1-vase.png']);
    const customers = parse(Buffer.from(csv['customers.csv']!), { columns: true, bom: true }) as { id: string }[];
    expect(new Set(customers.map(({ id }) => id)).size).toBe(1_203);
    expect([...csv['customers.csv']!.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect([...csv['files/f1-vase.png']!]).toEqual([1, 2, 3]);
    const lines = strFromU8((await unpacked('jsonl'))['messages.jsonl']!)
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { text: string }).text)).toEqual(['退货']);
  });

  it('breaks a zip off where it cannot be read, so that it does not look whole', async () => {
    const broken = { ...store, spend: () => Promise.reject(new Error('locked')) };
    const to = new PassThrough();
    to.resume();
    const run = { ...source, store: broken, format: 'csv' as const, bom: false, at: 1_700_000_000_000 };
    await expect(writeArchive(run, to)).rejects.toThrow('locked');
    to.destroy();
    await expect(writeArchive({ ...run, store }, to)).rejects.toThrow('the reader has gone');
  });

  it('writes over nothing', async () => {
    writeFileSync(join(folder, 'mine.txt'), '');
    await expect(writeTables({ ...source, folder, bom: false })).rejects.toThrow('is not empty');
    expect(readdirSync(folder)).toEqual(['mine.txt']);
  });

  it('reads no faster than its reader, and stops when the reader goes', async () => {
    await store.saveContacts(
      Array.from({ length: 3_000 }, (_, n) => ({ id: `c${n}` })),
      write,
    );
    let pages = 0;
    const contacts = store.contacts.bind(store);
    const counted = { ...store, contacts: (...args: Parameters<typeof contacts>) => (pages++, contacts(...args)) };
    const slow = new PassThrough({ highWaterMark: 1 });
    const writing = writeKind({ ...source, store: counted }, 'customers', { csv: slow }, { bom: false });
    await new Promise((resolve) => setTimeout(resolve, 30));
    // Not even the heading has been taken.
    expect(pages).toBe(0);
    slow.destroy();
    await expect(writing).rejects.toThrow('the reader has gone');
    expect(pages).toBeLessThan(4);
  });

  it('leaves nobody listening behind, however often its reader was slow', async () => {
    await store.saveContacts(
      Array.from({ length: 6_000 }, (_, n) => ({ id: `c${n}` })),
      write,
    );
    const slow = new PassThrough({ highWaterMark: 1 });
    let most = 0;
    slow.on('data', () => (most = Math.max(most, slow.listenerCount('close'))));
    await writeKind(source, 'customers', { csv: slow }, { bom: false });
    expect(most).toBeLessThan(4);
    expect([slow.listenerCount('drain'), slow.listenerCount('close')]).toEqual([0, 0]);
  });

  it('leaves no half file when the disk fails', async () => {
    await store.saveContacts([{ id: 'a' }], write);
    const broken = { ...store, orders: () => Promise.reject(new Error('locked')) };
    await expect(writeTables({ ...source, store: broken, folder, bom: false })).rejects.toThrow('locked');
    expect(readdirSync(folder).sort()).toEqual(['customers.csv', 'customers.jsonl']);
  });
});
