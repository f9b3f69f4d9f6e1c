import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { judgeFeedback } from '@solodesk/analytics';
import type { FeedbackJudgement, Locale, RecordKind } from '@solodesk/core';
import { simplify } from '@solodesk/core';
import { createSentiment } from '@solodesk/nlu';
import { MappingError, UnreadableFileError, checkFile, importFile } from '@solodesk/records';
import type { CheckedFile, ImportProgress, ImportRun, ImportSummary } from '@solodesk/records';
import { CommandError } from '../command-error.ts';
import type { Places } from '../places.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { factsOf, siteOf, withCopy, withStore } from './site-store.ts';
import { unreadable } from '../unreadable.ts';

export interface WantedImport {
  kind: RecordKind;
  file: string;
  site: string | null;
  asked: ReadonlyMap<string, string>;
  dates: 'dmy' | 'mdy' | null;
  dryRun: boolean;
}

/** Milliseconds between two drawings of the bar. */
const REDRAW_MS = 100;

/** @throws CommandError when nothing was taken: the file cannot be read, or its columns are not what is needed. */
export async function importRecords(places: Places, terminal: Terminal, wanted: WantedImport): Promise<ImportSummary> {
  const site = await siteOf(places, wanted.site);
  const checked = await checkedFile(wanted.file);
  const run: ImportRun = {
    ...{ kind: wanted.kind, file: checked, site: site.id, facts: factsOf(site), asked: wanted.asked },
    ...{ dates: wanted.dates, store: null, now: () => Date.now(), uuid: randomUUID },
    ...(wanted.kind === 'feedback' && { judge: feedbackJudge(site.defaultLocale) }),
    refusedFile: refusedFileOf(wanted.file),
    onProgress: progressBar(terminal),
  };
  try {
    if (wanted.dryRun) {
      // Without a database there is nothing yet that a row could change.
      if (!existsSync(places.database)) return await importFile(run);
      return { ...(await withCopy(places, (store) => importFile({ ...run, store }))), batch: null };
    }
    return await withStore(places, (store) => importFile({ ...run, store }));
  } catch (cause) {
    throw cause instanceof MappingError ? new CommandError(cause.message) : cause;
  } finally {
    terminal.progress(null);
  }
}

async function checkedFile(file: string): Promise<CheckedFile> {
  try {
    await access(file);
    return await checkFile(resolve(file));
  } catch (cause) {
    if (cause instanceof UnreadableFileError) throw new CommandError(cause.message);
    throw unreadable(file, cause);
  }
}

function feedbackJudge(otherwise: Locale): (text: string) => FeedbackJudgement {
  const parts = { sentiment: createSentiment(), foldScript: simplify };
  return (text) => {
    const { language, reading, category } = judgeFeedback(text, otherwise, parts);
    return { locale: language, mood: reading.label, score: reading.score, category };
  };
}

/** orders.csv → orders.refused.csv, beside it. */
function refusedFileOf(file: string): string {
  return join(dirname(file), `${basename(file, extname(file))}.refused.csv`);
}

function progressBar(terminal: Terminal): (progress: ImportProgress) => void {
  const began = performance.now();
  let drawn = -Infinity;
  return ({ bytes, of, rows, refused }) => {
    const now = performance.now();
    if (now - drawn < REDRAW_MS) return;
    drawn = now;
    const part = of === 0 ? 1 : Math.min(1, bytes / of);
    const bar = '█'.repeat(Math.round(part * 20)).padEnd(20, '░');
    const seconds = ((now - began) / 1_000).toFixed(0);
    const bad = refused === 0 ? '' : `, ${refused} refused`;
    terminal.progress(`${bar} ${Math.round(part * 100)} %  ${rows} rows${bad}  ${seconds} s`);
  };
}
