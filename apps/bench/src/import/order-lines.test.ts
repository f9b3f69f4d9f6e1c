import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { orderLines, writeOrderFile } from './order-lines.ts';

const directory = mkdtempSync(join(tmpdir(), 'solodesk-order-lines-'));
afterAll(() => rmSync(directory, { recursive: true }));

describe('the order lines of the benchmark', () => {
  it('are as many as were asked for, the same each time, and those of one order stand together', () => {
    const rows = [...orderLines(500)];
    expect(rows).toHaveLength(500);
    expect([...orderLines(500)]).toEqual(rows);
    const orders = rows.map(({ number }) => number).filter((number, place, all) => number !== all[place - 1]);
    expect(new Set(orders).size).toBe(orders.length);
  });

  it('are written a row a line, with quotes where they are needed', async () => {
    const file = join(directory, 'orders.csv');
    const bytes = await writeOrderFile(file, 10);
    const text = readFileSync(file, 'utf8');
    expect([Buffer.byteLength(text), text.trimEnd().split('\n').length]).toEqual([bytes, 11]);
    expect(text).toContain('""linen""');
  });
});
