import { copyFile } from 'node:fs/promises';
import { silentLog } from '@solodesk/core/testing';
import { openSqliteStore } from '../sqlite-store.ts';
import type { temporaryDirectory } from './temporary-directory.ts';

/**
 * Makes databases with the newest schema and nothing in them: copies of one. Bringing a new one there is a third of what a test costs
 * that opens a store. @returns a new one's path at each call
 */
export function newDatabases(directory: ReturnType<typeof temporaryDirectory>): () => Promise<string> {
  let copies = 0;
  let first: Promise<string> | undefined;
  const makeFirst = async (): Promise<string> => {
    const file = directory.file('first.db');
    const store = await openSqliteStore({ file, log: silentLog });
    await store.close();
    return file;
  };
  return async () => {
    first ??= makeFirst();
    const file = directory.file(`copy-${++copies}.db`);
    await copyFile(await first, file);
    return file;
  };
}
