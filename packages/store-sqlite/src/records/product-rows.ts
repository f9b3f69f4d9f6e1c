import type { Localized, ProductRecord } from '@solodesk/core';

export interface ProductRow {
  key: number;
  id: string;
  names: string;
  price: number | null;
  currency: string | null;
  url: string | null;
  image: string | null;
  category: string | null;
  stock: number | null;
  sizes: string;
  specification: string;
}

export const PRODUCT_COLUMNS = `key, id, names, price, currency, url, image, category, stock, sizes, specification`;

export const PRODUCT_FIELDS = [
  'site',
  'id',
  'names',
  'price',
  'currency',
  'url',
  'image',
  'category',
  'stock',
  'sizes',
  'specification',
  'written_by',
];

export function toProduct(row: ProductRow, site: string): ProductRecord {
  return {
    ...row,
    site,
    names: JSON.parse(row.names) as Localized<string>,
    sizes: JSON.parse(row.sizes) as string[],
    specification: JSON.parse(row.specification) as Localized<string>,
  };
}

export function productColumns({ key: _key, names, sizes, specification, ...plain }: ProductRecord, site: number) {
  return {
    ...plain,
    site,
    names: JSON.stringify(names),
    sizes: JSON.stringify(sizes),
    specification: JSON.stringify(specification),
  };
}
