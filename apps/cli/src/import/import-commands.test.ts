import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '@solodesk/store-sqlite';
import type { SqliteStore } from '@solodesk/store-sqlite';
import { program } from '../program.ts';
import type { Terminal } from '../terminal/terminal.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

describe('solodesk import', () => {
  let dataDir: string;
  let printed: string[];
  let bars: string[];
  /** The server's own connection, open all the while. */
  let server: SqliteStore;
  const solodesk = (...args: string[]) => {
    const terminal: Terminal = {
      print: (text) => printed.push(text),
      width: 80,
      paint: (_, text) => text,
      progress: (text) => void (text !== null && bars.push(text)),
    };
    return program({ DATA_DIR: dataDir }, terminal.print, terminal).parseAsync(['node', 'solodesk', ...args]);
  };
  const file = (name: string, content: string) => {
    writeFileSync(join(dataDir, name), content);
    return join(dataDir, name);
  };

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'solodesk-import-'));
    [printed, bars] = [[], []];
    server = await openSqliteStore({ file: join(dataDir, 'solodesk.sqlite'), log: silent });
    await solodesk('site', 'add', 'bakery', '--name', 'Bakery', '--time-zone', 'Europe/Berlin');
    printed = [];
  });
  afterEach(async () => {
    await server.close();
    rmSync(dataDir, { recursive: true });
  });

  it('takes a file while the server runs, which sees the rows at once; twice it changes nothing', async () => {
    const path = file('orders.csv', 'Order No;Mail;Sum;Currency\nB-1;a@one.example;9,50;EUR\n');
    const args = ['import', 'orders', path, '--map', 'Sum=total'];
    await solodesk(...args, '--json');
    expect(JSON.parse(printed[0]!)).toMatchObject({ new: 1, refused: 0, batch: { key: 1, file: 'orders.csv' } });
    expect(await server.findOrder('bakery', 'B-1')).toMatchObject({ total: 950, email: 'a@one.example' });
    await solodesk(...args);
    expect(printed[1]).toContain('Order No → number\n  Mail → email\n  Sum → total');
    expect(printed[1]).toContain('Rows read: 1. Of orders 0 added, 0 changed, 1 the same. Rows refused: 0.');
    expect(bars[0]).toMatch(/^█{20} 100 % {2}1 rows {2}\d s$/);
  });

  it('tells of refused lines on the terminal and in a file beside, and ends with a fault', async () => {
    const path = file('people.csv', 'id,email\n1,bad\n2,b@one.example\n');
    await expect(solodesk('import', 'customers', path)).rejects.toMatchObject({ exitCode: 1 });
    expect(printed[0]).toContain('line 2: "email": is no e-mail address');
    expect(readFileSync(join(dataDir, 'people.refused.csv'), 'utf8')).toContain(
      '2,"""email"": is no e-mail address",1,bad',
    );
    expect(await server.findContact('bakery', { id: '2' })).not.toBeNull();
  });

  it('lists imports, and takes one back', async () => {
    await solodesk('import', 'products', file('p.csv', 'id,name\na,Bread\nb,Roll\n'));
    await solodesk('import', 'list');
    expect(printed[1]).toMatch(/^1 {2}\S+Z {2}products {2}p\.csv {2}2 added, 0 changed, 0 the same, 0 refused$/);
    await solodesk('import', 'undo', '1');
    expect(printed[2]).toBe('Import 1 is taken back: 2 removed, 0 as they were before.');
    expect(await server.products('bakery', { limit: 9 })).toEqual([]);
    await expect(solodesk('import', 'undo', '1')).rejects.toThrow('cannot be taken back');
    await expect(solodesk('import', 'undo', 'x')).rejects.toThrow();
    await solodesk('import', 'list');
    expect(printed[3]).toContain('taken back');
  });

  it('only rehearses when it is told so', async () => {
    await solodesk('import', 'products', file('p.csv', 'id,name\na,Bread\n'), '--dry-run');
    expect(printed[0]).toContain('Could be imported: 1 products (1 new, 0 changed, 0 the same). Rows refused: 0.');
    expect(printed[0]).toContain('Nothing was written.');
    expect(await server.batches('bakery', 9)).toEqual([]);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('rehearsal-'))).toEqual([]);
  });

  it('rehearses against what is there already', async () => {
    await solodesk('import', 'products', file('p.csv', 'id,name\na,Bread\nb,Roll\n'));
    const changed = file('q.csv', 'id,name\na,Bread\nb,Rye roll\nc,Cake\nc,Cake again\n');
    await expect(solodesk('import', 'products', changed, '--dry-run')).rejects.toThrow();
    expect(printed[1]).toContain('Could be imported: 3 products (1 new, 1 changed, 1 the same). Rows refused: 1.');
    expect((await server.batches('bakery', 9)).length).toBe(1);
  });

  it.each([
    [['import', 'products', 'no-such.csv'], 'no-such.csv cannot be read: there is no such file'],
    [['import', 'products', '.'], 'cannot be read: it is a folder'],
    [['import', 'products', 'p.csv', '--site', 'shop'], 'there is no site "shop"'],
  ])('%j is refused', async (args, words) => {
    await expect(solodesk(...args)).rejects.toThrow(words);
  });

  it('needs the site where there are several', async () => {
    await solodesk('site', 'add', 'shop', '--name', 'Shop');
    await expect(solodesk('import', 'list')).rejects.toThrow('say which site with --site: bakery, shop');
    expect(existsSync(join(dataDir, 'people.refused.csv'))).toBe(false);
  });

  it('goes on by itself after the server has held the lock for a while', async () => {
    const path = file('p.csv', 'id,name\na,Bread\n');
    const { default: Database } = await import('better-sqlite3');
    const holder = new Database(join(dataDir, 'solodesk.sqlite'));
    holder.exec('BEGIN IMMEDIATE');
    const importing = solodesk('import', 'products', path);
    await new Promise((resolve) => setTimeout(resolve, 300));
    holder.exec('COMMIT');
    holder.close();
    await importing;
    expect(await server.findProduct('bakery', 'a')).not.toBeNull();
  });
});
