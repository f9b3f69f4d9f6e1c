/** Where somebody stands as a customer, from first to last. */
export const LIFE_STAGES = ['contact', 'lead', 'new', 'active', 'at_risk', 'churned', 'won_back'] as const;
export type LifeStage = (typeof LIFE_STAGES)[number];

/** All in days. */
export interface LifeRules {
  /** A lead has asked for something within so many days, and bought nothing yet. */
  readonly leadDays: number;
  /** New for so long after the first order. */
  readonly newDays: number;
  /** At risk when the last order is so long ago ... */
  readonly atRiskDays: number;
  /** ... and lost when it is so long ago; more than `atRiskDays`. */
  readonly churnedDays: number;
  /** Won back for so long after an order that came when they were lost. */
  readonly wonBackDays: number;
}

export const DEFAULT_LIFE_RULES: LifeRules = {
  leadDays: 30,
  newDays: 30,
  atRiskDays: 90,
  churnedDays: 180,
  wonBackDays: 60,
};

/** What the stage is worked out from. Moments are UTC milliseconds; null: never. */
export interface LifeFacts {
  readonly firstOrderAt: number | null;
  readonly lastOrderAt: number | null;
  /** The order before the last one. */
  readonly orderBeforeAt: number | null;
  /** A request or a talk. */
  readonly lastAskedAt: number | null;
  /** Whom the owner or the shop calls a customer counts from this day on, orders or not. */
  readonly customerSince: number | null;
}

export interface LifePlace {
  readonly stage: LifeStage;
  /** When it changes by itself where nothing happens; null: never. */
  readonly until: number | null;
}

/** Somebody came into a stage. */
export interface LifeMove {
  readonly contactKey: number;
  readonly at: number;
  readonly from: LifeStage;
  readonly to: LifeStage;
  /** The rules were changed and nothing happened: nobody is told of such a move. */
  readonly byRules: boolean;
}

/** Where a contact stands, since when, and why. */
export interface LifeStanding extends LifePlace {
  /** When they came into it. UTC milliseconds. */
  readonly since: number;
  readonly facts: LifeFacts;
}

const DAY = 86_400_000;

/**
 * Where somebody stood before anybody looked: whose first trace is an order of the last day has come to it from nowhere, and is met as a new customer.
 * Null where that is not known: what was bought before a list came in is no news.
 */
export function stageBefore({ firstOrderAt }: Pick<LifeFacts, 'firstOrderAt'>, now: number): LifeStage | null {
  return firstOrderAt !== null && firstOrderAt > now - DAY ? 'contact' : null;
}

/** The stage at a moment, by the rules alone: the same facts give the same stage whenever and however often it is asked. */
export function lifePlace(facts: LifeFacts, rules: LifeRules, now: number): LifePlace {
  const last = facts.lastOrderAt ?? facts.customerSince;
  if (last === null) {
    const until = facts.lastAskedAt === null ? null : facts.lastAskedAt + rules.leadDays * DAY;
    return until !== null && now < until ? { stage: 'lead', until } : { stage: 'contact', until: null };
  }
  const riskAt = last + rules.atRiskDays * DAY;
  const lostAt = last + rules.churnedDays * DAY;
  if (now >= lostAt) return { stage: 'churned', until: null };
  if (now >= riskAt) return { stage: 'at_risk', until: lostAt };
  const gap = facts.orderBeforeAt === null ? 0 : last - facts.orderBeforeAt;
  const backUntil = Math.min(last + rules.wonBackDays * DAY, riskAt);
  if (gap >= rules.churnedDays * DAY && now < backUntil) return { stage: 'won_back', until: backUntil };
  const first = facts.firstOrderAt ?? facts.customerSince ?? last;
  const newUntil = Math.min(first + rules.newDays * DAY, riskAt);
  return now < newUntil ? { stage: 'new', until: newUntil } : { stage: 'active', until: riskAt };
}
