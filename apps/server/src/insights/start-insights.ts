import { join } from 'node:path';
import type { Locale } from '@solodesk/core';
import { tellOfDoubledThemes } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import type { InsightView } from '@solodesk/protocol/owner';
import type { Config } from '../config.ts';
import { InsightsProcess } from './insights-process.ts';
import { planReportMails, reportMailSchema } from './report-mails.ts';
import type { ReportMail } from './report-mails.ts';
import { storedThemes } from './theme-rows.ts';
import { InsightsSchedule } from './insights-schedule.ts';

export interface Insights {
  /** Works through what is over, now. Resolves to why it failed, null when it did not. */
  run(site: string): Promise<string | null>;
  /** Whether something new is not in the figures yet, and whether it is being worked through; null: neither. */
  pending(site: string): Promise<InsightView['pending']>;
  /** The report of a period as a page of its own; null where there is nothing to report. */
  report(site: string, period: string, locale: Locale): Promise<string | null>;
  stop(): Promise<void>;
}

/** Lets a server that has just begun answer first. Milliseconds. */
const FIRST_MS = 30_000;
const EVERY_MS = 60_000;

/** What the program of the batch ends with where there is nothing of a period. */
const NOTHING = 3;

export interface InsightsOptions {
  config: Pick<Config, 'dataDir' | 'sitesDir'>;
  /** Null: nothing runs by itself, and nothing can be asked for. */
  script: string | null;
  /** After a run, which may have changed what consoles show. */
  onRun(site: string): void;
}

/** Starts the batch when it is due, and on demand. */
export function startInsights(desk: Desk, { config: { dataDir, sitesDir }, script, onRun }: InsightsOptions): Insights {
  const places = ['--database', join(dataDir, 'solodesk.sqlite'), '--sites', sitesDir];
  const program = script === null ? null : new InsightsProcess(script, desk.log);
  /** One at a time: two would do the same days. */
  const running = new Map<string, Promise<string | null>>();
  const runNow = async (site: string): Promise<string | null> => {
    if (program === null) return 'this server was started without the program of the batch';
    const ended = await program.run([...places, '--site', site]);
    if (ended.code === 0) {
      await tellOfDoubled(site);
      await mailReports(site);
      return null;
    }
    return ended.stderr.trim().split('\n').slice(-5).join('\n') || `it ended with code ${ended.code}`;
  };
  /** What goes wrong here leaves the figures as they are; the next run tells of it. */
  const tellOfDoubled = async (site: string): Promise<void> => {
    try {
      const found = await storedThemes(desk.store, site, 'z');
      if (found !== null) await tellOfDoubledThemes(desk, site, found);
    } catch (err) {
      desk.log.error({ err, site }, 'the owner was not told of themes that doubled');
    }
  };
  const mailReports = async (id: string): Promise<void> => {
    const site = desk.sites.get(id);
    if (site === null) return;
    try {
      await planReportMails(desk, site, makeMail);
    } catch (err) {
      desk.log.error({ err, site: id }, 'a report could not be mailed; the next run tries again');
    }
  };
  const makeMail = async (site: string, period: string, locale: Locale): Promise<ReportMail | null> => {
    const asked = ['--site', site, '--report', period, '--locale', locale, '--console', desk.consoleUrl(), '--mail'];
    const ended = await program?.run([...places, ...asked]);
    if (ended?.code === 0) return reportMailSchema.parse(JSON.parse(ended.stdout));
    if (ended?.code !== NOTHING) throw new Error(ended?.stderr ?? 'there is no program of the batch');
    return null;
  };
  const run = (site: string) => {
    const under =
      running.get(site) ??
      runNow(site).finally(() => {
        running.delete(site);
        onRun(site);
      });
    running.set(site, under);
    return under;
  };
  const { sites, store, calendar, clock, log } = desk;
  const schedule = new InsightsSchedule({ sites, store, calendar, clock, log, run });
  let timer = program === null ? undefined : setTimeout(again, FIRST_MS).unref();
  function again(): void {
    void schedule.look();
    timer = setTimeout(again, EVERY_MS).unref();
  }
  return {
    run,
    async pending(site) {
      if (running.has(site)) return 'working';
      return (await schedule.waits(site)) ? 'waits' : null;
    },
    async report(site, period, locale) {
      if (program === null) return null;
      const ended = await program.run([...places, '--site', site, '--report', period, '--locale', locale]);
      // Whatever a library of it has to say must not stand on the owner's page.
      if (ended.code === 0 && ended.stdout.startsWith('<!doctype html>')) return ended.stdout;
      if (ended.code !== NOTHING) desk.log.error({ site, reason: ended.stderr }, 'a report could not be made');
      return null;
    },
    async stop() {
      clearTimeout(timer);
      program?.stop();
      await schedule.stop();
    },
  };
}
