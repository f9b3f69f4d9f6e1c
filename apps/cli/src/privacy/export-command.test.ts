import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EXPORT_KINDS } from '@solodesk/core';
import { besideServer } from '../testing/beside-server.ts';
import type { BesideServer } from '../testing/beside-server.ts';

describe('solodesk export', () => {
  let desk: BesideServer;
  let folder: string;
  const write = { site: 'bakery', at: 1_000, uuid: () => crypto.randomUUID(), batch: null };
  beforeEach(async () => {
    desk = await besideServer();
    folder = mkdtempSync(join(tmpdir(), 'solodesk-out-'));
    await desk.server.saveContacts(
      [{ id: 'K-1', name: '=Ada', email: 'ada@one.example', phone: '+4930123456' }],
      write,
    );
  });
  afterEach(async () => {
    await desk.remove();
    rmSync(folder, { recursive: true });
  });

  it('writes everything into a folder, and what it wrote can be taken in again', async () => {
    const out = join(folder, 'all');
    await desk.solodesk('export', '--site', 'bakery', '--out', out, '--bom', '--json');
    expect(JSON.parse(desk.printed[0]!)).toMatchObject({ site: 'bakery', folder: out, rows: { customers: 1 } });
    expect(readdirSync(out)).toHaveLength(2 * EXPORT_KINDS.length);
    expect(readFileSync(join(out, 'customers.csv'), 'utf8')).toContain(`K-1,true,'=Ada,ada@one.example,'+4930123456`);
    await desk.solodesk('import', 'customers', join(out, 'customers.csv'), '--json');
    expect(JSON.parse(desk.printed[1]!)).toMatchObject({ refused: 0 });
    expect(await desk.server.findContact('bakery', { id: 'K-1' })).toMatchObject({ phone: '+4930123456' });
    await expect(desk.solodesk('export', '--out', out)).rejects.toThrow('is not empty');
  });

  it('writes one person into a zip, and never over another file', async () => {
    const out = join(folder, 'ada.zip');
    await desk.solodesk('export', '--customer', 'ada@one.example', '--out', out, '--json');
    expect(JSON.parse(desk.printed[0]!)).toMatchObject({ file: out, rows: { contact: 1 } });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    await expect(desk.solodesk('export', '--customer', 'K-1', '--out', out)).rejects.toThrow('exists already');
    await expect(desk.solodesk('export', '--customer', 'K-9', '--out', `${out}2`)).rejects.toThrow('knows nobody');
    await expect(desk.solodesk('export', '--conversation', 'x', '--out', `${out}2`)).rejects.toThrow('no such');
    expect(existsSync(`${out}2`)).toBe(false);
  });
});
