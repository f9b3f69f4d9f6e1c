import type { Figure } from './figure.ts';
import { quantileFigure } from './quantile-figure.ts';
import { share } from './share.ts';

/** One talk, as its log tells it. Times are milliseconds; those `…Open` count only while the business was open. */
export interface TalkRow {
  readonly id: string;
  /** From the visitor's first message to the bot's first answer; null for none. */
  readonly botFirst: number | null;
  /** From when a person was first awaited to the owner's first word; null for none. */
  readonly ownerFirst: number | null;
  readonly ownerFirstOpen: number | null;
  /** From the visitor's first message to the end of the talk; null while it goes on. */
  readonly resolved: number | null;
  readonly resolvedOpen: number | null;
  /** Somebody answered it, and it ended without a ticket that is still open. */
  readonly solved: boolean;
  /** It went to a person, at least once. */
  readonly handedOff: boolean;
  /** The owner said something. */
  readonly ownerSpoke: boolean;
}

export interface KpiRows {
  readonly talks: readonly TalkRow[];
  /** Promises whose time is over, or that were kept. */
  readonly promises: readonly { readonly kept: boolean }[];
  /** Scores of satisfaction, 1 to 10. */
  readonly scores: readonly number[];
}

export const KPI_NAMES = [
  'botFirstMedian',
  'botFirstP90',
  'ownerFirstMedian',
  'ownerFirstP90',
  'ownerFirstOpenMedian',
  'ownerFirstOpenP90',
  'botResolvedMedian',
  'botResolvedP90',
  'ownerResolvedMedian',
  'ownerResolvedP90',
  'ownerResolvedOpenMedian',
  'ownerResolvedOpenP90',
  'resolutionRate',
  'containment',
  'handoffRate',
  'promiseKept',
  'csat',
] as const;
export type KpiName = (typeof KPI_NAMES)[number];

/** As people read them, whatever their language. */
export const KPI_FORMULAS: Readonly<Record<KpiName, string>> = {
  botFirstMedian: 'median(t₁ − t₀)',
  botFirstP90: 'p90(t₁ − t₀)',
  ownerFirstMedian: 'median(t₁ − t₀)',
  ownerFirstP90: 'p90(t₁ − t₀)',
  ownerFirstOpenMedian: 'median(|[t₀, t₁] ∩ hours|)',
  ownerFirstOpenP90: 'p90(|[t₀, t₁] ∩ hours|)',
  botResolvedMedian: 'median(t₂ − t₀)',
  botResolvedP90: 'p90(t₂ − t₀)',
  ownerResolvedMedian: 'median(t₂ − t₀)',
  ownerResolvedP90: 'p90(t₂ − t₀)',
  ownerResolvedOpenMedian: 'median(|[t₀, t₂] ∩ hours|)',
  ownerResolvedOpenP90: 'p90(|[t₀, t₂] ∩ hours|)',
  resolutionRate: 'solved / ended',
  containment: 'without a person / all',
  handoffRate: 'to a person / all',
  promiseKept: 'kept / (kept + broken)',
  csat: 'scores ≥ 8 / n',
};

/** The least score of who is satisfied: two points of five, on a scale of ten. */
export const SATISFIED = 8;

/** How fast and how well people were served. Times in milliseconds, shares 0 to 1. */
export function kpis({ talks, promises, scores }: KpiRows): Readonly<Record<KpiName, Figure>> {
  const times = (pick: (talk: TalkRow) => number | null, among = talks) =>
    among.map(pick).filter((time): time is number => time !== null);
  const botFirst = times((talk) => talk.botFirst);
  const ownerFirst = times((talk) => talk.ownerFirst);
  const ownerFirstOpen = times((talk) => talk.ownerFirstOpen);
  const byBot = talks.filter((talk) => !talk.ownerSpoke);
  const byOwner = talks.filter((talk) => talk.ownerSpoke);
  const botResolved = times((talk) => talk.resolved, byBot);
  const ownerResolved = times((talk) => talk.resolved, byOwner);
  const ownerResolvedOpen = times((talk) => talk.resolvedOpen, byOwner);
  const ended = talks.filter((talk) => talk.resolved !== null);
  const counted = scores.filter((score) => Number.isInteger(score) && score >= 1 && score <= 10);
  const wrong = scores.length - counted.length;
  return {
    botFirstMedian: quantileFigure(botFirst, 0.5),
    botFirstP90: quantileFigure(botFirst, 0.9),
    ownerFirstMedian: quantileFigure(ownerFirst, 0.5),
    ownerFirstP90: quantileFigure(ownerFirst, 0.9),
    ownerFirstOpenMedian: quantileFigure(ownerFirstOpen, 0.5),
    ownerFirstOpenP90: quantileFigure(ownerFirstOpen, 0.9),
    botResolvedMedian: quantileFigure(botResolved, 0.5),
    botResolvedP90: quantileFigure(botResolved, 0.9),
    ownerResolvedMedian: quantileFigure(ownerResolved, 0.5),
    ownerResolvedP90: quantileFigure(ownerResolved, 0.9),
    ownerResolvedOpenMedian: quantileFigure(ownerResolvedOpen, 0.5),
    ownerResolvedOpenP90: quantileFigure(ownerResolvedOpen, 0.9),
    resolutionRate: share(ended.filter((talk) => talk.solved).length, ended.length),
    containment: share(talks.filter((talk) => !talk.handedOff && !talk.ownerSpoke).length, talks.length),
    handoffRate: share(talks.filter((talk) => talk.handedOff).length, talks.length),
    promiseKept: share(promises.filter(({ kept }) => kept).length, promises.length),
    csat: share(
      counted.filter((score) => score >= SATISFIED).length,
      counted.length,
      wrong > 0 ? { wrong_scores: wrong } : {},
    ),
  };
}
