import { withOrderDraft } from '@solodesk/core';
import type { Order, OrderDraft, OrderStore, RecordWrite } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import type { ContactRows } from './contacts.ts';
import { ORDER_COLUMNS, orderColumns, toOrder } from './order-rows.ts';
import type { OrderRow } from './order-rows.ts';
import type { RecordSteps, RecordWriter } from './record-writer.ts';

export function createOrderStore(
  db: Database,
  group: GroupCommit,
  sites: SiteKeys,
  contacts: ContactRows,
  writer: RecordWriter,
): OrderStore {
  const byNumber = db.prepare<[number, string], OrderRow>(
    `SELECT ${ORDER_COLUMNS} FROM shop_order WHERE site = ? AND number = ?`,
  );
  const ofContact = db.prepare<[number, number, number], OrderRow>(
    `SELECT ${ORDER_COLUMNS} FROM shop_order WHERE contact = ? AND site = ? ORDER BY placed_at DESC, key DESC LIMIT ?`,
  );
  const list = db.prepare<[number, number, number], OrderRow>(
    `SELECT ${ORDER_COLUMNS} FROM shop_order WHERE site = ? AND key < ? ORDER BY key DESC LIMIT ?`,
  );
  const find = (site: string, number: string): Order | null => {
    const row = byNumber.get(sites.find(site) ?? 0, number);
    return row === undefined ? null : toOrder(row, site);
  };
  const contactKeyOf = ({ customer, placedAt }: OrderDraft, before: Order | null, write: RecordWrite) => {
    if (customer === undefined) return null;
    const customerSince = placedAt ?? before?.placedAt ?? write.at;
    return writer.note(write, contacts.steps({ ...customer, customerSince }, write)).key;
  };
  const steps = (draft: OrderDraft, write: RecordWrite): RecordSteps<Order> => ({
    find: () => find(write.site, draft.number),
    make: (before) => withOrderDraft(before, draft, { ...write, contactKey: contactKeyOf(draft, before, write) }),
    columns: (order) => orderColumns(order, sites.make(write.site)),
  });

  return {
    findOrder: (site, number) => reading(() => find(site, number)),
    saveOrders: (drafts, write) =>
      group.write(() =>
        writer.saveAll(
          'orders',
          write,
          drafts.map((draft) => steps(draft, write)),
        ),
      ),
    ordersOfContact: (site, contactKey, limit) =>
      reading(() => ofContact.all(contactKey, sites.find(site) ?? 0, limit).map((row) => toOrder(row, site))),
    orders: (site, { before = Number.MAX_SAFE_INTEGER, limit }) =>
      reading(() => list.all(sites.find(site) ?? 0, before, limit).map((row) => toOrder(row, site))),
  };
}
