import { z } from 'zod';
import type { InsightProducts } from './insight-products.ts';
import type { InsightThemes } from './themes.ts';

const estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });

/** A figure with what it is made of; `lack` says why there is no estimate. */
const figure = z.object({
  n: z.number(),
  inputs: z.record(z.string(), z.number()),
  estimate: estimate.nullable(),
  lack: z.enum(['few', 'nothing']).nullable(),
  caveats: z.record(z.string(), z.number()),
});
export type InsightFigure = z.infer<typeof figure>;

const moods = { n: z.number(), negative: z.number(), neutral: z.number(), positive: z.number() };
/** What was said elsewhere: by what it is about, the most frequent first, and by where it was said, with the mean of the ratings there. */
const feedback = z.object({
  ...moods,
  categories: z.array(z.object({ category: z.string(), ...moods })),
  sources: z.array(z.object({ source: z.string(), rating: figure, ...moods })),
});
export type InsightFeedback = z.infer<typeof feedback>;
const NO_FEEDBACK: InsightFeedback = { n: 0, negative: 0, neutral: 0, positive: 0, categories: [], sources: [] };

/** The figures of a period as far as it has gone; dates are days of the site's own zone. */
export const insightFiguresSchema = z.object({
  period: z.string(),
  first: z.string(),
  last: z.string(),
  through: z.string(),
  counts: z.object({
    visitors: z.number(),
    messages: z.number(),
    started: z.number(),
    answered: z.number(),
    ended: z.number(),
    solved: z.number(),
  }),
  csi: figure,
  /** Of an earlier version of the batch there is none. */
  feedback: feedback.default(NO_FEEDBACK),
  rule: z.object({ days: z.number(), gaps: z.number().nullable() }),
  crr: figure,
  churn: figure,
  cac: z.array(z.object({ channel: z.string().nullable(), currency: z.string().nullable(), won: z.number(), figure })),
  kpis: z.record(z.string(), figure),
  customers: z.object({ won: z.array(z.number()), lost: z.array(z.number()) }),
});
export type InsightFigures = z.infer<typeof insightFiguresSchema>;

const group = z.object({
  group: z.string(),
  figures: z.record(z.string(), figure),
  talks: z.array(z.number()),
  lost: z.array(z.number()),
});
const cohort = group.extend({
  /** Of an earlier version of the batch there is none. */
  won: z.array(z.number()).default([]),
  cac: z.array(z.object({ currency: z.string().nullable(), won: z.number(), figure })).default([]),
});
/** The figures by the channel by which people came, and by the month in which they became customers. */
export const insightGroupsSchema = z.object({ channels: z.array(group), cohorts: z.array(cohort) });
export type InsightGroups = z.infer<typeof insightGroupsSchema>;
export type InsightGroup = InsightGroups['channels'][number] | InsightGroups['cohorts'][number];

/** Expected messages by hour from the midnight of `from` on: mean, low and high; null while less than two weeks are known. */
export const insightLoadSchema = z.object({
  from: z.string(),
  weeks: z.number(),
  hours: z.array(z.tuple([z.number(), z.number(), z.number()])).nullable(),
});
export type InsightLoad = z.infer<typeof insightLoadSchema>;

export const insightSegmentsSchema = z.object({
  currency: z.string().nullable(),
  customers: z.number(),
  segments: z.array(z.object({ segment: z.string(), size: z.number(), customers: z.array(z.number()) })),
});
export type InsightSegments = z.infer<typeof insightSegmentsSchema>;

export const insightCohortsSchema = z.object({
  until: z.string(),
  cohorts: z.array(z.object({ month: z.string(), size: z.number(), active: z.array(z.number()) })),
});
/** What a figure was in one of the periods up to the one that is shown; null where there was too little to say. */
export interface InsightHistoryPoint {
  period: string;
  csi: InsightFigure['estimate'];
  /** Share of conversations that the bot solved alone, from 0 to 1. */
  containment: InsightFigure['estimate'];
}

export type InsightCohorts = z.infer<typeof insightCohortsSchema>;

export const INSIGHT_PERIODS = ['day', 'week', 'month', 'quarter'] as const;
export type InsightPeriodKind = (typeof INSIGHT_PERIODS)[number];

/** What the console shows of a period. */
export interface InsightView {
  /** The last day that was worked through whole; null: none yet. */
  lastDay: string | null;
  /** What came in by an import and is not in the figures: it waits, or is worked through just now; null: there is nothing like that. */
  pending: 'waits' | 'working' | null;
  /** Names of the neighbours that there is something of. */
  earlier: string | null;
  later: string | null;
  /** Null where nothing was found yet. */
  figures: InsightFigures | null;
  before: InsightFigures | null;
  /** The periods up to this one, the oldest first. */
  history: InsightHistoryPoint[];
  version: number;
  /** UTC milliseconds. */
  madeAt: number | null;
  load: InsightLoad | null;
  /** Of the same period. */
  groups: InsightGroups | null;
  segments: InsightSegments | null;
  cohorts: InsightCohorts | null;
  themes: InsightThemes | null;
  products: InsightProducts | null;
}

/** A row behind a figure. */
export interface InsightRow {
  /** Of a conversation: its id, in the console's address. */
  conversation: string | null;
  /** Of a contact: its number. */
  contact: number | null;
  name: string | null;
  /** `2026-11-27` */
  day: string | null;
  /** Milliseconds, or a score; null where it is a yes or no. */
  value: number | null;
  /** What was measured holds of this row: it was solved, kept, handed over ... */
  holds: boolean | null;
}
