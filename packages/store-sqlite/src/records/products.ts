import { withProductDraft } from '@solodesk/core';
import type { ProductDraft, ProductRecord, ProductStore, RecordWrite } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import { PRODUCT_COLUMNS, productColumns, toProduct } from './product-rows.ts';
import type { ProductRow } from './product-rows.ts';
import type { RecordSteps, RecordWriter } from './record-writer.ts';

export function createProductStore(
  db: Database,
  group: GroupCommit,
  sites: SiteKeys,
  writer: RecordWriter,
): ProductStore {
  const byId = db.prepare<[number, string], ProductRow>(
    `SELECT ${PRODUCT_COLUMNS} FROM product WHERE site = ? AND id = ?`,
  );
  const list = db.prepare<[number, string, number], ProductRow>(
    `SELECT ${PRODUCT_COLUMNS} FROM product WHERE site = ? AND id > ? ORDER BY id LIMIT ?`,
  );
  const version = db.prepare<[number], number>('SELECT version FROM product_version WHERE site = ?').pluck();
  const remove = db.prepare<[number, string]>('DELETE FROM product WHERE site = ? AND id = ?');
  const find = (site: string, id: string): ProductRecord | null => {
    const row = byId.get(sites.find(site) ?? 0, id);
    return row === undefined ? null : toProduct(row, site);
  };
  const steps = (draft: ProductDraft, write: RecordWrite): RecordSteps<ProductRecord> => ({
    find: () => find(write.site, draft.id),
    make: (before) => withProductDraft(before, draft, write.site),
    columns: (product) => productColumns(product, sites.make(write.site)),
  });

  return {
    findProduct: (site, id) => reading(() => find(site, id)),
    saveProducts: (drafts, write) =>
      group.write(() =>
        writer.saveAll(
          'products',
          write,
          drafts.map((draft) => steps(draft, write)),
        ),
      ),
    products: (site, { after = '', limit }) =>
      reading(() => list.all(sites.find(site) ?? 0, after, limit).map((row) => toProduct(row, site))),
    productsVersion: (site) => reading(() => version.get(sites.find(site) ?? 0) ?? 0),
    deleteProduct: (site, id) => group.write(() => remove.run(sites.find(site) ?? 0, id).changes > 0),
  };
}
