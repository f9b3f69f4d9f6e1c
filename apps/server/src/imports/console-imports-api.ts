import type { ReadChanges } from '../realtime/read-changes.ts';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { judgeFeedback } from '@solodesk/analytics';
import { LOCALES, RECORD_KINDS, simplify } from '@solodesk/core';
import type { FeedbackJudgement, Locale, RecordBatch, RecordKind, Site } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';

import { FIELDS, MappingError, UNDO_DAYS, importFile, importReason, likelyKind, undoImport } from '@solodesk/records';
import type { ImportProgress, ImportRun, ImportSummary } from '@solodesk/records';
import { Router } from 'express';
import { z } from 'zod';
import type { Intake } from '../intake.ts';
import { parse } from '../http/console/console-api.ts';
import { WireFault } from '../realtime/wire-error.ts';
import { ownDesk, ownSite } from '../http/console/site-access.ts';
import type { SiteAccess } from '../http/console/site-access.ts';
import { guessedColumns } from './uploaded-files.ts';
import type { UploadedFile, UploadedFiles } from './uploaded-files.ts';

export interface ConsoleImportsOptions extends SiteAccess {
  reads: Pick<ReadChanges, 'changed'>;
  desk: Desk;
  files: UploadedFiles;
  intake: Intake;
  /** Products of a site changed. */
  onProducts(site: string): void;
}

const SHOWN_BATCHES = 50;
/** Between two transactions of an import: the chats come first. Milliseconds. */
const PAUSE_MS = 15;

const kind = z.enum(RECORD_KINDS);
const reader = z.enum(LOCALES).default('en');
const uploadSchema = z.object({ name: z.string().max(300).default(''), reader });
const kindSchema = z.object({ kind: kind.optional() });
const runSchema = z.strictObject({
  kind,
  /** Column and field; an empty field leaves the column out. */
  map: z.array(z.tuple([z.string().max(500), z.string().max(40)])).max(500),
  dates: z.enum(['dmy', 'mdy']).nullable().default(null),
  /** In whose language it is said what was wrong. */
  reader,
});

export interface ImportView {
  id: string;
  name: string;
  bytes: number;
  encoding: string;
  delimiter: string;
  header: readonly string[];
  rows: readonly (readonly string[])[];
  /** What it seems to hold. */
  likely: RecordKind;
  state: UploadedFile['state'];
  progress: ImportProgress | null;
  summary: Pick<ImportSummary, 'rows' | 'records' | 'new' | 'changed' | 'same' | 'refused' | 'refusedRows'> | null;
  batch: number | null;
  /** Whether the refused rows can be fetched. */
  refusedFile: boolean;
  fault: string | null;
  /** With `kind`: what the columns seem to hold, all that they can hold, and what is needed. */
  guess?: { columns: { column: string; field: string | null }[]; fields: string[]; needs: string[] };
}

/** Files of products, orders, customers and more, brought in from the console: sent, looked at, mapped, taken, and taken back. */
export function consoleImportsApi(options: ConsoleImportsOptions): Router {
  const { desk, files, intake } = options;
  const { store } = desk;
  const router = Router();

  router.get('/imports/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const batches = await store.batches(site.id, SHOWN_BATCHES);
    const oldest = desk.clock.now() - UNDO_DAYS * 86_400_000;
    // Those of the command line run elsewhere, and of them nobody knows here whether they do.
    const isRunning = ({ startedAt, finishedAt }: RecordBatch) =>
      finishedAt === null && files.isImporting(site.id, startedAt);
    const views = batches.map((batch) => batchView(batch, oldest, isRunning(batch)));
    response.json({ batches: views, kinds: RECORD_KINDS });
  });

  router.post('/imports/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const { name, reader: language } = parse(uploadSchema, request.query);
    await intake.during(async () => {
      try {
        const file = await files.take(site.id, name, desk.ids.uuid(), desk.clock.now(), request);
        response.status(201).json(viewOf(file));
      } catch (cause) {
        if (!(cause instanceof WireFault) || cause.wire.kind !== 'bad_request') throw cause;
        throw new WireFault('bad_request', importReason(cause.message, language));
      }
    });
  });

  router.get('/imports/:site/:id', async (request, response) => {
    const site = await ownSite(options, request);
    const { kind: asked } = parse(kindSchema, request.query);
    const file = files.find(site.id, String(request.params.id));
    response.json({ ...viewOf(file), ...(asked !== undefined && { guess: guessOf(file, asked) }) });
  });

  router.post('/imports/:site/:id', async (request, response) => {
    const site = await ownSite(options, request);
    const file = files.find(site.id, String(request.params.id));
    const { kind: asked, map, dates, reader: language } = parse(runSchema, request.body);
    if (file.state === 'running' || file.state === 'done')
      throw new WireFault('conflict', 'this file is imported already');
    void run(options, site, file, { kind: asked, asked: new Map(map), dates, reader: language });
    response.status(202).json(viewOf(file));
  });

  router.post('/imports/:site/:id/drop', async (request, response) => {
    const site = await ownSite(options, request);
    const file = files.find(site.id, String(request.params.id));
    if (file.state === 'running') throw new WireFault('conflict', 'this file is being imported');
    await files.drop(file);
    response.json({ ok: true });
  });

  router.get('/imports/:site/:id/refused.csv', async (request, response) => {
    const { site } = await ownDesk(options, request);
    const file = files.find(site.id, String(request.params.id));
    const path = file.summary?.refusedFile ?? null;
    if (path === null) throw new WireFault('not_found', 'no row was refused');
    response.setHeader('Content-Type', 'text/csv; charset=utf-8');
    response.setHeader('Content-Disposition', 'attachment; filename="refused.csv"');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    await pipeline(createReadStream(path), response);
  });

  router.post('/imports/:site/batches/:key/undo', async (request, response) => {
    const site = await ownSite(options, request);
    const key = Number(request.params.key);
    // What is taken back while it is still coming in would be half there.
    if (files.isImporting(site.id)) throw new WireFault('conflict', 'a file is being imported');
    const undone = Number.isSafeInteger(key) ? await undoImport(store, site.id, key, () => desk.clock.now()) : null;
    if (undone === null) throw new WireFault('not_found', 'this import cannot be taken back any more');
    options.onProducts(site.id);
    response.json(undone);
  });
  return router;
}

type Wanted = Pick<ImportRun, 'kind' | 'asked' | 'dates'> & { reader: Locale };

/** Never throws: what went wrong stands with the file. A stop of the server does not wait for it: what was taken can be taken back. */
async function run(options: ConsoleImportsOptions, site: Site, file: UploadedFile, wanted: Wanted): Promise<void> {
  const { desk, files } = options;
  const { clock, ids, store, log } = desk;
  file.state = 'running';
  file.kind = wanted.kind;
  file.fault = null;
  const { defaultLocale: locale, recognise, timeZone } = site;
  try {
    file.summary = await importFile({
      ...wanted,
      // The batch is called as the file was, not as it lies here.
      file: { ...file.checked, name: file.name },
      ...{ site: site.id, facts: { locale, country: recognise.country, currency: recognise.currency, timeZone } },
      ...{ store, now: () => clock.now(), uuid: () => ids.uuid() },
      ...(wanted.kind === 'feedback' && { judge: judgeOf(desk, site) }),
      refusedFile: join(file.folder, 'refused.csv'),
      onProgress: (progress) => (file.progress = progress),
      pause: () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS)),
    });
    file.state = 'done';
    await files.forgetContent(file);
    options.onProducts(site.id);
  } catch (cause) {
    file.state = cause instanceof MappingError ? 'ready' : 'failed';
    file.fault = cause instanceof MappingError ? importReason(cause.message, wanted.reader) : 'internal';
    if (!(cause instanceof MappingError)) log.error({ err: cause, site: site.id }, 'an import broke off');
  }
  options.reads.changed(site.id, 'imports');
}

function judgeOf({ sentiment }: Desk, { defaultLocale }: Site): (text: string) => FeedbackJudgement {
  return (text) => {
    const { language, reading, category } = judgeFeedback(text, defaultLocale, { sentiment, foldScript: simplify });
    return { locale: language, mood: reading.label, score: reading.score, category };
  };
}

function guessOf({ header }: UploadedFile, asked: RecordKind): ImportView['guess'] {
  const { columns, needs } = guessedColumns(asked, header);
  return { columns: [...columns], fields: Object.keys(FIELDS[asked]), needs: [...needs] };
}

function viewOf(file: UploadedFile): ImportView {
  const { id, name, checked, header, rows, state, progress, summary, fault } = file;
  const { bytes, encoding, delimiter } = checked;
  return {
    ...{ id, name, bytes, encoding, delimiter, header, rows, state, progress, fault },
    likely: likelyKind(header),
    batch: summary?.batch?.key ?? null,
    refusedFile: summary?.refusedFile !== null && summary !== null,
    summary: summary && {
      ...{ rows: summary.rows, records: summary.records, new: summary.new, changed: summary.changed },
      ...{ same: summary.same, refused: summary.refused, refusedRows: summary.refusedRows },
    },
  };
}

function batchView(batch: RecordBatch, oldest: number, running: boolean) {
  const { key, kind: what, file, startedAt, finishedAt, undoneAt, counts } = batch;
  const undoable = !running && undoneAt === null && startedAt > oldest && counts.new + counts.changed > 0;
  return { key, kind: what, file, startedAt, finishedAt, undoneAt, counts, running, undoable };
}
