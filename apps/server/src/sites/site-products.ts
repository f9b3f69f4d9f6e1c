import { productOfRecord } from '@solodesk/core';
import type { Log, Product, ProductStore } from '@solodesk/core';
import { minorDigits } from '@solodesk/records';

/** Rows that are read at once: about a millisecond of work. */
const PAGE = 100;
/** More than a bot tells apart by name in one process. */
const MOST = 20_000;

interface Merged {
  readonly filed: readonly Product[];
  readonly version: number;
  readonly products: readonly Product[];
}

/**
 * The goods that a site's bot knows: rows of `products.csv`, and what was imported or sent to the API. Where both have an
 * id, what was imported or sent wins, as a shop sends price and stock when they change; what it leaves open the file says.
 */
export class SiteProducts {
  readonly #store: Pick<ProductStore, 'products' | 'productsVersion'>;
  readonly #log: Log;
  readonly #merged = new Map<string, Merged>();

  constructor(store: Pick<ProductStore, 'products' | 'productsVersion'>, log: Log) {
    this.#store = store;
    this.#log = log;
  }

  /** The very same array as long as neither the file's rows nor the store's have changed. */
  async of(site: string, filed: readonly Product[]): Promise<readonly Product[]> {
    // Read first: what changes while the rows are read gives another number at the next look.
    const version = await this.#store.productsVersion(site);
    const before = this.#merged.get(site);
    if (before?.filed === filed && before.version === version) return before.products;
    const products = version === 0 ? filed : await this.#merge(site, filed);
    this.#merged.set(site, { filed, version, products });
    return products;
  }

  forget(site: string): void {
    this.#merged.delete(site);
  }

  async #merge(site: string, filed: readonly Product[]): Promise<readonly Product[]> {
    const merged = new Map(filed.map((product) => [product.id, product]));
    let after: string | undefined;
    for (;;) {
      const page = await this.#store.products(site, { limit: PAGE, ...(after !== undefined && { after }) });
      for (const record of page) {
        const product = productOfRecord(merged.get(record.id), record, minorDigits);
        if (product === null) continue;
        if (merged.size >= MOST && !merged.has(product.id)) {
          this.#log.warn({ site, most: MOST }, 'a site has more products than its bot can know; the rest is left out');
          return [...merged.values()];
        }
        merged.set(product.id, product);
      }
      const last = page.at(-1);
      if (page.length < PAGE || last === undefined) return [...merged.values()];
      after = last.id;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
