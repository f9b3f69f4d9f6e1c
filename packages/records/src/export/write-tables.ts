import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { EXPORT_KINDS } from '@solodesk/core';
import type { ExportKind, FileStore, FlatRow } from '@solodesk/core';
import { exportRows } from '@solodesk/core/use-cases';
import type { ExportSource } from '@solodesk/core/use-cases';
import { safeName } from './safe-name.ts';
import { csvHeader, csvRows, jsonRow } from './table-text.ts';

export type ExportFormat = 'csv' | 'jsonl';

/** The folder that an export is to go to has something in it. */
export class FolderNotEmptyError extends Error {
  constructor(folder: string) {
    super(`${folder} is not empty`);
    this.name = 'FolderNotEmptyError';
  }
}

export interface ExportProgress {
  readonly kind: ExportKind;
  /** Of this kind so far. */
  readonly rows: number;
}

export interface TablesRun extends ExportSource {
  /** Where what was sent lies: it is copied into a folder `files` below the tables. One that has gone meanwhile is left out. */
  readonly files: Pick<FileStore, 'readFile'>;
  /** Made if it is not there. */
  readonly folder: string;
  readonly kinds?: readonly ExportKind[];
  readonly bom: boolean;
  readonly onProgress?: (progress: ExportProgress) => void;
}

/** Rows by kind. */
export type ExportSummary = Readonly<Partial<Record<ExportKind, number>>>;

/**
 * Writes each kind as CSV and as JSON lines. A file has its name only when it is whole.
 * @throws FolderNotEmptyError before anything is written.
 */
export async function writeTables(run: TablesRun): Promise<ExportSummary> {
  const { folder, kinds = EXPORT_KINDS, bom, onProgress } = run;
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new FolderNotEmptyError(folder);
  const summary: Partial<Record<ExportKind, number>> = {};
  for (const kind of kinds) {
    const files = (['csv', 'jsonl'] as const).map((format) => ({ format, file: join(folder, `${kind}.${format}`) }));
    const streams = files.map(({ file }) => createWriteStream(`${file}.part`));
    // A stream that fails says so by whatever waits for it; until then it must not end the process.
    const ends = streams.map((stream) => finished(stream));
    for (const end of ends) end.catch(() => undefined);
    try {
      summary[kind] = await writeKind(
        run,
        kind,
        { csv: streams[0]!, jsonl: streams[1]! },
        {
          bom,
          onRows: async (rows, page) => {
            onProgress?.({ kind, rows });
            if (kind === 'files') await copyFiles(run, page);
          },
        },
      );
      for (const stream of streams) stream.end();
      await Promise.all(ends);
      await Promise.all(files.map(({ file }) => rename(`${file}.part`, file)));
    } catch (cause) {
      for (const stream of streams) stream.destroy();
      // One that is still being opened would make its file after it was removed.
      await Promise.allSettled(ends);
      await Promise.all(files.map(({ file }) => rm(`${file}.part`, { force: true })));
      throw cause;
    }
  }
  return summary;
}

/**
 * Writes one kind to one stream or to both, no faster than they take it. Resolves to the number of rows.
 * @throws Error of the stream that broke, or whose reader has gone.
 */
export async function writeKind(
  source: ExportSource,
  kind: ExportKind,
  to: { readonly csv?: Writable; readonly jsonl?: Writable },
  { bom, onRows }: { bom: boolean; onRows?: (rows: number, page: readonly FlatRow[]) => Promise<void> | void },
): Promise<number> {
  let rows = 0;
  if (to.csv !== undefined) await put(to.csv, csvHeader(kind, bom));
  for await (const page of exportRows(source, kind)) {
    if (to.csv !== undefined) await put(to.csv, csvRows(kind, page));
    if (to.jsonl !== undefined) await put(to.jsonl, page.map(jsonRow).join(''));
    rows += page.length;
    await onRows?.(rows, page);
  }
  return rows;
}

async function copyFiles({ folder, site, files }: TablesRun, page: readonly FlatRow[]): Promise<void> {
  for (const row of page) {
    const bytes = await files.readFile(site.id, String(row.id));
    if (bytes === null) continue;
    await mkdir(join(folder, 'files'), { recursive: true });
    await writeFile(join(folder, filePath(row)), bytes, { flag: 'wx', mode: 0o600 });
  }
}

/** @param row of `files` */
export function filePath(row: FlatRow): string {
  return `files/${safeName(`${String(row.id)}-${String(row.name)}`)}`;
}

/** Waits while the reader is behind. @throws Error of the stream that broke, or whose reader has gone. */
export async function put(stream: Writable, text: string | Uint8Array): Promise<void> {
  if (text.length === 0) return;
  if (stream.destroyed) throw stream.errored ?? new Error('the reader has gone');
  if (stream.write(text)) return;
  const waiting = new AbortController();
  const { signal } = waiting;
  try {
    await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })]);
  } finally {
    // Who listens for the other one would listen until the end of the export, once more for each page.
    waiting.abort();
  }
}
