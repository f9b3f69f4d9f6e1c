import type { Ticket, TicketState } from '@solodesk/core';

/** A row of `ticket`, without what it is searched by. */
export interface TicketRow {
  key: number;
  site: number;
  number: number;
  id: string;
  conversation: number | null;
  contact: number | null;
  version: number;
  state: TicketState;
  category: string;
  priority: number;
  created_at: number;
  updated_at: number;
  due_at: number | null;
  solved_at: number | null;
  rescore_at: number | null;
  body: string;
}

export const TICKET_COLUMNS =
  'key, site, number, id, conversation, contact, version, state, category, priority, ' +
  'created_at, updated_at, due_at, solved_at, rescore_at, body';

/** What a row has a column of its own for. */
type InColumns =
  | 'key'
  | 'site'
  | 'number'
  | 'id'
  | 'conversationKey'
  | 'contactKey'
  | 'version'
  | 'state'
  | 'category'
  | 'priority'
  | 'createdAt'
  | 'updatedAt'
  | 'dueAt'
  | 'solvedAt'
  | 'rescoreAt';

type Body = Omit<Ticket, InColumns>;

/** What was read last, by ticket: each message of a conversation reads its tickets, and hardly one changes them. */
const known = new Map<number, { row: TicketRow; ticket: Ticket }>();
const MOST_KNOWN = 500;

export function toTicket(row: TicketRow, site: string): Ticket {
  const before = known.get(row.key);
  if (before !== undefined && before.ticket.site === site && isSame(before.row, row)) return before.ticket;
  const ticket = made(row, site);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(row.key, { row, ticket });
  return ticket;
}

function isSame(before: TicketRow, row: TicketRow): boolean {
  for (const column in row) if (before[column as keyof TicketRow] !== row[column as keyof TicketRow]) return false;
  return true;
}

function made(row: TicketRow, site: string): Ticket {
  return {
    ...(JSON.parse(row.body) as Body),
    key: row.key,
    site,
    number: row.number,
    id: row.id,
    conversationKey: row.conversation,
    contactKey: row.contact,
    version: row.version,
    state: row.state,
    category: row.category,
    priority: row.priority,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    dueAt: row.due_at,
    solvedAt: row.solved_at,
    rescoreAt: row.rescore_at,
  };
}

/** JSON of what has no column. */
export function ticketBody(ticket: Ticket): string {
  const { key, site, number, id, conversationKey, contactKey, version, state, ...rest } = ticket;
  const { category, priority, createdAt, updatedAt, dueAt, solvedAt, rescoreAt, ...body } = rest;
  return JSON.stringify(body satisfies Body);
}
