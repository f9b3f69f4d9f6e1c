import { createWriteStream, rmSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UnreadableFileError, checkFile, guessColumns, readRows } from '@solodesk/records';
import type { CheckedFile, ImportProgress, ImportSummary } from '@solodesk/records';
import type { RecordKind } from '@solodesk/core';
import { WireFault } from '../realtime/wire-error.ts';

/** What a file may have. Bytes; 100,000 orders are some 15 MB. */
const MOST_BYTES = 200 * 1024 * 1024;
/** Files of one site that wait at a time: whoever tries again and again fills no disk. */
const MOST_FILES = 10;
/** How long a file waits for its mapping, and its refused rows for whoever wants them. Milliseconds. */
const KEPT_MS = 24 * 3_600_000;
const SHOWN_ROWS = 5;

/** A file that was sent, and what has become of it. */
export interface UploadedFile {
  readonly id: string;
  readonly site: string;
  /** As its sender calls it; of no folder. */
  readonly name: string;
  readonly at: number;
  readonly folder: string;
  readonly checked: CheckedFile;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  state: 'ready' | 'running' | 'done' | 'failed';
  kind: RecordKind | null;
  progress: ImportProgress | null;
  summary: ImportSummary | null;
  /** Why it failed, or could not begin. */
  fault: string | null;
}

/**
 * Files on their way into the desk. They hold what people are: each lies in a folder of its own outside of the web root, goes when it
 * was imported or after a day, and all of them go at a start.
 */
export class UploadedFiles {
  readonly #root: string;
  readonly #files = new Map<string, UploadedFile>();

  constructor(dataDir: string) {
    this.#root = join(dataDir, 'imports');
    // Before anybody can send one: what a process before this one has left.
    rmSync(this.#root, { recursive: true, force: true });
  }

  /** @throws WireFault `too_large`, `rate_limited`, or `bad_request` with the line where it cannot be read */
  async take(site: string, name: string, id: string, now: number, body: Readable): Promise<UploadedFile> {
    await this.dropOld(now);
    const mine = [...this.#files.values()].filter((file) => file.site === site);
    if (mine.filter(({ state }) => state !== 'done').length >= MOST_FILES) {
      throw new WireFault('rate_limited', 'too many files wait for their import');
    }
    const folder = join(this.#root, id);
    await mkdir(folder, { recursive: true });
    // Its own name would be the sender's choice of a path; what people read of it is kept apart.
    const path = join(folder, 'file.csv');
    try {
      await pipeline(body, atMost(MOST_BYTES), createWriteStream(path, { mode: 0o600 }));
      const checked = await checkFile(path);
      const { header, rows } = await firstRows(checked);
      const fresh = { state: 'ready' as const, kind: null, progress: null, summary: null, fault: null };
      const file: UploadedFile = { id, site, name: plainName(name), at: now, folder, checked, header, rows, ...fresh };
      this.#files.set(id, file);
      return file;
    } catch (cause) {
      await rm(folder, { recursive: true, force: true });
      if (cause instanceof UnreadableFileError)
        throw new WireFault('bad_request', cause.message.replace(/^file\.csv: /, ''));
      throw cause;
    }
  }

  find(site: string, id: string): UploadedFile {
    const file = this.#files.get(id);
    if (file === undefined || file.site !== site) throw new WireFault('not_found', 'no such file');
    return file;
  }

  /** What was sent is not needed any more; refused rows stay. */
  async forgetContent({ folder }: UploadedFile): Promise<void> {
    await rm(join(folder, 'file.csv'), { force: true });
  }

  async drop({ id, folder }: UploadedFile): Promise<void> {
    this.#files.delete(id);
    await rm(folder, { recursive: true, force: true });
  }

  /** Whether a file of the site is being imported. @param by of those that were there by this time */
  isImporting(site: string, by = Infinity): boolean {
    return [...this.#files.values()].some((file) => file.site === site && file.state === 'running' && file.at <= by);
  }

  /** Removes what nobody has come back to for a day. */
  async dropOld(now: number): Promise<void> {
    const old = [...this.#files.values()].filter(({ at, state }) => state !== 'running' && at < now - KEPT_MS);
    for (const file of old) await this.drop(file);
  }
}

/** What the columns of a file seem to be. @throws WireFault where the header cannot be used */
export function guessedColumns(kind: RecordKind, header: readonly string[]) {
  try {
    return guessColumns(kind, header);
  } catch (cause) {
    throw new WireFault('bad_request', cause instanceof Error ? cause.message : String(cause));
  }
}

async function firstRows(checked: CheckedFile): Promise<{ header: string[]; rows: string[][] }> {
  const found: string[][] = [];
  try {
    for await (const { values } of readRows(checked)) {
      found.push([...values]);
      if (found.length > SHOWN_ROWS) break;
    }
  } catch (cause) {
    // A quote that is never closed: what came before it is shown, and the import tells of the rest.
    if (found.length === 0) throw cause;
  }
  const [header = [], ...rows] = found;
  return { header, rows };
}

function atMost(limit: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limit) done(new WireFault('too_large', `a file may have at most ${limit / 1024 / 1024} MB`));
      else done(null, chunk);
    },
  });
}

/** Without a folder and without what cannot be seen. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/\p{C}/gu, '').slice(0, 120) || 'file.csv';
}
