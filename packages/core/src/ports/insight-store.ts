/** What the batch found of a period. */
export interface InsightResult {
  /** `facts`, `figures`, `load`, `cohorts`, `segments` ... */
  readonly kind: string;
  /** `2026-11-27`, `2026-W48`, `2026-11` or `2026-Q4`, in the site's zone. */
  readonly period: string;
  /** Counts from 1; another one where what was found changed. */
  readonly version: number;
  /** Which code found it. */
  readonly model: string;
  /** UTC milliseconds. */
  readonly madeAt: number;
  /** JSON. */
  readonly body: string;
}

/** With the body `null` what was found of the period before no longer stands: nobody reads anything of it any more. */
export type InsightDraft = Pick<InsightResult, 'kind' | 'period' | 'model' | 'body'>;

/** How far the batch is with a site. */
export interface InsightRun {
  /** The last day that was worked through whole, `2026-11-27`, in the site's zone. */
  readonly lastDay: string;
  readonly model: string;
  /** When the run began to read: what came in later may be missing from the days that it worked through. UTC milliseconds. */
  readonly readAt: number;
  /** UTC milliseconds. */
  readonly endedAt: number;
}

/** How results were written. */
export interface InsightsSaved {
  /** Results that are new, or differ from the newest version. */
  readonly saved: number;
  /** Transactions that it took. */
  readonly writes: number;
  /** The longest that one of them kept the database from others. Milliseconds. */
  readonly longestWriteMs: number;
}

/** Results of the nightly batch, each in versions that stay. */
export interface InsightStore {
  /** The newest version. */
  insightResult(site: string, kind: string, period: string): Promise<InsightResult | null>;
  /** The newest version of each period of a kind from `from` to `to` (both included, in the order of text), by period. */
  insightResults(site: string, kind: string, periods: { from: string; to: string }): Promise<InsightResult[]>;
  /** Names of the periods that there is something of, in the order of text. */
  insightPeriods(site: string, kind: string): Promise<string[]>;
  /**
   * Saves as a new version what differs from the newest one, each kind and period once. In short transactions: chats get between them. All of it
   * can be read from the last one on, and `run` is noted with it; of what is broken off before, nothing ever can.
   * @throws DeskError `conflict` where somebody else begins to save results of the site before this is done
   */
  saveInsights(site: string, drafts: readonly InsightDraft[], at: number, run?: InsightRun): Promise<InsightsSaved>;
  insightRun(site: string): Promise<InsightRun | null>;
  noteInsightRun(site: string, run: InsightRun): Promise<void>;
}
