import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { fillDesk } from './fill-desk.ts';

const SIZE = { messages: 2_500, customers: 1_000, tickets: 700 };
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

async function filled(seed: number) {
  const folder = mkdtempSync(join(tmpdir(), 'solodesk-fill-'));
  folders.push(folder);
  const { stored, regulars } = await fillDesk(folder, 'shop', SIZE, seed);
  const db = new Database(join(folder, 'solodesk.sqlite'), { readonly: true });
  const all = (sql: string) => db.prepare<[], unknown>(sql).pluck().all();
  const [said, orders] = [
    all('SELECT text FROM event ORDER BY id'),
    all('SELECT contact FROM shop_order ORDER BY key'),
  ];
  const [longest, waiting, unindexed] = [
    all('SELECT max(last_seq) FROM conversation'),
    all('SELECT count(*) FROM conversation WHERE waiting_since IS NOT NULL'),
    all(`SELECT max(event.id) - (SELECT high FROM search_progress WHERE kind = 'message') FROM event`),
  ];
  db.close();
  return { stored, regulars, said, orders, longest, waiting, unindexed };
}

it('a desk is filled to its size, the same each time, some customers with a long history, and the search’s index is up to date', async () => {
  const [one, same] = [await filled(2), await filled(2)];
  expect(one.stored).toEqual(SIZE);
  expect(one.regulars).toHaveLength(1);
  expect(one.longest).toEqual([500]);
  expect(one.waiting).toEqual([200]);
  expect(one.unindexed).toEqual([0]);
  expect(same.said).toEqual(one.said);
  expect(same.orders).toEqual(one.orders);
});
