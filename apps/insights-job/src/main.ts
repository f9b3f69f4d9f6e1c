import { parseArgs } from 'node:util';
import { listSiteIds, loadSite } from '@solodesk/faq';
import { DeskError, simplify } from '@solodesk/core';
import { createSentiment, createThemeReader } from '@solodesk/nlu';
import { DatabaseTooNewError, DatabaseTooOldError, InsightReader, openSqliteStore } from '@solodesk/store-sqlite';
import type { Locale } from '@solodesk/core';
import { makeReport } from './make-report.ts';
import { MAIL, PAGE } from './report/charts.ts';
import { drawPng } from './report/draw-png.ts';
import { reportMail } from './report/report-mail.ts';
import { progressOn } from './progress.ts';
import { runSite } from './run-site.ts';
import type { SiteSummary } from './run-site.ts';
import { siteGoods } from './site-goods.ts';

/** Longer than any backup or import keeps the database. Milliseconds. */
const PATIENCE = 60_000;
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** What whoever started the batch can put right: said without a stack. */
class WrongRequest extends Error {}
const KNOWN = [WrongRequest, DatabaseTooNewError, DatabaseTooOldError];

interface Request {
  database: string;
  sitesDir: string;
  site: string | null;
  from: string | null;
  to: string | null;
  json: boolean;
  /** A report of this period is wanted, and nothing else. */
  report: string | null;
  /** In pieces for a mail, as JSON. */
  mail: boolean;
  locale: Locale;
  /** Where the console is. */
  console: string;
}

function readRequest(args: string[]): Request {
  const { values } = parseArgs({
    args,
    options: {
      database: { type: 'string' },
      sites: { type: 'string' },
      site: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      json: { type: 'boolean', default: false },
      report: { type: 'string' },
      mail: { type: 'boolean', default: false },
      locale: { type: 'string', default: 'en' },
      console: { type: 'string', default: '/console/' },
    },
  });
  const { database, sites } = values;
  if (database === undefined || sites === undefined) throw new WrongRequest('--database and --sites are needed');
  return {
    ...{ database, sitesDir: sites, site: values.site ?? null, json: values.json },
    ...{ from: values.from ?? null, to: values.to ?? null, report: values.report ?? null, mail: values.mail },
    ...{ locale: values.locale === 'zh' ? 'zh' : 'en', console: values.console },
  };
}

/** What is no fault of the program, in words: a period that cannot be, a database that is locked or full, another run that took over. */
function told(cause: unknown): unknown {
  return cause instanceof RangeError || cause instanceof DeskError ? new WrongRequest(cause.message) : cause;
}

/** What it ends with where there is nothing of a period. */
const NOTHING = 3;

async function report(request: Request, period: string): Promise<number> {
  const reading = await loadSite(request.sitesDir, request.site ?? '');
  if (!reading.ok) throw new WrongRequest(`there is no site "${request.site ?? ''}" that can be read`);
  const store = await openSqliteStore({ file: request.database, log: silent, patience: PATIENCE, repeatable: true });
  try {
    const look = request.mail ? MAIL : PAGE;
    const page = await makeReport(store, reading.site, period, request.locale, request.console, look);
    if (page === null) return NOTHING;
    process.stdout.write(request.mail ? JSON.stringify(await mailOf(page)) : page);
    return 0;
  } catch (cause) {
    throw told(cause);
  } finally {
    await store.close();
  }
}

/** With its charts drawn. Here, and not in the server: that lets libvips open no SVG once the first picture has come in. */
async function mailOf(page: string) {
  const { charts, ...said } = reportMail(page);
  const drawn = await Promise.all(
    charts.map(async ({ name, svg }) => ({ name, png: (await drawPng(svg)).toString('base64') })),
  );
  return { ...said, charts: drawn };
}

/** Works through every site that was asked for; one that cannot be read is told, and keeps none from being worked through. */
async function run(request: Request): Promise<number> {
  const ids = await listSiteIds(request.sitesDir);
  if (request.site !== null && !ids.includes(request.site)) {
    throw new WrongRequest(`there is no site "${request.site}" in ${request.sitesDir}: ${ids.join(', ')}`);
  }
  const progress = progressOn(process.stderr);
  const store = await openSqliteStore({ file: request.database, log: silent, patience: PATIENCE, repeatable: true });
  const reader = new InsightReader(request.database);
  const languages = { reader: createThemeReader(), sentiment: createSentiment(), foldScript: simplify };
  const summaries: SiteSummary[] = [];
  let failed = 0;
  try {
    for (const id of request.site === null ? ids : [request.site]) {
      const reading = await loadSite(request.sitesDir, id);
      if (!reading.ok) {
        failed++;
        const problems = reading.problems.map(({ file, line, message }) => `${file}:${line} ${message}`);
        progress.say(`${id} is left out, as its files cannot be read:\n${problems.join('\n')}`);
        continue;
      }
      const { from, to } = request;
      const goods = await siteGoods(store, id, reading.products);
      const parts = { site: reading.site, goods, reader, store, languages, now: () => Date.now() };
      summaries.push(await runSite({ ...parts, from, to, onDay: (day) => progress.day(day) }));
    }
  } catch (cause) {
    throw told(cause);
  } finally {
    progress.end();
    reader.close();
    await store.close();
  }
  process.stdout.write(request.json ? `${JSON.stringify({ sites: summaries })}\n` : textOf(summaries));
  return failed === 0 ? 0 : 1;
}

function textOf(summaries: readonly SiteSummary[]): string {
  const lines = summaries.flatMap(({ site, from, to, days, isEmpty, unfinished, saved, longestWriteMs }) =>
    from === null
      ? isEmpty
        ? `${site}: nothing to go by yet: no message, order, customer, score or feedback`
        : `${site}: nothing new to work through`
      : [
          `${site}: ${from} to ${to}, ${days} days, ${saved} results new or changed, longest write ${longestWriteMs} ms`,
          ...unfinished.map(({ name, through, last }) => `  ${name} so far: up to ${through}, it ends on ${last}`),
        ],
  );
  return `${lines.join('\n')}\n`;
}

async function main(): Promise<number> {
  try {
    const request = readRequest(process.argv.slice(2));
    return await (request.report === null ? run(request) : report(request, request.report));
  } catch (cause) {
    const known =
      KNOWN.some((kind) => cause instanceof kind) ||
      (cause as { code?: string }).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    const text = cause instanceof Error ? (known ? cause.message : (cause.stack ?? cause.message)) : String(cause);
    process.stderr.write(`${text}\n`);
    return known ? 2 : 1;
  }
}

process.exitCode = await main();
