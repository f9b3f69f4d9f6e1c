import type { Localized } from '../locale.ts';

/** An article of the catalogue with all that may be said of it; what is null or missing is not known, and never guessed. */
export interface ProductRecord {
  readonly key: number;
  readonly site: string;
  /** The business's own id. Unique for its site. */
  readonly id: string;
  /** By language; at least one. */
  readonly names: Localized<string>;
  /** Minor units of `currency`. */
  readonly price: number | null;
  /** ISO 4217. */
  readonly currency: string | null;
  readonly url: string | null;
  readonly image: string | null;
  readonly category: string | null;
  /** Pieces that can be had; 0 is sold out. */
  readonly stock: number | null;
  readonly sizes: readonly string[];
  readonly specification: Localized<string>;
}

/** What is said of a product; what is left out stays as it is, null empties it. */
export interface ProductDraft {
  readonly id: string;
  readonly names?: Localized<string>;
  readonly price?: number | null;
  readonly currency?: string | null;
  readonly url?: string | null;
  readonly image?: string | null;
  readonly category?: string | null;
  readonly stock?: number | null;
  readonly sizes?: readonly string[];
  readonly specification?: Localized<string>;
}

export function withProductDraft(before: ProductRecord | null, draft: ProductDraft, site: string): ProductRecord {
  const { key, id, names, specification, ...rest } = { ...EMPTY, ...before, ...said(draft) };
  return {
    key,
    site,
    id,
    ...rest,
    names: { ...before?.names, ...names },
    specification: { ...before?.specification, ...specification },
  };
}

const EMPTY: Omit<ProductRecord, 'site' | 'id'> = {
  key: 0,
  names: {},
  price: null,
  currency: null,
  url: null,
  image: null,
  category: null,
  stock: null,
  sizes: [],
  specification: {},
};

/** Without the fields that stand there with nothing said. */
function said(draft: ProductDraft): ProductDraft {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)) as typeof draft;
}
