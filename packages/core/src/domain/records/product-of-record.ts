import type { Locale, Localized } from '../locale.ts';
import type { Product } from '../product.ts';
import type { ProductRecord } from './product.ts';

/**
 * A product as the bot knows it: what was imported or sent wins over the row of `products.csv`, and what it leaves open the file says. Null for one that
 * nobody gave a name: it cannot be asked for.
 * @param minorDigits of a currency: 2 for EUR, 0 for JPY
 */
export function productOfRecord(
  filed: Product | undefined,
  record: ProductRecord,
  minorDigits: (currency: string) => number,
): Product | null {
  const names = { ...filed?.names, ...record.names };
  if (Object.keys(names).length === 0) return null;
  const priced = record.price !== null && record.currency !== null;
  const specs = specsOf(record.specification);
  const stock = record.stock ?? filed?.stock;
  const category = record.category ?? filed?.category;
  const sizes = record.sizes.length > 0 ? record.sizes : filed?.sizes;
  return {
    id: record.id,
    names,
    // 4990 minor units of EUR are 49.9, of JPY 4990.
    price: priced ? record.price / 10 ** minorDigits(record.currency) : (filed?.price ?? null),
    currency: priced ? record.currency : (filed?.currency ?? null),
    url: record.url ?? filed?.url ?? null,
    ...(stock !== undefined && { stock }),
    ...(sizes !== undefined && { sizes }),
    ...(category !== undefined && { category }),
    ...(filed?.prerequisites && { prerequisites: filed.prerequisites }),
    ...(filed?.level !== undefined && { level: filed.level }),
    ...(filed?.descriptions && { descriptions: filed.descriptions }),
    ...((specs ?? filed?.specs) && { specs: { ...filed?.specs, ...specs } }),
  };
}

/** Facts stand in lines of their own, or with | between them as in `products.csv`. */
function specsOf(specification: Localized<string>): Localized<readonly string[]> | null {
  const specs: { [L in Locale]?: readonly string[] } = {};
  for (const locale of ['en', 'zh'] as const) {
    const facts = (specification[locale] ?? '').split(/[\n|]/).map((fact) => fact.trim());
    const said = facts.filter((fact) => fact !== '');
    if (said.length > 0) specs[locale] = said;
  }
  return Object.keys(specs).length > 0 ? specs : null;
}
