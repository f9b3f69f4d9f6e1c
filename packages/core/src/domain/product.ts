import type { Localized } from './locale.ts';

/** An article that a site sells, as a row of its `products.csv`. What is left out, or null, the row does not say. */
export interface Product {
  readonly id: string;
  /** By language; at least one. */
  readonly names: Localized<string>;
  /** In units of the currency; null when the row has none. */
  readonly price: number | null;
  /** ISO 4217; null only without a price. */
  readonly currency: string | null;
  readonly url: string | null;
  /** Pieces; 0 is sold out. */
  readonly stock?: number;
  /** As they are written on the label, in the order of the row. */
  readonly sizes?: readonly string[];
  /** One sentence or two. */
  readonly descriptions?: Localized<string>;
  /** Material, weight, measures: short facts, each complete by itself. */
  readonly specs?: Localized<readonly string[]>;
  /** The shelf that it stands on, in the shop's own words. */
  readonly category?: string;
  /** Ids of what somebody must have before this one is of any use to them: the courses before this one. */
  readonly prerequisites?: readonly string[];
  /** From 1, of a course: how much it asks of people, beside the others of its category. */
  readonly level?: number;
}

/** What can be asked about a product. */
export type ProductFact = 'price' | 'stock' | 'sizes' | 'colours' | 'details';

/** How the answer from the catalogue is called where intents are named: it is no FAQ, and nobody trains it. */
export const PRODUCT_FACTS = 'solodesk.product';

/** What the dialogue may ask of a site's catalogue. */
export interface Catalogue {
  /** What at least one of its rows says; a fact that no row says is not kept there. */
  readonly keeps: ReadonlySet<ProductFact>;
  get(id: string): Product | null;
  /**
   * The products whose name holds every one of these words, in the order of the file: "tea towels" finds "Tea towels, set of 3".
   * None for a text without a word.
   * @param spelling `slips` also takes words for mistyped ones, which costs a good part of a millisecond in a large catalogue
   */
  called(words: string, spelling: 'exact' | 'slips'): readonly Product[];
  /** Those whose name holds some of these words, and their description or facts the others: "teal shirt" finds a shirt of which is said "Teal or oat". */
  described(words: string): readonly Product[];
  /** Those of which all of these words are said, be it in their name or elsewhere: "teal" finds a shirt that comes in "Teal or oat". */
  told(words: string): readonly Product[];
}
