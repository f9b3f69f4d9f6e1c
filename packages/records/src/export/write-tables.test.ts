import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Store } from '@solodesk/core';
import type { ExportSource } from '@solodesk/core/use-cases';
import { Stage, createMemoryStore } from '@solodesk/core/testing';
import { writeKind, writeTables } from './write-tables.ts';
import type { ExportProgress } from './write-tables.ts';

describe('an export', () => {
  let folder: string;
  let store: Store;
  let source: ExportSource;
  const write = { site: 'shop', at: 1_000, uuid: () => crypto.randomUUID(), batch: null };
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const rows = (name: string) => parse(read(name), { columns: true, bom: true }) as Record<string, string>[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'solodesk-export-'));
    store = createMemoryStore();
    const site = { id: 'shop', ticketPrefix: 'SHOP' };
    source = { store, site, faqs: null, moment: (at) => new Date(at).toISOString() };
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
    expect(pages).toBe(1);
    slow.destroy();
    await expect(writing).rejects.toThrow('the reader has gone');
    expect(pages).toBeLessThan(4);
  });

  it('leaves no half file when the disk fails', async () => {
    await store.saveContacts([{ id: 'a' }], write);
    const broken = { ...store, orders: () => Promise.reject(new Error('locked')) };
    await expect(writeTables({ ...source, store: broken, folder, bom: false })).rejects.toThrow('locked');
    expect(readdirSync(folder).sort()).toEqual(['customers.csv', 'customers.jsonl']);
  });
});
