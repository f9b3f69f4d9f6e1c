import type { Conversation } from '../conversation/conversation.ts';
import type { Decision } from '../conversation/decision.ts';
import { wordsOf } from '../conversation/words-of.ts';
import type { LogEvent } from '../conversation/log-event.ts';
import type { TicketChange } from '../ticket/ticket.ts';
import { ticketName } from '../ticket/ticket.ts';
import type { WebhookData } from './outbox-entry.ts';

/** Something that webhooks tell of. */
export interface Happening {
  /** Such as `ticket.created`. */
  readonly event: string;
  /** The same whenever it is told. */
  readonly id: string;
  readonly at: number;
  readonly data: WebhookData;
}

const SPEAKERS = { visitor_message: 'visitor', bot_message: 'bot', owner_message: 'owner' } as const;

/**
 * What a decision makes known to the owner's other programs. What is said while a form is open may hold something sensitive,
 * so that its words stay at home; so do sensitive details of tickets.
 * @param ticketPrefix of the site's ticket names.
 */
export function happeningsIn(before: Conversation, decision: Decision, ticketPrefix: string): Happening[] {
  const { next } = decision;
  const told: Happening[] = [];
  if (before.version === 0) {
    const data = { conversation_id: next.id, locale: next.locale };
    told.push({ event: 'conversation.started', id: `${next.id}.started`, at: next.createdAt, data });
  }
  // A form whose details are all in one sentence opens and ends within one turn.
  const asked = decision.tickets?.some(({ expectedVersion }) => expectedVersion === 0) ?? false;
  const inForm = before.form !== null || next.form !== null || asked;
  for (const event of decision.events) {
    const happening = ofEvent(event, next.id, inForm);
    if (happening !== null) told.push(happening);
  }
  for (const change of decision.tickets ?? []) {
    const happening = ticketHappening(change, next.id, ticketPrefix);
    if (happening !== null) told.push(happening);
  }
  return told;
}

function ofEvent({ seq, at, entry }: LogEvent, conversation: string, inForm: boolean): Happening | null {
  const base = { conversation_id: conversation, seq };
  const id = `${conversation}.${seq}`;
  switch (entry.type) {
    case 'visitor_message':
    case 'bot_message':
    case 'owner_message': {
      const text = inForm ? null : wordsOf(entry);
      return { event: 'message.created', id, at, data: { ...base, from: SPEAKERS[entry.type], text, in_form: inForm } };
    }
    case 'handoff':
      return { event: 'handoff', id, at, data: { ...base, reason: entry.reason } };
    case 'closed':
      return { event: 'conversation.closed', id, at, data: { ...base, by: entry.by } };
    default:
      return null;
  }
}

/**
 * @param conversation public id of the conversation that it came from; null for none.
 * @returns null where it is nobody's news.
 */
export function ticketHappening(
  { expectedVersion, next, history }: TicketChange,
  conversation: string | null,
  prefix: string,
): Happening | null {
  // A priority that rises by waiting is nobody's news.
  if (expectedVersion > 0 && history.every(({ what }) => what.type === 'priority')) return null;
  const solved = history.some(({ what }) => what.type === 'state' && what.to === 'solved');
  const event = expectedVersion === 0 ? 'ticket.created' : solved ? 'ticket.solved' : 'ticket.updated';
  const details = next.details
    .filter(({ sensitive }) => !sensitive)
    .map(({ slot, value }) => [`detail_${slot.replace(/\W/g, '_')}`, value] as const);
  return {
    event,
    id: `${next.id}.${next.version}`,
    at: next.updatedAt,
    data: {
      ...Object.fromEntries(details),
      ticket_id: next.id,
      ticket_number: ticketName(prefix, next.number),
      state: next.state,
      // Settled, and by nobody: the customer took it back.
      withdrawn: next.withdrawn ?? false,
      subject: next.subject,
      category: next.category,
      priority: next.priority,
      level: next.level,
      contact_name: next.contact.name ?? null,
      contact_email: next.contact.email ?? null,
      contact_phone: next.contact.phone ?? null,
      conversation_id: conversation,
    },
  };
}
