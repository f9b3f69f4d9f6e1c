import type { InsightUnit } from './insight-value.ts';
import type { InsightFigure, InsightGroup } from '../api/insights-api.ts';

/** A figure as the screen shows it. */
export interface ShownFigure {
  /** By which its rows are asked for. */
  readonly key: string;
  readonly name: string;
  readonly formula: string;
  readonly method: 't' | 'wilson' | 'poisson' | 'order';
  readonly unit: InsightUnit;
  readonly figure: InsightFigure;
  readonly before: InsightFigure | null;
  /** What else is to be known: by which rule customers are counted. */
  readonly note: string | null;
  /** The same of one channel or cohort; undefined where that has none. */
  of(group: InsightGroup): InsightFigure | undefined;
}
