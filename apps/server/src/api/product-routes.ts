import type { ProductRecord, Store } from '@solodesk/core';
import { z } from 'zod';
import { apiRoute } from './api-route.ts';
import type { ApiRoute } from './api-route.ts';
import { fromCursor, none, page, pageOf, paging, told } from './fields.ts';
import { Problem } from './problem.ts';

const localized = z.object({ en: z.string().optional(), zh: z.string().optional() });
const productSchema = z
  .object({
    id: z.string(),
    names: localized,
    price: told(z.int().nullable(), 'Minor units of the currency.', '最小货币单位。'),
    currency: told(z.string().nullable(), 'ISO 4217.', 'ISO 4217 代码。'),
    url: z.string().nullable(),
    image: z.string().nullable(),
    category: z.string().nullable(),
    stock: told(z.int().nullable(), 'Pieces; 0 is sold out, null is not known.', '件数；0 为售罄，null 为未知。'),
    sizes: z.array(z.string()),
    specification: localized,
  })
  .meta({ id: 'Product' });
const tag = 'products';
const byId = z.strictObject({ id: z.string().max(100) });

/** Reading and removing what was sent and imported; rows of `products.csv` are the file's. */
export function productRoutes(store: Store, onProducts: (site: string) => void): ApiRoute[] {
  return [
    apiRoute({
      ...{
        method: 'get',
        path: '/api/products',
        id: 'listProducts',
        tag,
        scope: 'products:read',
        params: none.params,
        body: null,
      },
      title: { en: 'List products', zh: '列出商品' },
      about: {
        en: 'Those that were sent or imported, by id; not the rows of `products.csv`.',
        zh: '已发送或导入的商品，按 id 排序；不包括 `products.csv` 的行。',
      },
      query: z.strictObject(paging),
      answers: { 200: { about: { en: 'A page of products.', zh: '一页商品。' }, schema: pageOf(productSchema) } },
      async run({ site, query: { cursor, limit } }) {
        const after = fromCursor(cursor, 'string');
        const found = await store.products(site.id, { limit: limit + 1, ...(after !== undefined && { after }) });
        return page(found, limit, view, ({ id }) => id);
      },
    }),
    apiRoute({
      ...{
        method: 'get',
        path: '/api/products/{id}',
        id: 'getProduct',
        tag,
        scope: 'products:read',
        params: byId,
        query: none.query,
      },
      title: { en: 'Read a product', zh: '读取商品' },
      about: { en: 'By id.', zh: '按 id。' },
      ...{ body: null, problems: ['not_found'] },
      answers: { 200: { about: { en: 'The product.', zh: '商品。' }, schema: productSchema } },
      async run({ site, params }) {
        const product = await store.findProduct(site.id, params.id);
        if (product === null) throw new Problem('not_found', 'nothing of this site is called so');
        return { status: 200, body: view(product) };
      },
    }),
    apiRoute({
      ...{
        method: 'delete',
        path: '/api/products/{id}',
        id: 'deleteProduct',
        tag,
        scope: 'products:write',
        params: byId,
        query: none.query,
      },
      title: { en: 'Remove a product', zh: '删除商品' },
      about: {
        en: 'The bot knows it no more, unless `products.csv` has a row for it. Orders keep its id.',
        zh: '机器人不再知道它，除非 `products.csv` 里有它的行。订单中的商品 id 保留。',
      },
      ...{ body: null, problems: ['not_found'] },
      answers: { 204: { about: { en: 'It is gone.', zh: '已删除。' }, schema: null } },
      async run({ site, params }) {
        if (!(await store.deleteProduct(site.id, params.id)))
          throw new Problem('not_found', 'nothing of this site is called so');
        onProducts(site.id);
        return { status: 204, body: null };
      },
    }),
  ];
}

function view({ key: _key, site: _site, ...product }: ProductRecord) {
  return product;
}
