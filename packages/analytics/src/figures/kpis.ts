import type { Figure } from './figure.ts';
import { quantileFigure } from './quantile-figure.ts';
import { share } from './share.ts';

/** How long something took. Milliseconds. */
export interface TookTime {
  readonly all: number;
  /** What of it was in business hours. */
  readonly open: number;
}

/** A talk that ended, from the visitor's first word to its end. */
export interface TalkRow extends TookTime {
  /** Somebody answered it, and it ended without a ticket that was still open. */
  readonly solved: boolean;
  /** It went to a person, at least once. */
  readonly handedOff: boolean;
  /** The owner said something. */
  readonly ownerSpoke: boolean;
}

export interface KpiRows {
  /** From a visitor's first word to the bot's first answer. Milliseconds. */
  readonly botFirst: readonly number[];
  /** From when a person was first awaited to the owner's first word. */
  readonly ownerFirst: readonly TookTime[];
  readonly ended: readonly TalkRow[];
  /** Promises that were kept, or whose time is over. */
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
export function kpis({ botFirst, ownerFirst, ended, promises, scores }: KpiRows): Readonly<Record<KpiName, Figure>> {
  const byBot = ended.filter((talk) => !talk.ownerSpoke).map(({ all }) => all);
  const byOwner = ended.filter((talk) => talk.ownerSpoke);
  const ownerResolved = byOwner.map(({ all }) => all);
  const ownerResolvedOpen = byOwner.map(({ open }) => open);
  const ownerFirstAll = ownerFirst.map(({ all }) => all);
  const ownerFirstOpen = ownerFirst.map(({ open }) => open);
  const rate = (holds: (talk: TalkRow) => boolean) => share(ended.filter(holds).length, ended.length);
  const counted = scores.filter((score) => Number.isInteger(score) && score >= 1 && score <= 10);
  const wrong = scores.length - counted.length;
  return {
    botFirstMedian: quantileFigure(botFirst, 0.5),
    botFirstP90: quantileFigure(botFirst, 0.9),
    ownerFirstMedian: quantileFigure(ownerFirstAll, 0.5),
    ownerFirstP90: quantileFigure(ownerFirstAll, 0.9),
    ownerFirstOpenMedian: quantileFigure(ownerFirstOpen, 0.5),
    ownerFirstOpenP90: quantileFigure(ownerFirstOpen, 0.9),
    botResolvedMedian: quantileFigure(byBot, 0.5),
    botResolvedP90: quantileFigure(byBot, 0.9),
    ownerResolvedMedian: quantileFigure(ownerResolved, 0.5),
    ownerResolvedP90: quantileFigure(ownerResolved, 0.9),
    ownerResolvedOpenMedian: quantileFigure(ownerResolvedOpen, 0.5),
    ownerResolvedOpenP90: quantileFigure(ownerResolvedOpen, 0.9),
    resolutionRate: rate(({ solved }) => solved),
    containment: rate(({ handedOff, ownerSpoke }) => !handedOff && !ownerSpoke),
    handoffRate: rate(({ handedOff }) => handedOff),
    promiseKept: share(promises.filter(({ kept }) => kept).length, promises.length),
    csat: share(
      counted.filter((score) => score >= SATISFIED).length,
      counted.length,
      wrong > 0 ? { wrong_scores: wrong } : {},
    ),
  };
}
