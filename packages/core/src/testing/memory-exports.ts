import type { LifeMove } from '../domain/crm/life-cycle.ts';
import type { Appointment } from '../domain/records/appointment.ts';
import type { SurveyRequest } from '../domain/survey/survey-request.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { ExportPage, ExportStore, StoredPromise } from '../ports/export-store.ts';
import type { SentMail } from './memory-crm.ts';

/** All rows of the parts of the memory store, whatever their site. */
export interface ExportParts extends Pick<ConversationStore, 'inbox'> {
  allTickets(): readonly Ticket[];
  allAppointments(): readonly Appointment[];
  allSurveys(): readonly SurveyRequest[];
  allPromises(): readonly (StoredPromise & { readonly site: string })[];
  sentMails(): readonly SentMail[];
  movesOf(site: string): readonly LifeMove[];
}

/** Cuts pages out of arrays. */
export function createMemoryExports(parts: ExportParts): ExportStore {
  const cut = <T extends { readonly key: number }>(rows: readonly T[], { after, limit }: ExportPage): T[] =>
    rows
      .filter(({ key }) => key > after)
      .sort((one, other) => one.key - other.key)
      .slice(0, limit);
  const ofSite = <T extends { readonly site: string }>(rows: readonly T[], site: string) =>
    rows.filter((row) => row.site === site);
  return {
    async conversationsAfter(site, page) {
      const [open, closed] = await Promise.all(
        (['open', 'closed'] as const).map((filter) => parts.inbox(site, { filter, limit: Infinity })),
      );
      const rows = [...(open ?? []), ...(closed ?? [])].map((row) => ({ ...row, key: row.conversation.key }));
      return cut(rows, page).map(({ key: _, ...row }) => row);
    },
    ticketsAfter: async (site, page) => cut(ofSite(parts.allTickets(), site), page),
    appointmentsAfter: async (site, page) => cut(ofSite(parts.allAppointments(), site), page),
    surveysAfter: async (site, page) => cut(ofSite(parts.allSurveys(), site), page),
    async mailsAfter(site, page) {
      const mails = parts.sentMails().map((mail, index) => ({ ...mail, key: index + 1 }));
      return cut(ofSite(mails, site), page).map(({ site: _, ...mail }) => mail);
    },
    promisesAfter: async (site, page) =>
      cut(ofSite(parts.allPromises(), site), page).map(({ site: _, ...promise }) => promise),
    movesAfter: async (site, page) =>
      cut(
        parts.movesOf(site).map((move, index) => ({ ...move, key: index + 1 })),
        page,
      ),
  };
}
