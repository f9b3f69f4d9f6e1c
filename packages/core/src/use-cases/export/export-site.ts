import { emptyProfile } from '../../domain/crm/profile.ts';
import type { ExportKind, FlatRow } from '../../domain/export/export-kinds.ts';
import { flatRows } from '../../domain/export/export-rows.ts';
import type { FeedbackPlace } from '../../ports/feedback-store.ts';
import { exportIds } from './export-ids.ts';
import { KEPT_READERS } from './export-kept.ts';
import type { KeptKind } from './export-kept.ts';
import { pagesAfter, pagesBefore } from './export-pages.ts';
import { PAGE, conversationsOf, customersOf, ticketsOf } from './export-source.ts';
import type { ExportSource, RowReader } from './export-source.ts';

/** All rows of one kind, page by page: never more than a page of them is in memory. What changes meanwhile may be as before or after. */
export function exportRows(source: ExportSource, kind: ExportKind): AsyncGenerator<FlatRow[]> {
  return { ...RECORD_READERS, ...KEPT_READERS }[kind](source);
}

/** The records of the business, and what was said. */
const RECORD_READERS: Record<Exclude<ExportKind, KeptKind>, RowReader> = {
  async *customers({ store, site: { id }, moment }) {
    const row = flatRows(moment).customer;
    for await (const page of pagesBefore((before) => store.contacts(id, { ...before, limit: PAGE }), PAGE)) {
      const keys = page.map(({ key }) => key);
      const stages = await store.stagesOf(id, keys);
      const noted = await Promise.all(keys.map((key) => store.profile(id, key)));
      yield page.map((one, at) => row(one, noted[at] ?? emptyProfile(one.key), stages.get(one.key) ?? null));
    }
  },

  async *orders({ store, site: { id }, moment }) {
    const row = flatRows(moment).order;
    const ids = exportIds(store, id);
    for await (const page of pagesBefore((before) => store.orders(id, { ...before, limit: PAGE }), PAGE)) {
      yield await Promise.all(page.map(async (one) => row(one, await ids.customer(one.contactKey))));
    }
  },

  async *products({ store, site: { id }, moment }) {
    const row = flatRows(moment).product;
    for (let after: string | undefined; ;) {
      const page = await store.products(id, { limit: PAGE, ...(after !== undefined && { after }) });
      yield page.map(row);
      after = page.at(-1)?.id;
      if (page.length < PAGE) return;
    }
  },

  async *conversations({ store, site: { id }, moment }) {
    const row = flatRows(moment).conversation;
    for await (const page of conversationsOf(store, id)) {
      const of = await customersOf(
        store,
        id,
        page.map(({ visitor }) => visitor.key),
      );
      yield page.map(({ conversation, visitor }) => row(conversation, visitor, of.get(visitor.key) ?? null));
    }
  },

  async *messages({ store, site: { id }, moment }) {
    const row = flatRows(moment).message;
    for (let cursor = 0; ;) {
      const page = await store.eventsAfter(id, cursor, PAGE);
      const rows = await store.rows(id, [...new Set(page.map(({ conversationKey }) => conversationKey))]);
      const ids = new Map(rows.map(({ conversation }) => [conversation.key, conversation.id]));
      yield page.flatMap((event) => {
        const conversation = ids.get(event.conversationKey);
        // A tombstone stands for nothing that could be exported.
        return conversation === undefined ? [] : [row(conversation, event)];
      });
      cursor = page.at(-1)?.id ?? cursor;
      if (page.length < PAGE) return;
    }
  },

  async *tickets({ store, site: { id, ticketPrefix }, moment }) {
    const row = flatRows(moment).ticket;
    const ids = exportIds(store, id);
    for await (const page of ticketsOf(store, id)) {
      yield await Promise.all(
        page.map(async (one) =>
          row(one, ticketPrefix, {
            customer: await ids.customer(one.contactKey),
            conversation: await ids.conversation(one.conversationKey),
          }),
        ),
      );
    }
  },

  async *appointments({ store, site: { id }, moment }) {
    const row = flatRows(moment).appointment;
    const ids = exportIds(store, id);
    for await (const page of pagesAfter((after) => store.appointmentsAfter(id, { after, limit: PAGE }), PAGE)) {
      yield await Promise.all(page.map(async (one) => row(one, await ids.customer(one.contactKey))));
    }
  },

  async *scores({ store, site: { id }, moment }) {
    const row = flatRows(moment).score;
    const ids = exportIds(store, id);
    for await (const page of pagesAfter((after) => store.surveysAfter(id, { after, limit: PAGE }), PAGE)) {
      yield await Promise.all(
        page.map(async (one) =>
          row(one, {
            customer: await ids.customer(one.contactKey),
            conversation: await ids.conversation(one.conversationKey),
          }),
        ),
      );
    }
  },

  async *feedback({ store, site: { id }, moment }) {
    const row = flatRows(moment).feedback;
    for (let before: FeedbackPlace | undefined; ;) {
      const page = await store.feedback(id, { limit: PAGE, ...(before !== undefined && { before }) });
      yield page.map(row);
      before = page.at(-1);
      if (page.length < PAGE) return;
    }
  },

  async *spend({ store, site: { id }, moment }) {
    yield (await store.spend(id, { from: '0000-00', to: '9999-99' })).map(flatRows(moment).spend);
  },

  async *faqs({ faqs, moment }) {
    yield [...(faqs?.faqs.values() ?? [])].map(flatRows(moment).faq);
  },
};
