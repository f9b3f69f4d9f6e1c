import { cac, caveatsOf, churn, crr, customerCounts, customerLives, isCustomer, kpis } from '@solodesk/analytics';
import type { Caveat, Figure, KpiName } from '@solodesk/analytics';
import type { CustomerBook } from './customer-book.ts';
import type { DayFacts } from './day-facts.ts';
import { dayNumber } from './days.ts';
import { addKpiRows, csiFigure, newKpiRows } from './kpi-rows.ts';
import { feedbackFigures } from './feedback-figures.ts';
import type { FeedbackFigures } from './feedback-figures.ts';
import type { Period } from './days.ts';

/** Customers that are named behind a figure; the counts are of all. */
const MOST_NAMED = 200;

export interface CacResult {
  /** Null: all channels together. */
  readonly channel: string | null;
  readonly currency: string | null;
  readonly won: number;
  readonly figure: Figure;
}

/** The figures of a period, as far as it has gone. */
export interface PeriodFigures {
  readonly period: string;
  readonly first: string;
  readonly last: string;
  /** The last day whose rows are in it. */
  readonly through: string;
  readonly counts: {
    readonly visitors: number;
    readonly messages: number;
    readonly started: number;
    readonly answered: number;
    readonly ended: number;
    readonly solved: number;
  };
  readonly csi: Figure;
  readonly feedback: FeedbackFigures;
  /** After so many days without a sign a customer is lost; from so many gaps between orders; null: the owner says so. */
  readonly rule: { readonly days: number; readonly gaps: number | null };
  readonly crr: Figure;
  readonly churn: Figure;
  /** Of months and quarters: spend is known by month. */
  readonly cac: readonly CacResult[];
  readonly kpis: Readonly<Record<KpiName, Figure>>;
  /** Numbers of contacts. */
  readonly customers: { readonly won: readonly number[]; readonly lost: readonly number[] };
}

/**
 * Computes a period's figures from the facts of its days up to one of them.
 * @param facts of the period's days, up to `through`
 */
export function periodFigures(
  period: Period,
  through: string,
  facts: readonly DayFacts[],
  book: CustomerBook,
): PeriodFigures {
  const rowsOfKpis = newKpiRows();
  addKpiRows(facts, () => rowsOfKpis);
  const [from, to] = [dayNumber(period.first), dayNumber(through)];
  const rows = book.rows(to);
  const rule = book.keptWithin(rows);
  const { lives, ordersBeforeCustomer } = customerLives(rows);
  const counts = customerCounts(lives, { from, to, within: rule.days });
  const caveats = {
    orders_before_customer: ordersBeforeCustomer,
    gap_unknown: rule.gaps === 0 ? 1 : 0,
    nobodys_rows: book.ordersOfNobody(from, to),
  };
  const won = lives.filter((life) => life.won >= from && life.won <= to).map(({ id }) => Number(id));
  const lost = lives
    .filter((life) => life.won < from && isCustomer(life, from - 1, rule.days) && !isCustomer(life, to, rule.days))
    .map(({ id }) => Number(id));
  const sum = (pick: (day: DayFacts) => number) => facts.reduce((total, day) => total + pick(day), 0);
  return {
    ...{ period: period.name, first: period.first, last: period.last, through },
    counts: {
      visitors: sum((day) => day.visitors),
      messages: sum((day) => day.hours.reduce((total, count) => total + count, 0)),
      started: sum((day) => day.started.length),
      answered: sum((day) => day.answered.length),
      ended: sum((day) => day.ended.length),
      solved: sum((day) => day.ended.filter(({ solved }) => solved).length),
    },
    csi: csiFigure(rowsOfKpis.scores),
    feedback: feedbackFigures(
      facts.flatMap((day) => day.feedback),
      csiFigure,
    ),
    rule,
    crr: withCaveats(crr(counts), caveats),
    churn: withCaveats(churn(counts), caveats),
    cac: cacOf(period, through, won, book),
    kpis: kpis(rowsOfKpis),
    customers: { won: won.slice(0, MOST_NAMED), lost: lost.slice(0, MOST_NAMED) },
  };
}

function withCaveats(figure: Figure, more: Partial<Record<Caveat, number>>): Figure {
  return { ...figure, caveats: { ...figure.caveats, ...caveatsOf(more) } };
}

function cacOf(period: Period, through: string, won: readonly number[], book: CustomerBook): CacResult[] {
  if (period.kind !== 'month' && period.kind !== 'quarter') return [];
  const [from, to] = [period.first.slice(0, 7), through.slice(0, 7)];
  const byChannel = new Map<string, number>(book.spendChannels(from, to).map((channel) => [channel, 0]));
  for (const contact of won) byChannel.set(book.channel(contact), (byChannel.get(book.channel(contact)) ?? 0) + 1);
  const results = (channel: string | null, count: number): CacResult[] =>
    cac(book.spend(from, to, channel ?? undefined), count).map(({ currency, figure }) => ({
      ...{ channel, currency, won: count, figure },
    }));
  return [
    ...results(null, won.length),
    ...[...byChannel]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([channel, count]) => results(channel, count)),
  ];
}
