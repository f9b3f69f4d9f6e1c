import type { Product } from './product.ts';

/** Why something is recommended. */
export type RecommendationReason =
  /** `both` of the `of` people who bought the product `with` bought this one as well. */
  | { readonly kind: 'together'; readonly with: Product; readonly both: number; readonly of: number }
  /** What the catalogue says of both is alike. */
  | { readonly kind: 'alike'; readonly with: Product }
  /** So many people bought it. */
  | { readonly kind: 'popular'; readonly people: number };

export interface Recommendation {
  readonly product: Product;
  readonly reason: RecommendationReason;
}

/** Whether somebody may be offered anything. */
export interface OfferStanding {
  /** A complaint is open: not even an answer to who asks for a recommendation. */
  readonly complains: boolean;
  /** Nothing unasked. */
  readonly held: boolean;
}

export const FREE_TO_OFFER: OfferStanding = { complains: false, held: false };
export const HELD: OfferStanding = { complains: false, held: true };
