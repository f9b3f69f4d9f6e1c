import type {
  Appointment,
  Conversation,
  ExportPage,
  ExportStore,
  InboxRow,
  StoredMail,
  StoredMove,
  StoredPromise,
} from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import { toConversation } from './conversations/conversation-rows.ts';
import type { ConversationRow } from './conversations/conversation-rows.ts';
import { APPOINTMENT_COLUMNS, toAppointment } from './records/appointments.ts';
import type { AppointmentRow } from './records/appointments.ts';
import type { SiteKeys } from './sites.ts';
import { reading } from './database/storage-failure.ts';
import { SURVEY_COLUMNS, toSurveyRequest } from './surveys/survey-rows.ts';
import type { SurveyRow } from './surveys/survey-rows.ts';
import { TICKET_COLUMNS, toTicket } from './tickets/ticket-rows.ts';
import type { TicketRow } from './tickets/ticket-rows.ts';
import { VISITOR_COLUMNS, toVisitor } from './visitors/visitor-rows.ts';
import type { VisitorRow } from './visitors/visitor-rows.ts';

/** Walks whole tables by their numbers, so that no page sorts and nothing is read twice. */
export function createExportStore(db: Database, sites: SiteKeys): ExportStore {
  // An index by site would have to be sorted for each page; a table lies in the order of its numbers.
  const walk = <Row>(table: string, columns: string) =>
    db.prepare<[number, number, number], Row>(
      `SELECT ${columns} FROM ${table} NOT INDEXED WHERE key > ? AND site = ? ORDER BY key LIMIT ?`,
    );
  const conversations = walk<ConversationRow>('conversation', '*');
  const tickets = walk<TicketRow>('ticket', TICKET_COLUMNS);
  const appointments = walk<AppointmentRow>('appointment', APPOINTMENT_COLUMNS);
  const surveys = walk<SurveyRow>('survey_request', SURVEY_COLUMNS);
  const mails = walk<StoredMail>('sent_mail', 'key, at, address, about');
  const promises = walk<StoredPromise>(
    'promise',
    `key, conversation AS conversationKey, made_at AS madeAt, due_at AS dueAt,
     CASE WHEN kept_at IS NOT NULL THEN 'kept' WHEN broken_at IS NOT NULL THEN 'broken'
       WHEN withdrawn_at IS NOT NULL THEN 'withdrawn' ELSE 'open' END AS outcome`,
  );
  const moves = walk<Omit<StoredMove, 'byRules'> & { byRules: number }>(
    'life_move',
    'key, contact AS contactKey, at, from_stage AS "from", to_stage AS "to", by_rules AS byRules',
  );
  const visitor = db.prepare<[number], VisitorRow>(`SELECT ${VISITOR_COLUMNS} FROM visitor WHERE key = ?`);

  const pages =
    <Row, T>(
      statement: { all(after: number, site: number, limit: number): Row[] },
      make: (row: Row, site: string) => T,
    ) =>
    (site: string, { after, limit }: ExportPage): Promise<T[]> =>
      reading(() => statement.all(after, sites.find(site) ?? 0, limit).map((row) => make(row, site)));
  const inboxRow = (row: ConversationRow, site: string): InboxRow => {
    const conversation: Conversation = toConversation(row, site);
    const found = visitor.get(row.key);
    // Both are written as one, and go as one.
    if (found === undefined) throw new Error(`conversation ${row.key} has no visitor`);
    return { conversation, visitor: toVisitor(found, site) };
  };
  return {
    conversationsAfter: pages(conversations, inboxRow),
    ticketsAfter: pages(tickets, toTicket),
    appointmentsAfter: pages(appointments, (row, site): Appointment => toAppointment(row, site)),
    surveysAfter: pages(surveys, toSurveyRequest),
    mailsAfter: pages(mails, (mail) => mail),
    promisesAfter: pages(promises, (promise) => promise),
    movesAfter: pages(moves, (move): StoredMove => ({ ...move, byRules: move.byRules === 1 })),
  };
}
