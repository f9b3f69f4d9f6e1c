import type { Locale, Site } from '@solodesk/core';
import { readPeriod } from './days.ts';
import type { PeriodKind } from './days.ts';
import type { ProductResults } from './product-results.ts';
import type { FigureGroups } from './group-figures.ts';
import type { PeriodFigures } from './period-figures.ts';
import { PAGE } from './report/charts.ts';
import type { ReportLook } from './report/charts.ts';
import type { ReportCohorts, ReportLoad } from './report/report-parts.ts';
import { reportThemes } from './report/report-themes.ts';
import type { ReportStore } from './report/report-themes.ts';
import { reportPage } from './report/report-page.ts';

/** Of so many periods the trends are shown. */
const HISTORY: Readonly<Record<PeriodKind, number>> = { day: 14, week: 13, month: 13, quarter: 8 };

const SHAPES: Readonly<Record<PeriodKind, RegExp>> = {
  day: /^\d{4}-\d{2}-\d{2}$/,
  week: /^\d{4}-W\d{2}$/,
  month: /^\d{4}-\d{2}$/,
  quarter: /^\d{4}-Q[1-4]$/,
};

const NO_COSTS = { won: [], cac: [] };

/** As they were stored, also by an earlier version of the batch. */
function storedFigures(body: string): PeriodFigures {
  const none = { n: 0, negative: 0, neutral: 0, positive: 0, categories: [], sources: [] };
  return { feedback: none, ...(JSON.parse(body) as Omit<PeriodFigures, 'feedback'>) };
}

function storedGroups(body: string): FigureGroups {
  const { cohorts, ...groups } = JSON.parse(body) as FigureGroups;
  return { ...groups, cohorts: cohorts.map((cohort) => ({ ...NO_COSTS, ...cohort })) };
}

/**
 * The report of a period from what is stored of it; null where nothing is.
 * @param name such as `2026-W48`
 * @param address where the console is
 * @param look what its charts are drawn for
 * @throws RangeError for what is no period
 */
export async function makeReport(
  store: ReportStore,
  site: Pick<Site, 'id' | 'name'>,
  name: string,
  locale: Locale,
  address: string,
  look: ReportLook = PAGE,
): Promise<string | null> {
  const period = readPeriod(name);
  const result = await store.insightResult(site.id, 'figures', period.name);
  if (result === null) return null;
  const names = (await store.insightPeriods(site.id, 'figures'))
    .filter((each) => SHAPES[period.kind].test(each) && each <= period.name)
    .slice(-HISTORY[period.kind]);
  const found = await Promise.all(names.map((each) => store.insightResult(site.id, 'figures', each)));
  const history = found.flatMap((each) => (each === null ? [] : [storedFigures(each.body)]));
  const figures = storedFigures(result.body);
  const groups = await store.insightResult(site.id, 'groups', period.name);
  const load = await store.insightResult(site.id, 'load', figures.through);
  const cohorts = (await store.insightResults(site.id, 'cohorts', { from: '', to: figures.through })).at(-1);
  const products = (await store.insightResults(site.id, 'products', { from: '', to: figures.through })).at(-1);
  return reportPage({
    ...{ siteName: site.name, locale, model: result.model, console: address, look, figures, history },
    before: history.at(-2) ?? null,
    load: load === null ? null : (JSON.parse(load.body) as ReportLoad),
    cohorts: cohorts === undefined ? null : (JSON.parse(cohorts.body) as ReportCohorts),
    products: products === undefined ? null : (JSON.parse(products.body) as ProductResults),
    groups: groups === null ? null : storedGroups(groups.body),
    themes: await reportThemes(store, site.id, figures.through),
  });
}
