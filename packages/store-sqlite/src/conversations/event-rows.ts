import type { BotReason, LogEntry, StoredEvent } from '@solodesk/core';

/** A row of `event`, as `.raw()` gives it: the columns of `EVENT_COLUMNS`. */
export type EventRow = [
  id: number,
  conversation: number,
  seq: number,
  at: number,
  type: number,
  text: string | null,
  clientId: string | null,
  extra: string | null,
  reason: string | null,
];

export const EVENT_COLUMNS = 'id, conversation, seq, at, type, text, client_id, extra, reason';

/** `event.type` is a place in this list: it only ever grows, at its end. */
export const ENTRY_TYPES = [
  'visitor_message',
  'bot_message',
  'owner_message',
  'handoff',
  'takeover',
  'hand_back',
  'closed',
  'reopened',
  'erased',
  'ticket',
] as const satisfies readonly LogEntry['type'][];

export const VISITOR_MESSAGE = 0;
export const BOT_MESSAGE = 1;
export const CLOSED = 6;

/** What an entry comes to in columns: `extra` is JSON of what has no column of its own. */
export interface EntryColumns {
  readonly type: number;
  readonly text: string | null;
  readonly clientId: string | null;
  readonly extra: string | null;
}

export function typeNumber({ type }: LogEntry): number {
  return ENTRY_TYPES.indexOf(type);
}

export function entryColumns(entry: LogEntry): EntryColumns {
  const type = typeNumber(entry);
  switch (entry.type) {
    case 'visitor_message': {
      const { intent, attachments } = entry;
      const bare = intent === undefined && attachments === undefined;
      const extra = bare ? null : JSON.stringify({ intent, attachments });
      return { type, text: entry.text, clientId: entry.clientId, extra };
    }
    case 'owner_message': {
      const { name, attachments } = entry;
      return { type, text: entry.text, clientId: entry.clientId, extra: JSON.stringify({ name, attachments }) };
    }
    case 'bot_message': {
      const { replyTo, quickReplies, links, ask } = entry;
      return { type, text: entry.text, clientId: null, extra: JSON.stringify({ replyTo, quickReplies, links, ask }) };
    }
    case 'closed':
      return { type, text: null, clientId: entry.clientId ?? null, extra: JSON.stringify({ by: entry.by }) };
    default: {
      const { type: _, ...rest } = entry;
      return { type, text: null, clientId: null, extra: JSON.stringify(rest) };
    }
  }
}

export function toStoredEvent(row: EventRow): StoredEvent {
  const [id, conversationKey, seq, at, type, text, clientId, extra, reason] = row;
  const entry = {
    type: ENTRY_TYPES[type],
    ...(text !== null && { text }),
    ...(clientId !== null && { clientId }),
    ...(extra !== null && (JSON.parse(extra) as object)),
  } as LogEntry;
  const event = { id, conversationKey, seq, at, entry };
  return reason === null ? event : { ...event, reason: JSON.parse(reason) as BotReason };
}
