import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '@solodesk/core/testing';
import { openSqliteStore } from '@solodesk/store-sqlite';
import type { SqliteStore } from '@solodesk/store-sqlite';
import { program } from '../program.ts';

export interface BesideServer {
  /** What a running server has open. */
  readonly server: SqliteStore;
  /** What was printed since the site was made. */
  readonly printed: string[];
  readonly sitesDir: string;
  solodesk(...args: string[]): Promise<unknown>;
  remove(): Promise<void>;
}

/** The command line beside a store that a running server has open, with one site, `bakery`. */
export async function besideServer(): Promise<BesideServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'solodesk-cli-'));
  const printed: string[] = [];
  const solodesk = (...args: string[]) =>
    program({ DATA_DIR: dataDir }, (text) => printed.push(text)).parseAsync(['node', 'solodesk', ...args]);
  const server = await openSqliteStore({ file: join(dataDir, 'solodesk.sqlite'), log: silentLog });
  await solodesk('site', 'add', 'bakery', '--name', 'Bakery');
  printed.length = 0;
  return {
    server,
    printed,
    sitesDir: join(dataDir, 'sites'),
    solodesk,
    async remove() {
      await server.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
