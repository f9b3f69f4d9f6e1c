import type { Figure } from '@solodesk/analytics';
import type { PeriodFigures } from '../period-figures.ts';

const CHANGE_NAMES = [
  'csi',
  'crr',
  'cac',
  'resolutionRate',
  'containment',
  'handoffRate',
  'promiseKept',
  'ownerFirstMedian',
  'botFirstMedian',
] as const;
export type ChangeName = (typeof CHANGE_NAMES)[number];

/** What counts as better; passing more to a person is neither. */
const BETTER: Readonly<Record<ChangeName, 'more' | 'less' | null>> = {
  ...{ csi: 'more', crr: 'more', cac: 'less', resolutionRate: 'more', containment: 'more', handoffRate: null },
  ...{ promiseKept: 'more', ownerFirstMedian: 'less', botFirstMedian: 'less' },
};

export interface Change {
  readonly name: ChangeName;
  readonly currency: string | null;
  readonly now: number;
  readonly before: number;
  /** The intervals do not touch: it is more than chance. */
  readonly sure: boolean;
  /** For the better, the worse, or neither. */
  readonly good: boolean | null;
}

/** How figures moved against the time before, what is sure first, then by how much. */
export function changesBetween(now: PeriodFigures, before: PeriodFigures): Change[] {
  return CHANGE_NAMES.flatMap((name): Change[] => {
    const [mine, theirs] = [figureOf(now, name), figureOf(before, name)];
    const [one, other] = [mine?.figure.estimate, theirs?.figure.estimate];
    if (!one || !other || mine?.currency !== theirs?.currency || one.value === other.value) return [];
    const sure = one.low > other.high || one.high < other.low;
    const better = BETTER[name];
    const good = better === null ? null : one.value > other.value === (better === 'more');
    return [{ name, currency: mine?.currency ?? null, now: one.value, before: other.value, sure, good }];
  }).sort((a, b) => Number(b.sure) - Number(a.sure) || movedBy(b) - movedBy(a));
}

const movedBy = ({ now, before }: Change): number => Math.abs(Math.log((now + 1e-9) / (before + 1e-9)));

function figureOf(figures: PeriodFigures, name: ChangeName): { figure: Figure; currency: string | null } | null {
  if (name === 'csi' || name === 'crr') return { figure: figures[name], currency: null };
  if (name === 'cac') return figures.cac.find(({ channel }) => channel === null) ?? null;
  return { figure: figures.kpis[name], currency: null };
}

/** What the numbers speak for, each with those that it rests on. No more than they say. */
export type Reason =
  | { readonly kind: 'slow_owner'; readonly share: number }
  | { readonly kind: 'more_talks'; readonly now: number; readonly before: number }
  | { readonly kind: 'fewer_by_bot'; readonly now: number; readonly before: number }
  | { readonly kind: 'unanswered'; readonly count: number }
  | { readonly kind: 'lost'; readonly count: number; readonly won: number };

export function reasonsFor(now: PeriodFigures, before: PeriodFigures | null): Reason[] {
  const reasons: Reason[] = [];
  const started = before?.counts.started ?? 0;
  if (started >= 5 && now.counts.started >= 1.25 * started) {
    reasons.push({ kind: 'more_talks', now: now.counts.started, before: started });
  }
  const [bot, botBefore] = [now.kpis.containment.estimate, before?.kpis.containment.estimate];
  if (bot && botBefore && bot.value < botBefore.value - 0.05) {
    reasons.push({ kind: 'fewer_by_bot', now: bot.value, before: botBefore.value });
  }
  const [all, open] = [now.kpis.ownerFirstMedian.estimate, now.kpis.ownerFirstOpenMedian.estimate];
  if (all && open && all.value > 3_600_000 && open.value < all.value / 2) {
    reasons.push({ kind: 'slow_owner', share: 1 - open.value / all.value });
  }
  const unanswered = now.counts.started - now.counts.answered;
  if (unanswered > 0) reasons.push({ kind: 'unanswered', count: unanswered });
  const { lost, won } = now.customers;
  if (lost.length > won.length) reasons.push({ kind: 'lost', count: lost.length, won: won.length });
  return reasons;
}

/** What can be done now, with the place in the console where it is done. */
export interface Todo {
  readonly kind: 'promises' | 'handoffs' | 'scores' | 'unanswered' | 'lost' | 'spend';
  readonly link: string;
}

export function todosFor(now: PeriodFigures): Todo[] {
  const todos: Todo[] = [];
  const { kpis, csi } = now;
  const broken = kpis.promiseKept.n - (kpis.promiseKept.inputs['hits'] ?? 0);
  if (broken > 0) todos.push({ kind: 'promises', link: '#/desk' });
  if ((kpis.handoffRate.inputs['hits'] ?? 0) > 0) todos.push({ kind: 'handoffs', link: '#/unanswered' });
  if (now.counts.started > now.counts.answered) todos.push({ kind: 'unanswered', link: '#/desk' });
  if (csi.estimate !== null && csi.estimate.value < 8) todos.push({ kind: 'scores', link: '#/feedback' });
  if (now.customers.lost.length > 0) todos.push({ kind: 'lost', link: '#/insights' });
  if (now.cac.length > 0 && now.cac.every(({ currency }) => currency === null))
    todos.push({ kind: 'spend', link: '#/insights' });
  return todos;
}
