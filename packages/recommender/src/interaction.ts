/** What somebody did with a product, a course, an article or a service. */
export interface Interaction {
  readonly user: string;
  readonly item: string;
  readonly kind: InteractionKind;
  /** How much it says, from 0 to 1, where that is known better than by its kind; of `progress` how much of a course is done. */
  readonly weight?: number;
  /** From 1 to 5, of a `rating`. */
  readonly rating?: number;
  /** UTC milliseconds. */
  readonly at: number;
}

export type InteractionKind = 'purchase' | 'cart' | 'rating' | 'asked' | 'view' | 'progress';

/** How much each says of what somebody likes, beside a purchase. */
export const KIND_WEIGHTS: Readonly<Record<InteractionKind, number>> = {
  purchase: 1,
  rating: 1,
  cart: 0.5,
  asked: 0.4,
  view: 0.2,
  progress: 1,
};

/** A rating from here on says that somebody liked it. */
export const LIKED_FROM = 4;
/** After so long an interaction counts half. Days. */
const HALF_LIFE_DAYS = 180;

const DAY = 86_400_000;

/**
 * What an interaction counts at a moment: by its kind, halved each half-life. A rating under 4 says that the user knows the item, and
 * nothing for it: 0.
 * @param now UTC milliseconds; what lies after it counts as now
 */
export function interactionWeight(
  { kind, weight, rating, at }: Interaction,
  now: number,
  halfLife = HALF_LIFE_DAYS,
): number {
  if (kind === 'rating' && (rating ?? 0) < LIKED_FROM) return 0;
  return (weight ?? KIND_WEIGHTS[kind]) * 2 ** (-Math.max(0, now - at) / DAY / halfLife);
}
