import type { InsightFeedback, InsightPeriodKind, InsightRow, InsightView } from '@solodesk/protocol/owner';
import { request } from './api.ts';
import type { FeedbackPage } from './feedback-api.ts';
import type { Locale } from '../wire-types.ts';

export type InsightMoods = Pick<InsightFeedback, 'n' | 'negative' | 'neutral' | 'positive'>;

export type {
  InsightAsked,
  InsightCohorts,
  InsightCategory,
  InsightExample,
  InsightFigure,
  InsightFigures,
  InsightGroup,
  InsightGroups,
  InsightLoad,
  InsightPeriodKind,
  InsightProduct,
  InsightProducts,
  InsightRow,
  InsightSegments,
  InsightTheme,
  InsightThemes,
  InsightView,
} from '@solodesk/protocol/owner';

export type FigureGroup = { channel?: string; cohort?: string };

const of = (site: string) => `insights/${encodeURIComponent(site)}`;

/** What the nightly batch found. */
export const insightsApi = {
  view: (site: string, kind: InsightPeriodKind, period: string | null) =>
    request<InsightView>(`${of(site)}?${new URLSearchParams({ kind, ...(period !== null && { period }) }).toString()}`),
  /** @param group of one channel or cohort; {}: of all */
  rows: (site: string, period: string, figure: string, group: FigureGroup = {}) =>
    request<{ rows: InsightRow[] }>(`${of(site)}/rows?${new URLSearchParams({ period, figure, ...group }).toString()}`),
  /** What was said elsewhere, of one kind; what was erased since is left out. */
  feedback: (site: string, period: string, kind: { category: string } | { source: string }) =>
    request<Pick<FeedbackPage, 'items'>>(`${of(site)}/feedback?${new URLSearchParams({ period, ...kind }).toString()}`),
  run: (site: string) => request<{ ok: boolean }>(`${of(site)}/run`, {}),
  /** Where the report is, a page of its own. */
  report: (site: string, period: string, locale: Locale) =>
    `/console/api/${of(site)}/report?${new URLSearchParams({ period, locale }).toString()}`,
};
