import { flatRows } from '../domain/export/export-rows.ts';
import type { ExportKind, FlatRow, MomentWriter } from '../domain/export/export-rows.ts';
import type { FaqBook } from '../domain/faq.ts';
import type { Site } from '../domain/site.ts';
import type { FeedbackPlace } from '../ports/feedback-store.ts';
import type { Store } from '../ports/store.ts';

/** Rows that are read, and held, at a time. */
const PAGE = 500;

export interface ExportSource {
  readonly store: Store;
  readonly site: Pick<Site, 'id' | 'ticketPrefix'>;
  readonly faqs: FaqBook | null;
  readonly moment: MomentWriter;
}

/** All rows of one kind, page by page: never more than a page of them is in memory. What changes meanwhile may be as before or after. */
export async function* exportRows(source: ExportSource, kind: ExportKind): AsyncGenerator<FlatRow[]> {
  const { store, faqs } = source;
  const site = source.site.id;
  const row = flatRows(source.moment);
  const customerId = customerIds(store, site);
  switch (kind) {
    case 'customers':
      for await (const page of down((before) => store.contacts(site, paged(before)))) yield page.map(row.customer);
      return;
    case 'orders':
      for await (const page of down((before) => store.orders(site, paged(before)))) {
        yield await Promise.all(page.map(async (order) => row.order(order, await customerId(order.contactKey))));
      }
      return;
    case 'products':
      for (let after: string | undefined; ;) {
        const page = await store.products(site, { limit: PAGE, ...(after !== undefined && { after }) });
        yield page.map(row.product);
        after = page.at(-1)?.id;
        if (page.length < PAGE) return;
      }
    case 'conversations':
      for (const filter of ['open', 'closed'] as const) {
        for (let before: number | undefined; ;) {
          const page = await store.inbox(site, { filter, limit: PAGE, ...(before !== undefined && { before }) });
          yield page.map(({ conversation, visitor }) => row.conversation(conversation, visitor));
          before = page.at(-1)?.conversation.lastAt;
          if (page.length < PAGE) break;
        }
      }
      return;
    case 'messages':
      for (let cursor = 0; ;) {
        const page = await store.eventsAfter(site, cursor, PAGE);
        const rows = await store.rows(site, [...new Set(page.map(({ conversationKey }) => conversationKey))]);
        const ids = new Map(rows.map(({ conversation }) => [conversation.key, conversation.id]));
        yield page.flatMap((event) => {
          const conversation = ids.get(event.conversationKey);
          // A tombstone stands for nothing that could be exported.
          return conversation === undefined ? [] : [row.message(conversation, event)];
        });
        cursor = page.at(-1)?.id ?? cursor;
        if (page.length < PAGE) return;
      }
    case 'tickets':
      for (let after: number | undefined; ;) {
        const page = await store.tickets(site, { filter: 'all', limit: PAGE, ...(after !== undefined && { after }) });
        const prefix = source.site.ticketPrefix;
        yield await Promise.all(page.map(async (one) => row.ticket(one, prefix, await customerId(one.contactKey))));
        after = page.at(-1)?.key;
        if (page.length < PAGE) return;
      }
    case 'appointments': {
      const booked = await store.appointmentsBetween(site, { from: 0, to: Number.MAX_SAFE_INTEGER });
      yield await Promise.all(booked.map(async (one) => row.appointment(one, await customerId(one.contactKey))));
      return;
    }
    case 'scores':
      yield (await store.scores(site, 0, Number.MAX_SAFE_INTEGER)).map(row.score);
      return;
    case 'feedback':
      for (let before: FeedbackPlace | undefined; ;) {
        const page = await store.feedback(site, { limit: PAGE, ...(before !== undefined && { before }) });
        yield page.map(row.feedback);
        before = page.at(-1);
        if (page.length < PAGE) return;
      }
    case 'spend':
      yield (await store.spend(site, { from: '0000-00', to: '9999-99' })).map(row.spend);
      return;
    case 'faqs':
      yield [...(faqs?.faqs.values() ?? [])].map(row.faq);
  }
}

const paged = (before: number | undefined) => ({ limit: PAGE, ...(before !== undefined && { before }) });

async function* down<T extends { readonly key: number }>(
  read: (before: number | undefined) => Promise<T[]>,
): AsyncGenerator<T[]> {
  for (let before: number | undefined; ;) {
    const page = await read(before);
    yield page;
    before = page.at(-1)?.key;
    if (page.length < PAGE) return;
  }
}

/** Ids of contacts by the store's numbers; the last ones are remembered, as orders of one customer often lie together. */
function customerIds(store: Store, site: string): (key: number | null) => Promise<string | null> {
  const known = new Map<number, string | null>();
  return async (key) => {
    if (key === null) return null;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= PAGE) known.clear();
    const id = (await store.findContact(site, { key }))?.id ?? null;
    known.set(key, id);
    return id;
  };
}
