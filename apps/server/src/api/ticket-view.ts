import { ticketName } from '@solodesk/core';
import type { Site, Store, Ticket, TicketHistoryEntry } from '@solodesk/core';
import { z } from 'zod';
import { locale, moment, momentOut, told } from './fields.ts';

const localized = z.object({ en: z.string().optional(), zh: z.string().optional() });

/** A ticket as other systems read it. */
export const ticketSchema = z
  .object({
    name: told(z.string(), 'As people call it: SHOP-T17.', '人们使用的编号：SHOP-T17。'),
    number: z.int(),
    id: told(z.uuid(), 'Unique everywhere; webhooks call it `ticket_id`.', '全局唯一；Webhook 中为 `ticket_id`。'),
    state: z.enum(['new', 'open', 'waiting', 'solved', 'closed']),
    subject: z.string(),
    category: z.string(),
    priority: told(z.int(), 'From 0 to 100: the sum of the reasons, within those bounds.', '0 到 100：各项理由之和。'),
    level: z.enum(['urgent', 'high', 'normal', 'low']),
    reasons: z.array(z.object({ name: z.string(), points: z.int(), text: localized })),
    details: z.array(
      z.object({
        slot: z.string(),
        label: z.string(),
        value: told(
          z.string().nullable(),
          'Null for what is sensitive: it never leaves the desk.',
          '敏感内容为 null，绝不外传。',
        ),
        sensitive: z.boolean(),
      }),
    ),
    missing: told(z.array(z.string()), 'Slots that were asked for and left open.', '问过但未填的项目。'),
    contact: z.object({ name: z.string().optional(), email: z.string().optional(), phone: z.string().optional() }),
    customer: told(z.string().nullable(), 'Id of the known customer.', '已知客户的 id。'),
    conversation: told(z.string().nullable(), 'Id of the conversation it came from.', '来源对话的 id。'),
    target: told(
      z.object({ to: z.enum(['owner', 'person', 'address', 'action']), name: z.string().optional() }),
      'Who settles it.',
      '由谁处理。',
    ),
    locale,
    createdAt: momentOut,
    updatedAt: momentOut,
    dueAt: momentOut.nullable(),
    solvedAt: momentOut.nullable(),
    withdrawn: told(
      z.boolean(),
      'Solved as the customer took it back: nobody had to answer.',
      '由客户撤回而结束，无人处理。',
    ),
  })
  .meta({ id: 'Ticket' });

export const ticketDetailSchema = ticketSchema
  .extend({
    history: z.array(
      z.object({
        at: momentOut,
        by: z.enum(['visitor', 'bot', 'time', 'api', 'owner']),
        type: told(
          z.string(),
          'made, state, added, answered, completed, category, routed, note …',
          'made、state、added、answered、completed、category、routed、note 等。',
        ),
        from: z.string().nullable(),
        to: z.string().nullable(),
        text: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'TicketWithHistory' });

export type TicketView = z.output<typeof ticketSchema>;

/** Tickets with what the store knows of their people and conversations, read at once. */
export async function ticketViews(store: Store, site: Site, tickets: readonly Ticket[]): Promise<TicketView[]> {
  const contactKeys = [...new Set(tickets.map(({ contactKey }) => contactKey))].filter((key) => key !== null);
  const conversationKeys = [...new Set(tickets.map(({ conversationKey }) => conversationKey))].filter(
    (key) => key !== null,
  );
  const [contacts, rows] = await Promise.all([
    Promise.all(contactKeys.map((key) => store.findContact(site.id, { key }))),
    conversationKeys.length === 0 ? [] : store.rows(site.id, conversationKeys),
  ]);
  const customers = new Map(contacts.map((contact) => [contact?.key, contact?.id]));
  const conversations = new Map(rows.map(({ conversation }) => [conversation.key, conversation.id]));
  return tickets.map((ticket) => ({
    ...plain(ticket, site.ticketPrefix),
    customer: customers.get(ticket.contactKey ?? undefined) ?? null,
    conversation: conversations.get(ticket.conversationKey ?? 0) ?? null,
  }));
}

function plain(ticket: Ticket, prefix: string): Omit<TicketView, 'customer' | 'conversation'> {
  const { number, id, state, subject, category, priority, level, reasons, details, contact, missing, route } = ticket;
  const { target } = route;
  return {
    ...{ name: ticketName(prefix, number), number, id, state, subject, category, priority, level },
    reasons: reasons.map(({ name, points, text }) => ({ name, points, text: { ...text } })),
    details: details.map(({ slot, label, value, sensitive }) => {
      return { slot, label, value: sensitive ? null : value, sensitive };
    }),
    missing: [...missing],
    contact: { ...contact },
    target: {
      to: target.to,
      ...('name' in target && { name: target.name }),
      ...('action' in target && { name: target.action }),
    },
    locale: ticket.locale,
    createdAt: moment(ticket.createdAt),
    updatedAt: moment(ticket.updatedAt),
    dueAt: moment(ticket.dueAt),
    solvedAt: moment(ticket.solvedAt),
    withdrawn: ticket.withdrawn ?? false,
  };
}

export function historyView({ at, by, what }: TicketHistoryEntry) {
  const change =
    'from' in what ? { from: String(what.from), to: String(what.to) } : { from: null, to: verdictOf(what) };
  return { at: moment(at), by: by.kind, type: what.type, ...change, text: 'text' in what ? what.text : null };
}

function verdictOf(what: TicketHistoryEntry['what']): 'accepted' | 'refused' | null {
  if (what.type !== 'verdict') return null;
  return what.accepted ? 'accepted' : 'refused';
}
