import { cac, churn, crr, customerCounts, customerLives, isCustomer, kpis } from '@solodesk/analytics';
import type { CustomerLife, Figure, KpiName } from '@solodesk/analytics';
import { DateTime } from 'luxon';
import type { CustomerBook } from './customer-book.ts';
import type { DayFacts } from './day-facts.ts';
import { dayNumber } from './days.ts';
import type { Period } from './days.ts';
import { addKpiRows, csiFigure, newKpiRows } from './kpi-rows.ts';
import type { KpiRowLists } from './kpi-rows.ts';

type GroupedFigure = KpiName | 'csi' | 'crr' | 'churn';

/** The figures of those who came by one channel, or became customers in one month. What has nothing to go by is left out. */
export interface GroupFigures {
  /** `google`, or `2026-03`. */
  readonly group: string;
  readonly figures: Readonly<Partial<Record<GroupedFigure, Figure>>>;
  /** Numbers of the conversations behind them, the last ones; and of the contacts that were lost. */
  readonly talks: readonly number[];
  readonly lost: readonly number[];
}

/** Those who became customers in one month, as far as it has gone, and what they cost: that month's spend, a figure for each currency. */
export interface CohortFigures extends GroupFigures {
  /** Numbers of contacts. */
  readonly won: readonly number[];
  readonly cac: readonly { readonly currency: string | null; readonly won: number; readonly figure: Figure }[];
}

export interface FigureGroups {
  readonly period: string;
  readonly through: string;
  /** The largest first; the cost of a customer by channel stands with the figures. */
  readonly channels: readonly GroupFigures[];
  /** By the month in which somebody became a customer, the newest first. */
  readonly cohorts: readonly CohortFigures[];
}

/** Who a conversation is of. */
export interface TalkOrigin {
  readonly contact: number | null;
  readonly channel: string;
}

const MOST_GROUPS = 12;
const MOST_ROWS = 200;

/** @param facts of the period's days, up to `through` @param originOf a conversation by its number */
export function groupFigures(
  period: Period,
  through: string,
  facts: readonly DayFacts[],
  book: CustomerBook,
  originOf: (conversation: number) => TalkOrigin,
): FigureGroups {
  const [from, to] = [dayNumber(period.first), dayNumber(through)];
  const rows = book.rows(to);
  const { days: within } = book.keptWithin(rows);
  const { lives } = customerLives(rows);
  const cohortOf = new Map(lives.map(({ id, won }) => [Number(id), monthOf(won)]));
  const by = (groupOfTalk: (conversation: number) => string | null, groupOfLife: (life: CustomerLife) => string) => {
    const groups = new Map<string, Grouped>();
    const groupOf = (name: string): Grouped => {
      const known = groups.get(name) ?? { kpi: newKpiRows(), talks: new Set(), lives: [] };
      groups.set(name, known);
      return known;
    };
    addKpiRows(facts, (conversation) => {
      const name = groupOfTalk(conversation);
      if (name === null) return null;
      const group = groupOf(name);
      group.talks.add(conversation);
      return group.kpi;
    });
    for (const life of lives) groupOf(groupOfLife(life)).lives.push(life);
    return [...groups].map(([name, group]) => figuresOf(name, group, { from, to, within }));
  };
  const size = ({ figures: { crr: kept, csi }, talks }: GroupFigures) => (kept?.n ?? 0) + (csi?.n ?? 0) + talks.length;
  const told = (groups: GroupFigures[]) => groups.filter(({ figures }) => Object.keys(figures).length > 0);
  const cohort = (group: GroupFigures): CohortFigures => {
    const month = group.group;
    const won = lives.filter((life) => monthOf(life.won) === month).map(({ id }) => Number(id));
    const costs = cac(book.spend(month, month), won.length).filter(({ figure: { lack } }) => lack !== 'nothing');
    return { ...group, won: won.slice(0, MOST_ROWS), cac: costs.map((each) => ({ ...each, won: won.length })) };
  };
  return {
    ...{ period: period.name, through },
    channels: told(
      by(
        (talk) => originOf(talk).channel,
        ({ id }) => book.channel(Number(id)),
      ),
    )
      .sort((one, other) => size(other) - size(one) || (one.group < other.group ? -1 : 1))
      .slice(0, MOST_GROUPS),
    cohorts: told(
      by(
        (talk) => cohortOf.get(originOf(talk).contact ?? 0) ?? null,
        ({ won }) => monthOf(won),
      ),
    )
      .sort((one, other) => (one.group < other.group ? 1 : -1))
      .slice(0, MOST_GROUPS)
      .map(cohort),
  };
}

interface Grouped {
  readonly kpi: KpiRowLists;
  readonly talks: Set<number>;
  readonly lives: CustomerLife[];
}

function figuresOf(
  group: string,
  { kpi, talks, lives }: Grouped,
  { from, to, within }: { from: number; to: number; within: number },
): GroupFigures {
  const counts = customerCounts(lives, { from, to, within });
  const all: Record<GroupedFigure, Figure> = {
    ...{ csi: csiFigure(kpi.scores), crr: crr(counts), churn: churn(counts) },
    ...kpis(kpi),
  };
  const lost = lives.filter(
    (life) => life.won < from && isCustomer(life, from - 1, within) && !isCustomer(life, to, within),
  );
  return {
    group,
    figures: Object.fromEntries(Object.entries(all).filter(([, { lack }]) => lack !== 'nothing')),
    talks: [...talks].slice(-MOST_ROWS),
    lost: lost.map(({ id }) => Number(id)).slice(0, MOST_ROWS),
  };
}

function monthOf(day: number): string {
  return DateTime.fromMillis(day * 86_400_000, { zone: 'utc' }).toFormat('yyyy-MM');
}
