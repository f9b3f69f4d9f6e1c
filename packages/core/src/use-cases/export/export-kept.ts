import type { ExportKind } from '../../domain/export/export-kinds.ts';
import { keptRows } from '../../domain/export/kept-rows.ts';
import { ticketName } from '../../domain/ticket/ticket.ts';
import { exportIds } from './export-ids.ts';
import { pagesAfter, pagesBefore } from './export-pages.ts';
import { PAGE, conversationsOf, customersOf, ticketsOf } from './export-source.ts';
import type { RowReader } from './export-source.ts';

export type KeptKind = Extract<
  ExportKind,
  | 'notes'
  | 'files'
  | 'page_views'
  | 'ticket_history'
  | 'mails'
  | 'promises'
  | 'answer_times'
  | 'moves'
  | 'unanswered'
  | 'canned_replies'
  | 'known_problems'
  | 'figures'
  | 'page_votes'
  | 'consents'
  | 'looks'
  | 'erasures'
  | 'imports'
>;

/** Of what an owner has few of. */
const MOST = 100_000;

/** What is kept beside the records of the business: what happened to them, and what the owner wrote. */
export const KEPT_READERS: Record<KeptKind, RowReader> = {
  async *notes({ store, site: { id }, moment }) {
    const row = keptRows(moment).note;
    for await (const page of conversationsOf(store, id)) {
      const noted = await Promise.all(page.map(({ conversation }) => store.notesOf(id, conversation.key)));
      yield noted.flatMap((notes, at) => notes.map((note) => row(page[at]?.conversation.id ?? '', note)));
    }
  },

  async *files({ store, site: { id }, moment }) {
    const row = keptRows(moment).file;
    for await (const page of conversationsOf(store, id)) {
      const ids = new Map(page.map(({ conversation }) => [conversation.key, conversation.id]));
      const files = await store.uploadsOf(id, [...ids.keys()]);
      yield files.map((file) => row(ids.get(file.conversationKey) ?? '', file));
    }
  },

  async *page_views({ store, site: { id }, moment }) {
    const row = keptRows(moment).pageView;
    const ids = exportIds(store, id);
    for await (const page of pagesBefore((before) => store.trackedOfSite(id, { ...before, limit: PAGE }), PAGE)) {
      const of = await customersOf(
        store,
        id,
        page.map(({ visitorKey }) => visitorKey),
      );
      yield await Promise.all(
        page.map(async (view) =>
          row(view, { visitor: await ids.visitor(view.visitorKey), customer: of.get(view.visitorKey) ?? null }),
        ),
      );
    }
  },

  async *ticket_history({ store, site: { id, ticketPrefix }, moment }) {
    const row = keptRows(moment).happening;
    for await (const page of ticketsOf(store, id)) {
      const all = await Promise.all(page.map(({ key }) => store.ticketHistory(id, key)));
      yield all.flatMap((history, at) =>
        history.map((entry) => row(ticketName(ticketPrefix, page[at]?.number ?? 0), entry)),
      );
    }
  },

  async *mails({ store, site: { id }, moment }) {
    const row = keptRows(moment).mail;
    for await (const page of pagesAfter((after) => store.mailsAfter(id, { after, limit: PAGE }), PAGE))
      yield page.map(row);
  },

  async *promises({ store, site: { id }, moment }) {
    const row = keptRows(moment).promise;
    const ids = exportIds(store, id);
    for await (const page of pagesAfter((after) => store.promisesAfter(id, { after, limit: PAGE }), PAGE)) {
      yield await Promise.all(
        page.map(async (one) =>
          row(one, one.conversationKey === 0 ? null : await ids.conversation(one.conversationKey)),
        ),
      );
    }
  },

  async *answer_times({ store, site: { id }, moment }) {
    yield (await store.replyTimes(id, MOST)).map(keptRows(moment).answerTime);
  },

  async *moves({ store, site: { id }, moment }) {
    const row = keptRows(moment).move;
    const ids = exportIds(store, id);
    for await (const page of pagesAfter((after) => store.movesAfter(id, { after, limit: PAGE }), PAGE)) {
      yield await Promise.all(page.map(async (one) => row(one, await ids.customer(one.contactKey))));
    }
  },

  async *unanswered({ store, site: { id }, moment }) {
    for (const status of ['open', 'added', 'ignored'] as const) {
      yield (await store.unanswered(id, { status, limit: MOST })).map(keptRows(moment).unanswered);
    }
  },

  async *canned_replies({ store, site: { id }, moment }) {
    yield (await store.cannedReplies(id)).map(keptRows(moment).cannedReply);
  },

  async *known_problems({ store, site: { id }, moment }) {
    yield (await store.problems(id, MOST)).map(keptRows(moment).problem);
  },

  async *figures({ store, site: { id }, moment }) {
    for (const period of await store.insightPeriods(id, 'figures')) {
      const found = await store.insightResult(id, 'figures', period);
      if (found !== null) yield [keptRows(moment).figures(found)];
    }
  },

  async *page_votes({ store, site: { id }, moment }) {
    yield (await store.pageVotes(id, { from: '0000-01-01', to: '9999-12-31' })).map(keptRows(moment).pageVote);
  },

  async *consents({ store, site: { id }, moment }) {
    yield (await store.consentTexts(id)).map(keptRows(moment).consent);
  },

  async *looks({ store, site: { id }, moment }) {
    const row = keptRows(moment).look;
    const ids = exportIds(store, id);
    for await (const page of pagesBefore((before) => store.views(id, { ...before, limit: PAGE }), PAGE)) {
      yield await Promise.all(
        page.map(async (one) =>
          row(one, { customer: await ids.customer(one.contact), visitor: await ids.visitor(one.visitor) }),
        ),
      );
    }
  },

  async *erasures({ store, site: { id }, moment }) {
    yield (await store.erasures(id, MOST)).map(keptRows(moment).erasure);
  },

  async *imports({ store, site: { id }, moment }) {
    yield (await store.batches(id, MOST)).map(keptRows(moment).batch);
  },
};
