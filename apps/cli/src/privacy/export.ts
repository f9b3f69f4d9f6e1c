import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EXPORT_KINDS } from '@solodesk/core';
import type { ExportKind, Locale } from '@solodesk/core';
import { collectPerson } from '@solodesk/core/use-cases';
import { loadSite } from '@solodesk/faq';
import { FolderNotEmptyError, personArchive, writeTables } from '@solodesk/records';
import type { ExportProgress, ExportSummary } from '@solodesk/records';
import { CommandError, UsageError } from '../command-error.ts';
import { filesIn, siteOf, withStore } from '../import/site-store.ts';
import type { Places } from '../places.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { questionOf } from './erase.ts';
import type { Wanted } from './erase.ts';

export interface TablesExport {
  site: string;
  folder: string;
  rows: ExportSummary;
}

/** Milliseconds between two drawings of the bar. */
const REDRAW_MS = 100;

/** Writes everything of a site into a folder that is new or empty. */
export async function exportTables(
  places: Places,
  terminal: Terminal,
  wanted: { site: string | null; folder: string; bom: boolean },
): Promise<TablesExport> {
  const site = await siteOf(places, wanted.site);
  const reading = await loadSite(places.sitesDir, site.id);
  const folder = resolve(wanted.folder);
  try {
    const rows = await withStore(places, (store) =>
      writeTables({
        ...{ files: filesIn(places, store) },
        ...{ store, site, faqs: reading.ok ? reading.book : null, folder, bom: wanted.bom },
        moment: (at) => new Date(at).toISOString(),
        onProgress: progressBar(terminal),
      }),
    );
    return { site: site.id, folder, rows };
  } catch (cause) {
    throw cause instanceof FolderNotEmptyError ? new UsageError(`${cause.message}; name a new folder`) : cause;
  } finally {
    terminal.progress(null);
  }
}

export interface PersonExport {
  site: string;
  file: string;
  bytes: number;
  /** Rows by table. */
  rows: Record<string, number>;
}

/** Writes all that is known of one person into a zip. An older file of that name stays. */
export async function exportPerson(
  places: Places,
  wanted: Wanted & { file: string; language: Locale | null },
): Promise<PersonExport> {
  const site = await siteOf(places, wanted.site);
  const file = resolve(wanted.file);
  return withStore(places, async (store) => {
    const question = await questionOf(store, site.id, wanted);
    const files = filesIn(places, store);
    const record = await collectPerson({ store, files }, site.id, question).catch(() => {
      throw new CommandError(`"${site.id}" has no such conversation`);
    });
    const facts = { locale: wanted.language ?? site.defaultLocale, siteName: site.name, at: Date.now() };
    const archive = await personArchive(record, files, facts);
    await writeFile(file, archive, { flag: 'wx', mode: 0o600 }).catch((cause: NodeJS.ErrnoException) => {
      throw cause.code === 'EEXIST' ? new CommandError(`${file} exists already; name another file`) : cause;
    });
    const rows = Object.fromEntries(Object.entries(record.tables).map(([table, all]) => [table, all.length]));
    return { site: site.id, file, bytes: archive.length, rows };
  });
}

function progressBar(terminal: Terminal): (progress: ExportProgress) => void {
  let drawn = -Infinity;
  return ({ kind, rows }) => {
    const now = performance.now();
    if (now - drawn < REDRAW_MS) return;
    drawn = now;
    const done = EXPORT_KINDS.indexOf(kind);
    const bar = '█'.repeat(Math.round((done / EXPORT_KINDS.length) * 20)).padEnd(20, '░');
    terminal.progress(`${bar} ${kind} (${done + 1} of ${EXPORT_KINDS.length})  ${rows} rows`);
  };
}

export function tablesText({ folder, rows }: TablesExport): string {
  const kinds = EXPORT_KINDS.map((kind: ExportKind) => `  ${kind.padEnd(15)}${String(rows[kind] ?? 0).padStart(9)}`);
  return [`Written to ${folder}, each kind as CSV and as JSON lines:`, ...kinds].join('\n');
}
