import { productOfRecord } from '@solodesk/core';
import type { Product, ProductStore } from '@solodesk/core';
import { ProductIndex } from '@solodesk/nlu';
import type { ProductLook } from './product-results.ts';

const PAGE = 500;
const MOST = 20_000;

/**
 * The goods of a site as its bot knows them: rows of `products.csv`, and what was imported or sent over them.
 * @param filed rows of the file
 */
export async function siteGoods(
  store: Pick<ProductStore, 'products'>,
  site: string,
  filed: readonly Product[],
): Promise<ProductLook> {
  const products = new Map(filed.map((product) => [product.id, product]));
  for (let after: string | undefined; products.size < MOST;) {
    const page = await store.products(site, { limit: PAGE, ...(after !== undefined && { after }) });
    for (const record of page) {
      const product = productOfRecord(products.get(record.id), record, minorDigits);
      if (product !== null) products.set(product.id, product);
    }
    after = page.at(-1)?.id;
    if (page.length < PAGE) break;
  }
  const index = new ProductIndex([...products.values()]);
  return {
    products,
    find: (text) =>
      index.find(text).flatMap((entity) => (entity.kind === 'product' ? [{ ...entity, id: entity.value }] : [])),
  };
}

function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
