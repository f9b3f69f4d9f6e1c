import { z } from 'zod';
import { isTooLong, MAX_TRACK_EVENTS, MAX_WORD_CODE_POINTS, MOST_FILES } from '../shared/limits.ts';
import type { Ack } from '../shared/error-kind.ts';
import { localeSchema } from '../shared/log-event.ts';
import type { ConversationState, LogEvent } from '../shared/log-event.ts';
import { identitySchema, pageSchema } from './handshake.ts';

const scalar = z.union([z.string().max(500), z.number(), z.boolean(), z.null()]);

export const trackEventSchema = z.object({
  /** So that a repeated packet counts once. */
  clientId: z.uuid(),
  name: z.string().min(1).max(64),
  props: z.record(z.string().max(64), scalar),
  /** When it happened, UTC milliseconds by the visitor's clock. */
  at: z.number().int(),
  page: z.string().max(2000),
});
export type TrackEvent = z.infer<typeof trackEventSchema>;

export const messageTextSchema = z
  .string()
  .refine((text) => !isTooLong(text), { message: 'too_large' })
  .refine((text) => text.trim() !== '', { message: 'empty' });

/** Of a message with files: may be empty. */
export const wordsSchema = z.string().refine((text) => !isTooLong(text), { message: 'too_large' });
export const filesSchema = z.array(z.uuid()).min(1).max(MOST_FILES);

/** Words, or files with or without words. */
export function saysSomething({ text, attachments }: { text: string; attachments?: string[] | undefined }): boolean {
  return attachments !== undefined || text.trim() !== '';
}

/** What a widget may say, by event name. Each is acknowledged. */
export const visitorUpSchemas = {
  /** A message; or, with `intent`, a pressed quick reply. */
  message: z
    .object({
      clientId: z.uuid(),
      text: wordsSchema,
      intent: z.string().max(200).optional(),
      /** Ids of files that were brought in before. */
      attachments: filesSchema.optional(),
    })
    .refine(saysSomething, { message: 'empty', path: ['text'] }),
  /** Asks for the events after `after`, a page at a time. */
  pull: z.object({ after: z.number().int().min(0) }),
  /** The visitor has seen everything up to `seq`. */
  seen: z.object({ seq: z.number().int().min(0) }),
  typing: z.object({ on: z.boolean() }),
  /** "End chat". */
  end: z.object({ clientId: z.uuid() }),
  /** FAQ questions that fit what is being typed. */
  suggest: z.object({ text: z.string().max(400) }),
  locale: z.object({ locale: localeSchema }),
  identify: identitySchema,
  page: pageSchema,
  /** Wants to hear when a known problem is fixed: in the chat, and by mail where an address is given. */
  await_fix: z.object({ problem: z.uuid(), email: z.email().max(200).optional() }),
  /** How it was: 1 to 10, or null for "I would rather not say"; left out, the word stays as it was. A repeat changes nothing. */
  rate: z.object({
    request: z.uuid(),
    score: z.number().int().min(1).max(10).nullable(),
    word: z
      .string()
      .refine((text) => !isTooLong(text, MAX_WORD_CODE_POINTS), { message: 'too_large' })
      .optional(),
  }),
  track: z.object({ events: z.array(trackEventSchema).min(1).max(MAX_TRACK_EVENTS) }),
};

export type VisitorUp = { [E in keyof typeof visitorUpSchemas]: z.infer<(typeof visitorUpSchemas)[E]> };

export interface Suggestion {
  intent: string;
  question: string;
}

/** A page of the log. `more` says that another follows after its last `seq`. */
export interface LogPage {
  conversation: string | null;
  state: ConversationState;
  events: LogEvent[];
  more: boolean;
  /** The last `seq` that exists; a client that has less pulls again. */
  lastSeq: number;
}

/** What each event is answered with. */
export interface VisitorAcks {
  /** With `at` (UTC milliseconds) the message is in the log like that, and no event tells its sender so again. */
  message: Ack<{ conversation: string; seq: number; at?: number }>;
  pull: Ack<LogPage>;
  seen: Ack;
  typing: Ack;
  end: Ack<{ seq: number }>;
  suggest: Ack<{ suggestions: Suggestion[] }>;
  locale: Ack;
  identify: Ack<{ verified: boolean }>;
  page: Ack;
  await_fix: Ack;
  rate: Ack;
  track: Ack;
}

export type VisitorUpEvents = {
  [E in keyof VisitorUp]: (body: VisitorUp[E], ack: (answer: VisitorAcks[E]) => void) => void;
};
