import type { Locale } from '@solodesk/core';
import type { ProductResults } from '../product-results.ts';
import type { FigureGroups } from '../group-figures.ts';
import type { PeriodFigures } from '../period-figures.ts';
import type { ReportLook } from './charts.ts';
import type { ReportThemes } from './report-themes.ts';

export interface ReportLoad {
  readonly from: string;
  readonly hours: readonly (readonly [number, number, number])[] | null;
}

export interface ReportCohorts {
  readonly cohorts: readonly { readonly month: string; readonly size: number; readonly active: readonly number[] }[];
}

/** All that a report is made of. */
export interface ReportParts {
  readonly siteName: string;
  readonly locale: Locale;
  readonly model: string;
  /** What its charts are drawn for. */
  readonly look: ReportLook;
  /** Where the console is: `https://desk.example/console/`. */
  readonly console: string;
  readonly figures: PeriodFigures;
  /** Of the time before, as far as it went. */
  readonly before: PeriodFigures | null;
  /** Of the same kind, oldest first, this one the last. */
  readonly history: readonly PeriodFigures[];
  readonly load: ReportLoad | null;
  readonly cohorts: ReportCohorts | null;
  readonly themes: ReportThemes | null;
  readonly products: ProductResults | null;
  /** Of the same time, by channel and by cohort. */
  readonly groups: FigureGroups | null;
}
