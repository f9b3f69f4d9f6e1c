import type { Writable } from 'node:stream';
import { EXPORT_KINDS } from '@solodesk/core';
import type { FileStore, FlatRow } from '@solodesk/core';
import { exportRows } from '@solodesk/core/use-cases';
import type { ExportSource } from '@solodesk/core/use-cases';
import { Zip, ZipDeflate, ZipPassThrough, strToU8 } from 'fflate';
import { csvHeader, csvRows, jsonRow } from './table-text.ts';
import { filePath, put } from './write-tables.ts';
import type { ExportFormat } from './write-tables.ts';

export interface ArchiveRun extends ExportSource {
  readonly files: Pick<FileStore, 'readFile'>;
  readonly format: ExportFormat;
  readonly bom: boolean;
  /** UTC milliseconds. */
  readonly at: number;
}

/**
 * Writes everything of a site as one zip, no faster than it is taken, and never more than a page of rows or a file in memory:
 * a table a kind, and what was sent in a folder `files`. Whatever breaks leaves no zip that looks whole.
 */
export async function writeArchive(run: ArchiveRun, to: Writable): Promise<void> {
  const { format, bom, at, site, files } = run;
  const ready: Uint8Array[] = [];
  let broken: Error | null = null;
  const zip = new Zip((fault, bytes) => {
    if (fault) broken = fault;
    else ready.push(bytes);
  });
  const flush = async () => {
    if (broken !== null) throw broken;
    for (const bytes of ready.splice(0)) await put(to, bytes);
  };
  const sent: FlatRow[] = [];
  for (const kind of EXPORT_KINDS) {
    const entry = new ZipDeflate(`${kind}.${format}`, { level: 6 });
    entry.mtime = at;
    zip.add(entry);
    if (format === 'csv') entry.push(strToU8(csvHeader(kind, bom)));
    for await (const page of exportRows(run, kind)) {
      entry.push(strToU8(format === 'csv' ? csvRows(kind, page) : page.map(jsonRow).join('')));
      if (kind === 'files') sent.push(...page);
      await flush();
    }
    entry.push(new Uint8Array(), true);
    await flush();
  }
  for (const row of sent) {
    const bytes = await files.readFile(site.id, String(row.id));
    if (bytes === null) continue;
    // Pictures and the like do not get smaller.
    const entry = new ZipPassThrough(filePath(row));
    entry.mtime = at;
    zip.add(entry);
    entry.push(bytes, true);
    await flush();
  }
  zip.end();
  await flush();
}
