import { isDeepStrictEqual } from 'node:util';
import type { Catalogue, EntityFinder, Product, Site } from '@solodesk/core';
import { buildCatalogue, createEntityFinder, inSlices } from '@solodesk/nlu';
import type { Pace } from '@solodesk/nlu';
import type { SiteProducts } from './site-products.ts';

/** What finds a site's goods in texts, with what it was made of. */
export interface Finders {
  readonly recognise: Site['recognise'];
  /** Rows of `products.csv`; `products` are those with the store's. */
  readonly filed: readonly Product[];
  readonly products: readonly Product[];
  readonly finder: EntityFinder;
  readonly catalogue: Catalogue | null;
}

/** What finds each site's goods. What was made for a catalogue that has not changed goes on serving. */
export class SiteFinders {
  readonly #products: SiteProducts;
  readonly #made = new Map<string, Finders>();
  /** One work at a time for a site: two would mix the products of two moments. */
  readonly #making = new Map<string, Promise<Finders>>();

  constructor(products: SiteProducts) {
    this.#products = products;
  }

  of(siteId: string): Finders | null {
    return this.#made.get(siteId) ?? null;
  }

  /** With what the store has of it now. @param filed rows of the site's `products.csv` */
  make(site: Site, filed: readonly Product[], pace: Pace = 'gentle'): Promise<Finders> {
    const make = () => this.#make(site, filed, pace);
    const made = (this.#making.get(site.id) ?? Promise.resolve()).then(make, make);
    this.#making.set(site.id, made);
    return made;
  }

  forget(siteId: string): void {
    this.#made.delete(siteId);
    this.#making.delete(siteId);
    this.#products.forget(siteId);
  }

  async #make({ id: siteId, recognise }: Site, filed: readonly Product[], pace: Pace): Promise<Finders> {
    const products = await this.#products.of(siteId, filed);
    const before = this.of(siteId);
    const same = before?.products === products;
    const known = same && isDeepStrictEqual(before.recognise, recognise);
    const finder = known ? before.finder : createEntityFinder(recognise, products);
    const catalogue = same ? before.catalogue : await inSlices(buildCatalogue(products), pace);
    const finders = { recognise, filed, products, finder, catalogue };
    this.#made.set(siteId, finders);
    return finders;
  }
}
