import { z } from 'zod';
import type { Ack, ErrorKind } from '../shared/error-kind.ts';
import type { QueueItem } from './queue.ts';
import { cannedUpSchemas } from './canned.ts';
import type { CannedReply } from './canned.ts';
import { noteUpSchemas } from './notes.ts';
import type { ConversationNote, EarlierAnswer } from './notes.ts';
import { queueUpSchemas } from './queue.ts';
import { ticketEdit, ticketListUpSchemas } from './ticket-list.ts';
import type { TicketView } from './ticket-list.ts';
import { filesSchema, messageTextSchema, saysSomething, wordsSchema } from '../visitor/up.ts';
import type {
  ConversationDetail,
  ConversationSummary,
  FileProblem,
  OwnerEvent,
  OwnerPresence,
  TicketDetail,
  TicketSummary,
  TicketTarget,
} from './down.ts';

const site = z.string().max(40);
const conversation = z.uuid();
const inConversation = { site, conversation };
/** A `seq` of a conversation's log. */
const place = z.number().int().positive().optional();
const ofTicket = { site, number: z.number().int().positive() };

/** What a console says in `auth`; who it is comes from its session cookie. */
export const ownerHandshakeSchema = z.object({ v: z.number().int() });
export type OwnerHandshake = z.infer<typeof ownerHandshakeSchema>;

/** Which conversations an inbox shows. `open` is everything that is not closed. */
export const inboxFilterSchema = z.enum(['waiting', 'open', 'closed']);
export type InboxFilter = z.infer<typeof inboxFilterSchema>;

/** What a console may say, by event name. Each is acknowledged, and membership of `site` is checked each time. */
export const ownerUpSchemas = {
  /** The newest conversations of a filter (all three filters share one cursor); subscribes this socket to the site. */
  inbox: z.object({ site, filter: inboxFilterSchema, before: z.number().int().optional() }),
  /** What happened on the site after `cursor`, a page at a time. */
  sync: z.object({ site, cursor: z.number().int().min(0) }),
  /** A conversation with a page of its log: its newest events, those before or after a `seq`, or those around it. */
  open: z
    .object({ ...inConversation, before: place, after: place, around: place })
    .refine(({ before, after, around }) => [before, after, around].filter((one) => one !== undefined).length <= 1, {
      message: 'only one of before, after and around',
    }),
  /** `ticket`: the number of the one that it answers; left out, the one that was touched last. */
  reply: z
    .object({
      ...inConversation,
      clientId: z.uuid(),
      text: wordsSchema,
      ticket: z.number().int().positive().optional(),
      attachments: filesSchema.optional(),
    })
    .refine(saysSomething, { message: 'empty', path: ['text'] }),
  takeover: z.object(inConversation),
  hand_back: z.object(inConversation),
  close: z.object(inConversation),
  seen: z.object({ ...inConversation, seq: z.number().int().min(0) }),
  typing: z.object({ ...inConversation, on: z.boolean() }),
  /** Blocks the visitor (`spam` says why), or lifts the block. A blocked visitor's messages are refused. */
  block: z.object({ ...inConversation, blocked: z.boolean(), spam: z.boolean() }),
  /** `auto`: here while there is activity in the console; the others are the owner's own word. */
  presence: z.object({ site, mode: z.enum(['auto', 'here', 'away']) }),
  ...ticketListUpSchemas,
  ticket: z.object(ofTicket),
  /** Changes what is given. */
  ticket_change: z.object({ ...ofTicket, ...ticketEdit }),
  /** Offers something to make good for a complaint: remedies of the site of which the customer takes one, or words of the owner's own. */
  ticket_offer: z.object({
    ...ofTicket,
    offer: z.union([
      z.strictObject({ remedies: z.array(z.string().min(1).max(40)).min(1).max(4) }),
      z.strictObject({ text: z.string().trim().min(1).max(300) }),
    ]),
  }),
  /** A remark that only the console shows. */
  ticket_note: z.object({ ...ofTicket, text: messageTextSchema }),
  ...queueUpSchemas,
  ...cannedUpSchemas,
  ...noteUpSchemas,
  /** The owner touched the console; at most one a minute is needed. */
  activity: z.object({ site }),
};

export type OwnerUp = { [E in keyof typeof ownerUpSchemas]: z.infer<(typeof ownerUpSchemas)[E]> };

export interface OwnerAcks {
  inbox: Ack<{
    conversations: ConversationSummary[];
    /** More of this filter exist before the last one's `lastAt`. */
    more: boolean;
    /** Where `sync` goes on from. */
    cursor: number;
    waiting: number;
    presence: OwnerPresence;
    problems: FileProblem[];
  }>;
  sync: Ack<{ events: OwnerEvent[]; conversations: ConversationSummary[]; cursor: number; more: boolean }>;
  /** `more`: there are older events than these; newer ones are there where the conversation's `lastSeq` says so. */
  open: Ack<{ conversation: ConversationDetail; events: OwnerEvent[]; more: boolean; notes: ConversationNote[] }>;
  reply: Ack<{ seq: number }>;
  takeover: Ack;
  hand_back: Ack;
  close: Ack;
  seen: Ack;
  typing: Ack;
  block: Ack;
  presence: Ack;
  tickets: Ack<{
    tickets: TicketSummary[];
    more: boolean;
    counts: { open: number; waiting: number; solved: number };
    /** Names of the categories that there are, for a choice. */
    categories: string[];
    /** Who else can be given a ticket, as the site's rules name them. */
    targets: TicketTarget[];
    views: TicketView[];
  }>;
  tickets_change: Ack<{ done: number[]; failed: { number: number; kind: ErrorKind }[] }>;
  ticket_view_put: Ack;
  ticket_view_drop: Ack;
  ticket: Ack<{ ticket: TicketDetail }>;
  ticket_change: Ack<{ ticket: TicketDetail }>;
  ticket_offer: Ack<{ ticket: TicketDetail }>;
  ticket_note: Ack<{ ticket: TicketDetail }>;
  queue: Ack<{ version: number; items: QueueItem[] }>;
  /** `until`: when it comes back; null: not by itself. */
  queue_put: Ack<{ until: number | null }>;
  answered_before: Ack<{ found: EarlierAnswer[] }>;
  note_put: Ack;
  note_drop: Ack;
  canned: Ack<{ replies: CannedReply[] }>;
  canned_put: Ack;
  canned_drop: Ack;
  activity: Ack;
}

export type OwnerUpEvents = { [E in keyof OwnerUp]: (body: OwnerUp[E], ack: (answer: OwnerAcks[E]) => void) => void };
