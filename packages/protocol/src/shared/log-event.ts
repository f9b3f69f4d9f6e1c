import { z } from 'zod';
import { attachmentSchema } from './attachment.ts';

export const localeSchema = z.enum(['en', 'zh']);
export type Locale = z.infer<typeof localeSchema>;

/**
 * Intents that a quick reply may carry besides the site's own: ask for a person; from waiting, go on with the bot.
 */
export const ACTION_INTENTS = { person: 'solodesk.person', resumeBot: 'solodesk.resume-bot' } as const;

export const conversationStateSchema = z.enum(['bot', 'waiting', 'owner', 'closed']);
export type ConversationState = z.infer<typeof conversationStateSchema>;

export const quickReplySchema = z.object({ label: z.string(), intent: z.string().optional() });
export type QuickReply = z.infer<typeof quickReplySchema>;

export const linkSchema = z.object({ label: z.string(), url: z.string() });
export type Link = z.infer<typeof linkSchema>;

/** What a bot's message asks for, so that the widget can offer a fitting input; plain typing answers it as well. */
export const askSchema = z.object({
  /** The slot's name, or `confirm`. */
  slot: z.string(),
  type: z.enum(['text', 'choice', 'email', 'phone', 'date', 'order', 'amount', 'product', 'file', 'confirm']),
  /** Why it is asked for, in the visitor's language. */
  purpose: z.string(),
  /** Of a date: the days that may be chosen, `YYYY-MM-DD`, both included. */
  min: z.string().optional(),
  max: z.string().optional(),
  /** Of a date: a time of day belongs to it. */
  time: z.literal(true).optional(),
});
export type Ask = z.infer<typeof askSchema>;
/** `new` and `open` are both unsettled; `waiting` is for the visitor; `closed` is final. */
export const ticketStateSchema = z.enum(['new', 'open', 'waiting', 'solved', 'closed']);
export type TicketState = z.infer<typeof ticketStateSchema>;

const logged = {
  /** Position in its conversation, from 1 without holes. */
  seq: z.number().int().positive(),
  /** UTC milliseconds. */
  at: z.number().int(),
};

/** With files the text may be empty. */
const files = { attachments: z.array(attachmentSchema).optional() };

/** What visitor and owner both see, in the order in which it happened. */
export const logEventSchema = z.discriminatedUnion('type', [
  z.object({ ...logged, ...files, type: z.literal('visitor_message'), text: z.string(), clientId: z.string() }),
  z.object({
    ...logged,
    type: z.literal('bot_message'),
    text: z.string(),
    /** The visitor's message that this answers; absent when the bot speaks by itself. */
    replyTo: z.number().int().optional(),
    quickReplies: z.array(quickReplySchema).optional(),
    links: z.array(linkSchema).optional(),
    ask: askSchema.optional(),
  }),
  z.object({
    ...logged,
    ...files,
    type: z.literal('owner_message'),
    text: z.string(),
    name: z.string(),
    clientId: z.string(),
  }),
  z.object({ ...logged, type: z.literal('handoff'), reason: z.enum(['asked', 'unsure', 'emergency']) }),
  z.object({ ...logged, type: z.literal('takeover'), name: z.string() }),
  z.object({ ...logged, type: z.literal('hand_back'), by: z.enum(['owner', 'visitor']) }),
  z.object({ ...logged, type: z.literal('closed'), by: z.enum(['owner', 'visitor', 'idle']) }),
  z.object({ ...logged, type: z.literal('reopened') }),
  /** A request of this conversation was given a number (`name` is what people call it), or is in another state. */
  z.object({
    ...logged,
    type: z.literal('ticket'),
    number: z.number().int().positive(),
    name: z.string(),
    state: ticketStateSchema,
    reopened: z.literal(true).optional(),
    /** The visitor took it back. */
    withdrawn: z.literal(true).optional(),
  }),
  /** Where something was erased: its place in the order, and nothing else. */
  z.object({ ...logged, type: z.literal('erased') }),
]);
export type LogEvent = z.infer<typeof logEventSchema>;
