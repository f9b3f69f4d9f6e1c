import type { InsightResult, Site } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import {
  INSIGHT_PERIODS,
  insightCohortsSchema,
  insightFiguresSchema,
  insightGroupsSchema,
  insightLoadSchema,
  insightSegmentsSchema,
} from '@solodesk/protocol/owner';
import type {
  InsightFigures,
  InsightGroup,
  InsightGroups,
  InsightHistoryPoint,
  InsightPeriodKind,
  InsightRow,
  InsightView,
} from '@solodesk/protocol/owner';
import { Router } from 'express';
import { z } from 'zod';
import { feedbackBehind } from '../../insights/feedback-rows.ts';
import { dayFactsSchema, rowsBehind } from '../../insights/insight-rows.ts';
import { productsOf } from '../../insights/insight-products.ts';
import { themesOf } from '../../insights/insight-themes.ts';
import type { DayFactRows, FactRow } from '../../insights/insight-rows.ts';
import type { Insights } from '../../insights/start-insights.ts';
import { readCalled } from '../../realtime/contact-names.ts';
import { visitorName } from '../../realtime/wire-mapping.ts';
import { WireFault } from '../../realtime/wire-error.ts';
import { parse } from './console-api.ts';
import { feedbackLine } from './console-feedback-api.ts';
import { contentPolicy } from '../security-headers.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsoleInsightsOptions extends SiteAccess {
  desk: Desk;
  insights: Insights;
}

const MOST_ROWS = 100;
/** Names of periods by kind, as the batch writes them; texts of one kind are ordered as their times. */
const SHAPES: Readonly<Record<InsightPeriodKind, RegExp>> = {
  day: /^\d{4}-\d{2}-\d{2}$/,
  week: /^\d{4}-W\d{2}$/,
  month: /^\d{4}-\d{2}$/,
  quarter: /^\d{4}-Q[1-4]$/,
};
const querySchema = z.object({ kind: z.enum(INSIGHT_PERIODS).default('week'), period: z.string().max(10).optional() });
const reportSchema = z.object({ period: z.string().max(10), locale: z.enum(['en', 'zh']) });
const feedbackSchema = z.object({
  period: z.string().max(10),
  category: z.string().max(40).optional(),
  source: z.string().max(60).optional(),
});
const rowsSchema = z.object({
  period: z.string().max(10),
  figure: z.string().max(40),
  channel: z.string().max(255).optional(),
  cohort: z.string().max(10).optional(),
});
/** Of so many periods the trends are shown, as in the report. */
const HISTORY: Readonly<Record<InsightPeriodKind, number>> = { day: 14, week: 13, month: 13, quarter: 8 };

/** What the nightly batch found of a site, for the console. */
export function consoleInsightsApi(options: ConsoleInsightsOptions): Router {
  const { desk, insights } = options;
  const router = Router();

  router.get('/insights/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const { kind, period } = parse(querySchema, request.query);
    const view = await viewOf(desk, site, kind, period ?? null);
    response.json({ ...view, pending: await insights.pending(site.id) } satisfies InsightView);
  });

  router.get('/insights/:site/rows', async (request, response) => {
    const site = await ownSite(options, request);
    const { period, figure, channel, cohort } = parse(rowsSchema, request.query);
    const figures = await figuresOf(desk, site, period);
    const groups = await groupsOf(desk, site, period);
    const group =
      channel === undefined && cohort === undefined
        ? null
        : (groups?.channels.find((each) => each.group === channel) ??
          groups?.cohorts.find((each) => each.group === cohort));
    if (group === undefined) throw new WireFault('not_found', 'there is no such channel or cohort');
    response.json({ rows: await rowsOf(desk, site, figures, figure, group) });
  });

  router.get('/insights/:site/feedback', async (request, response) => {
    const site = await ownSite(options, request);
    const { period, ...kind } = parse(feedbackSchema, request.query);
    const facts = await factsOf(desk, site, await figuresOf(desk, site, period));
    const rows = await desk.store.feedbackByKeys(site.id, feedbackBehind(kind, facts, MOST_ROWS));
    const newest = rows.sort((one, other) => other.at - one.at);
    response.json({ items: await Promise.all(newest.map((row) => feedbackLine(desk.store, site, row))) });
  });

  router.get('/insights/:site/report', async (request, response) => {
    const site = await ownSite(options, request);
    const { period, locale } = parse(reportSchema, request.query);
    const page = await insights.report(site.id, period, locale);
    if (page === null) throw new WireFault('not_found', 'there is no report of this time');
    // One page that needs nothing from anywhere, and runs nothing.
    contentPolicy(response, { 'style-src': ["'unsafe-inline'"], 'img-src': ['data:'] });
    response.type('text/html').send(page);
  });

  router.post('/insights/:site/run', async (request, response) => {
    const site = await ownSite(options, request);
    const failure = await insights.run(site.id);
    if (failure !== null) desk.log.error({ site: site.id, reason: failure }, 'the insights that were asked for failed');
    response.json({ ok: failure === null });
  });
  return router;
}

function kindOf(period: string): InsightPeriodKind | null {
  return INSIGHT_PERIODS.find((kind) => SHAPES[kind].test(period)) ?? null;
}

async function viewOf(
  desk: Desk,
  site: Site,
  kind: InsightPeriodKind,
  wanted: string | null,
): Promise<Omit<InsightView, 'pending'>> {
  const { store } = desk;
  const run = await store.insightRun(site.id);
  const all = await store.insightPeriods(site.id, 'figures');
  const names = all.filter((name) => SHAPES[kind].test(name));
  const at = wanted === null ? names.length - 1 : names.indexOf(wanted);
  const name = names[at];
  if (name === undefined && wanted !== null) throw new WireFault('not_found', 'nothing was found of this time');
  const result = name === undefined ? null : await store.insightResult(site.id, 'figures', name);
  const earlier = names[at - 1] ?? null;
  const figures = readFigures(result);
  const day = figures?.through ?? '';
  const [load, segments, cohorts] = await Promise.all([
    store.insightResult(site.id, 'load', run?.lastDay ?? ''),
    store.insightResult(site.id, 'segments', day),
    store.insightResults(site.id, 'cohorts', { from: '', to: day }),
  ]);
  return {
    ...{ lastDay: run?.lastDay ?? null, earlier, later: names[at + 1] ?? null, figures },
    before: earlier === null ? null : readFigures(await store.insightResult(site.id, 'figures', earlier)),
    history: await historyOf(desk, site, names.slice(Math.max(0, at + 1 - HISTORY[kind]), at + 1)),
    ...{ version: result?.version ?? 0, madeAt: result?.madeAt ?? null },
    load: load === null ? null : insightLoadSchema.parse(JSON.parse(load.body)),
    segments: segments === null ? null : insightSegmentsSchema.parse(JSON.parse(segments.body)),
    cohorts: cohorts.length === 0 ? null : insightCohortsSchema.parse(JSON.parse(cohorts.at(-1)?.body ?? '')),
    groups: name === undefined ? null : await groupsOf(desk, site, name),
    themes: await themesOf(store, site.id, day),
    products: await productsOf(store, site.id, day),
  };
}

async function historyOf({ store }: Desk, site: Site, names: readonly string[]): Promise<InsightHistoryPoint[]> {
  const found = await Promise.all(names.map((name) => store.insightResult(site.id, 'figures', name)));
  return found.flatMap((result) => {
    const figures = readFigures(result);
    if (figures === null) return [];
    const { period, csi, kpis } = figures;
    return [{ period, csi: csi.estimate, containment: kpis['containment']?.estimate ?? null }];
  });
}

function readFigures(result: InsightResult | null): InsightFigures | null {
  return result === null ? null : insightFiguresSchema.parse(JSON.parse(result.body));
}

/** @throws WireFault `not_found` */
async function figuresOf({ store }: Desk, site: Site, period: string): Promise<InsightFigures> {
  const figures = kindOf(period) === null ? null : readFigures(await store.insightResult(site.id, 'figures', period));
  if (figures === null) throw new WireFault('not_found', 'nothing was found of this time');
  return figures;
}

async function factsOf({ store }: Desk, site: Site, { first, through }: InsightFigures): Promise<DayFactRows[]> {
  const results = await store.insightResults(site.id, 'facts', { from: first, to: through });
  return results.map(({ body }) => dayFactsSchema.parse(JSON.parse(body)));
}

async function groupsOf({ store }: Desk, site: Site, period: string): Promise<InsightGroups | null> {
  const result = await store.insightResult(site.id, 'groups', period);
  return result === null ? null : insightGroupsSchema.parse(JSON.parse(result.body));
}

const wonBy = (group: InsightGroup | null) => (group !== null && 'won' in group ? group.won : null);

/** @param group null: all of them */
async function rowsOf(
  desk: Desk,
  site: Site,
  figures: InsightFigures,
  figure: string,
  group: InsightGroup | null,
): Promise<InsightRow[]> {
  if (figure === 'crr' || figure === 'churn')
    return contactRows(desk, site, group?.lost ?? figures.customers.lost, false);
  if (figure === 'cac') return contactRows(desk, site, wonBy(group) ?? figures.customers.won, true);
  const talks = group === null ? null : new Set(group.talks);
  const rows = rowsBehind(figure, await factsOf(desk, site, figures), MOST_ROWS, talks);
  if (rows === null) throw new WireFault('not_found', 'there is no such figure');
  return Promise.all(rows.map((row) => conversationRow(desk, site, row)));
}

/** A conversation's number is its visitor's. Of somebody who was erased the row stays, and leads to nobody. */
async function conversationRow({ store }: Desk, site: Site, { key, ...row }: FactRow): Promise<InsightRow> {
  const conversation = key === 0 ? null : await store.findConversationOfVisitor(site.id, key);
  const visitor = conversation === null ? null : await store.findVisitor(key);
  const called = (await readCalled(store, site.id, [key])).get(key);
  const name = visitor === null ? null : visitorName(visitor, called);
  return { ...row, conversation: conversation?.id ?? null, contact: null, name };
}

async function contactRows(
  { store }: Desk,
  site: Site,
  keys: readonly number[],
  holds: boolean,
): Promise<InsightRow[]> {
  return Promise.all(
    keys.slice(0, MOST_ROWS).map(async (key) => {
      const contact = await store.findContact(site.id, { key });
      const name = contact?.name ?? contact?.email ?? null;
      return { conversation: null, contact: contact === null ? null : key, name, day: null, value: null, holds };
    }),
  );
}
