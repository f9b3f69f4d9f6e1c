import { NO_TICKETS } from '@solodesk/core';
import type { Conversation, ConversationState, DialogueContext, FormState, Locale } from '@solodesk/core';

/** A row of `conversation`, whose key is its visitor's. */
export interface ConversationRow {
  key: number;
  site: number;
  id: string;
  created_at: number;
  version: number;
  state: ConversationState;
  last_seq: number;
  last_at: number;
  bot_due: string;
  unsure_streak: number;
  /** Numbers with commas between them. */
  tickets: string;
  /** JSON. */
  context: string | null;
  /** JSON. */
  form: string | null;
  owner_name: string | null;
  waiting_since: number | null;
  urgent: number;
  last_visitor_at: number;
  promised_for: number | null;
  locale: Locale;
  time_zone: string | null;
  preview: string;
  preview_from: Conversation['previewFrom'];
  unread: number;
  owner_seen_seq: number;
  visitor_seen_seq: number;
}

export function toConversation(row: ConversationRow, site: string): Conversation {
  return {
    key: row.key,
    id: row.id,
    site,
    visitorKey: row.key,
    createdAt: row.created_at,
    version: row.version,
    state: row.state,
    lastSeq: row.last_seq,
    lastAt: row.last_at,
    botDue: row.bot_due === '' ? [] : row.bot_due.split(',').map(Number),
    unsureStreak: row.unsure_streak,
    tickets: row.tickets === '' ? NO_TICKETS : row.tickets.split(',').map(Number),
    context: row.context === null ? null : (JSON.parse(row.context) as DialogueContext),
    form: row.form === null ? null : (JSON.parse(row.form) as FormState),
    ownerName: row.owner_name,
    waitingSince: row.waiting_since,
    urgent: row.urgent === 1,
    lastVisitorAt: row.last_visitor_at,
    promisedFor: row.promised_for,
    locale: row.locale,
    timeZone: row.time_zone,
    preview: row.preview,
    previewFrom: row.preview_from,
    unread: row.unread,
    ownerSeenSeq: row.owner_seen_seq,
    visitorSeenSeq: row.visitor_seen_seq,
  };
}
