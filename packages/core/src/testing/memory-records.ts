import type { Appointment } from '../domain/records/appointment.ts';
import type { ProductRecord } from '../domain/records/product.ts';
import { withProductDraft } from '../domain/records/product.ts';
import type { FeedbackRecord } from '../domain/records/feedback.ts';
import type { OutboxEntry } from '../domain/outbox/outbox-entry.ts';
import type { SpendRecord } from '../domain/records/spend.ts';
import type { Order } from '../domain/records/order.ts';
import { withOrderDraft } from '../domain/records/order.ts';
import type { FeedbackStore } from '../ports/feedback-store.ts';
import type { BatchStore, OrderStore, ProductStore, RecordStore, RecordWrite } from '../ports/record-store.ts';
import { createMemoryAppointments } from './memory-appointments.ts';
import type { SettleAftermath } from './memory-appointments.ts';
import { createMemoryBatches } from './memory-batches.ts';
import type { DroppedRecords } from './memory-privacy.ts';
import type { AgeFeedback } from './memory-feedback.ts';
import { createMemoryFeedback } from './memory-feedback.ts';
import { createMemorySpend } from './memory-spend.ts';
import { createMemoryContacts } from './memory-contacts.ts';
import type { MemoryMarketing } from './memory-contacts.ts';
import { moveRows } from './memory-merges.ts';
import type { MergeableRecords } from './memory-merges.ts';

/** Contacts, orders, products, appointments and batches in arrays. */
export function createMemoryRecords(
  settle: SettleAftermath,
  isOfUse: (contactKey: number) => boolean,
  addToOutbox: (site: string, entries: readonly OutboxEntry[]) => void,
  marketing: MemoryMarketing,
): RecordStore &
  FeedbackStore & {
    dropRecords(contactKeys: readonly number[], visitorKeys: readonly number[]): DroppedRecords;
    mergeable: MergeableRecords;
    allAppointments(): readonly Appointment[];
    ageFeedback: AgeFeedback;
  } {
  let lastKey = 0;
  const nextKey = () => ++lastKey;
  const { rows: contactRows, save: saveContact, ...contacts } = createMemoryContacts(nextKey, marketing);
  const { rows: appointmentRows, ...appointments } = createMemoryAppointments(settle);
  const orders: Order[] = [];
  const products: ProductRecord[] = [];
  const spendRows: SpendRecord[] = [];
  const feedbackRows: FeedbackRecord[] = [];
  const seenProducts = new Map<string, { version: number; rows: readonly ProductRecord[] }>();

  const inUse = (contactKey: number) =>
    [...orders, ...appointmentRows].some((row) => row.contactKey === contactKey) ||
    contacts.isLinked(contactKey) ||
    isOfUse(contactKey);
  const batches = createMemoryBatches(
    { customers: contactRows, orders, products, spend: spendRows, feedback: feedbackRows },
    inUse,
    nextKey,
  );
  const { dropFeedback, ageFeedback, ...feedback } = createMemoryFeedback(feedbackRows, batches, addToOutbox);

  const saveOrder = (draft: Parameters<typeof withOrderDraft>[1], write: RecordWrite) =>
    batches.save('orders', write, {
      find: () => orders.find((order) => order.site === write.site && order.number === draft.number) ?? null,
      make(before) {
        const customer = draft.customer;
        const placedAt = draft.placedAt ?? before?.placedAt ?? write.at;
        const contact =
          customer === undefined
            ? null
            : batches.note(write, saveContact.steps({ ...customer, customerSince: placedAt }, write)).record;
        return withOrderDraft(before, draft, { site: write.site, contactKey: contact?.key ?? null, at: write.at });
      },
    });

  const orderStore: OrderStore = {
    findOrder: async (site, number) => orders.find((order) => order.site === site && order.number === number) ?? null,
    saveOrders: async (drafts, write) => drafts.map((draft) => saveOrder(draft, write)),
    ordersOfContact: async (site, contactKey, limit) =>
      orders
        .filter((order) => order.site === site && order.contactKey === contactKey)
        .sort((a, b) => b.placedAt - a.placedAt || b.key - a.key)
        .slice(0, limit),
    orders: async (site, { before = Infinity, limit }) =>
      orders
        .filter((order) => order.site === site && order.key < before)
        .sort((a, b) => b.key - a.key)
        .slice(0, limit),
  };
  const productStore: ProductStore = {
    findProduct: async (site, id) => products.find((product) => product.site === site && product.id === id) ?? null,
    saveProducts: async (drafts, write) =>
      drafts.map((draft) =>
        batches.save('products', write, {
          find: () => products.find((product) => product.site === write.site && product.id === draft.id) ?? null,
          make: (before) => withProductDraft(before, draft, write.site),
        }),
      ),
    products: async (site, { after = '', limit }) =>
      products
        .filter((product) => product.site === site && product.id > after)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit),
    // Rows are replaced and never written into: what is there tells its changes apart.
    async productsVersion(site) {
      const now = products.filter((product) => product.site === site);
      const seen = seenProducts.get(site) ?? { version: 0, rows: [] };
      const same = now.length === seen.rows.length && now.every((row, at) => row === seen.rows[at]);
      if (!same) seenProducts.set(site, { version: seen.version + 1, rows: now });
      return same ? seen.version : seen.version + 1;
    },
    async deleteProduct(site, id) {
      const at = products.findIndex((product) => product.site === site && product.id === id);
      if (at !== -1) products.splice(at, 1);
      return at !== -1;
    },
  };
  const batchStore: BatchStore = batches.store;
  const { isLinked: _isLinked, dropContacts, moveLinks, merged, ...contactStore } = contacts;
  return {
    ageFeedback,
    allAppointments: () => appointmentRows,
    mergeable: {
      contacts: contactRows,
      merged,
      movers: {
        visitors: moveLinks,
        orders: (from, to, only) => moveRows(orders, from, to, only),
        appointments: (from, to, only) => moveRows(appointmentRows, from, to, only),
      },
    },
    dropRecords(contactKeys, visitorKeys) {
      const emails = contactRows.flatMap(({ key, email, verified }) =>
        verified && email !== null && contactKeys.includes(key) ? [email] : [],
      );
      const said = dropFeedback(contactRows, contactKeys);
      const own = orders.filter(
        ({ contactKey, email }) =>
          (contactKey !== null && contactKeys.includes(contactKey)) ||
          (contactKey === null && email !== null && emails.includes(email)),
      );
      for (const order of own) {
        orders[orders.indexOf(order)] = {
          ...order,
          contactKey: null,
          email: null,
          statusText: null,
          trackingUrl: null,
        };
      }
      const booked = appointmentRows.filter(
        ({ contactKey, conversationKey }) =>
          (contactKey !== null && contactKeys.includes(contactKey)) ||
          (conversationKey !== null && visitorKeys.includes(conversationKey)),
      );
      for (const appointment of booked) appointmentRows.splice(appointmentRows.indexOf(appointment), 1);
      const traces =
        batches.dropTraces('customers', contactKeys) +
        batches.dropTraces(
          'orders',
          own.map(({ key }) => key),
        ) +
        batches.dropTraces('feedback', said);
      return {
        erased: {
          appointment: booked.length,
          batch_row: traces,
          feedback: said.length,
          ...dropContacts(contactKeys, visitorKeys),
        },
        anonymised: { shop_order: own.length },
      };
    },
    ...contactStore,
    saveContacts: async (drafts, write) =>
      drafts.map((draft) => batches.save('customers', write, saveContact.steps(draft, write))),
    ...orderStore,
    ...productStore,
    ...createMemorySpend(spendRows, batches),
    ...feedback,
    ...appointments,
    ...batchStore,
  };
}
