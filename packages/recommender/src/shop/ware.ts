/** What can be offered: a product, a course, an article or a service. */
export interface Ware {
  readonly id: string;
  readonly category: string | null;
  /** Minor units of the currency. */
  readonly price: number | null;
  /** ISO 4217. */
  readonly currency: string | null;
  /** Pieces; 0 is sold out, null is not known. */
  readonly stock: number | null;
  /** Name and description, in every language that there is. */
  readonly text: string;
  /** Wares that somebody must have bought or done before this one is of any use. */
  readonly prerequisites: readonly string[];
  /** From 1, beside the others of its category; null where it has none. */
  readonly level: number | null;
}

/** Why something is offered. */
export type OfferReason =
  /** `both` of the `of` people who bought the one bought the other as well. */
  | { readonly kind: 'together'; readonly with: string; readonly both: number; readonly of: number }
  /** What is said of it is near to what is said of the other. */
  | { readonly kind: 'alike'; readonly with: string }
  | { readonly kind: 'popular'; readonly people: number };

export interface Offer {
  readonly item: string;
  readonly reason: OfferReason;
}
