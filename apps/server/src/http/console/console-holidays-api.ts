import { updateSiteJson } from '@solodesk/faq';
import type { Holiday, Locale, OpeningSpan } from '@solodesk/core';
import { Router } from 'express';
import { z } from 'zod';
import { WireFault } from '../../realtime/wire-error.ts';
import type { SiteRegistry } from '../../sites/site-registry.ts';
import { parse } from './console-api.ts';
import { refusedEdit } from './refused-edit.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

/** A holiday as `site.json` writes it. */
export interface HolidayView {
  /** `2026-12-24`, or `12-24` for every year. */
  date: string;
  until?: string;
  name: Partial<Record<Locale, string>>;
  /** `09:00-12:00`; left out: closed. */
  hours?: string[];
}

const MOST = 200;
/** The site's own schema decides about the values: its words for what is wrong are the ones that an owner reads. */
const holiday = z.object({
  date: z.string().max(10),
  until: z.string().max(10).optional(),
  name: z.object({ en: z.string().max(200).optional(), zh: z.string().max(200).optional() }),
  hours: z.array(z.string().max(11)).max(12).optional(),
});
const list = z.array(holiday).max(MOST);
/** `was` is what the console has read: what somebody else wrote meanwhile is not overwritten. */
const changeSchema = z.object({ was: list, holidays: list });

export interface ConsoleHolidaysOptions extends SiteAccess {
  registry: SiteRegistry;
  sitesDir: string;
}

/** The days on which a site is closed or keeps other hours; written into its `site.json`. */
export function consoleHolidaysApi(options: ConsoleHolidaysOptions): Router {
  const { registry, sitesDir } = options;
  const router = Router();

  router.get('/holidays/:site', async (request, response) => {
    const { holidays, timeZone, recognise } = await ownSite(options, request);
    response.json({ holidays: holidays.map((each) => view(each)), timeZone, country: recognise.country });
  });

  router.post('/holidays/:site', async (request, response) => {
    const { id } = await ownSite(options, request);
    const { was, holidays } = parse(changeSchema, request.body);
    // The file may be newer than what is served.
    await registry.reload(id, 'settings');
    const served = (await ownSite(options, request)).holidays.map((each) => view(each));
    if (printOf(was) !== printOf(served)) throw new WireFault('conflict', 'the holidays were changed meanwhile');
    const result = await updateSiteJson(sitesDir, id, { holidays });
    if (!result.ok) throw refusedEdit(result.reason === 'invalid' ? 'bad_request' : 'conflict', result.problems);
    await registry.reload(id, 'settings');
    response.json({ ok: true });
  });
  return router;
}

function view({ from, until, name, hours }: Holiday): HolidayView {
  return {
    date: from,
    ...(until !== from && { until }),
    name: { ...name },
    ...(hours.length > 0 && { hours: hours.map((span) => spanText(span)) }),
  };
}

function spanText({ from, to }: OpeningSpan): string {
  return `${clock(from)}-${clock(to > 1440 ? to - 1440 : to)}`;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The same for the same holidays, whatever the order of their fields. */
function printOf(holidays: readonly z.infer<typeof holiday>[]): string {
  return JSON.stringify(
    holidays.map(({ date, until = date, name, hours = [] }) => [date, until, name.en, name.zh, hours]),
  );
}
