import type { FlatRow, MomentWriter } from '../../domain/export/export-kinds.ts';
import type { FaqBook } from '../../domain/faq.ts';
import type { Site } from '../../domain/site.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { InboxRow } from '../../ports/conversation-store.ts';
import type { Store } from '../../ports/store.ts';
import { pagesAfter } from './export-pages.ts';

export interface ExportSource {
  readonly store: Store;
  readonly site: Pick<Site, 'id' | 'ticketPrefix'>;
  readonly faqs: FaqBook | null;
  readonly moment: MomentWriter;
}

export type RowReader = (source: ExportSource) => AsyncGenerator<FlatRow[]>;

/** Rows that are read, and held, at a time. */
export const PAGE = 500;

/** Ids of contacts by the numbers of their visitors. */
export async function customersOf(
  store: Store,
  site: string,
  visitors: readonly number[],
): Promise<Map<number, string>> {
  const found = await store.contactsOfVisitors(site, [...new Set(visitors)]);
  return new Map(found.map(({ visitorKey, contact }) => [visitorKey, contact.id]));
}

export function conversationsOf(store: Store, site: string): AsyncGenerator<(InboxRow & { key: number })[]> {
  return pagesAfter(async (after) => {
    const page = await store.conversationsAfter(site, { after, limit: PAGE });
    return page.map((row) => ({ ...row, key: row.conversation.key }));
  }, PAGE);
}

export function ticketsOf(store: Store, site: string): AsyncGenerator<Ticket[]> {
  return pagesAfter((after) => store.ticketsAfter(site, { after, limit: PAGE }), PAGE);
}
