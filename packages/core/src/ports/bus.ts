import type { Conversation } from '../domain/conversation/conversation.ts';
import type { SurveyRequest } from '../domain/survey/survey-request.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import type { StoredEvent } from './conversation-store.ts';

/** What others must hear of, after it is on disk. */
export type Announcement =
  | { kind: 'events'; conversation: Conversation; events: readonly StoredEvent[] }
  | { kind: 'seen'; conversation: Conversation; side: 'owner' | 'visitor' }
  /** A ticket is another one than before, or new. */
  | { kind: 'ticket'; ticket: Ticket }
  /** Somebody may be asked how it was (`request` null), or has answered. */
  | { kind: 'survey'; site: string; visitorKey: number | null; request: SurveyRequest | null }
  /** Something about the visitor changed (identity, page, block). */
  | { kind: 'visitor'; site: string; visitorKey: number };

export interface Bus {
  publish(announcement: Announcement): void;
  /** Returns the way to stop listening. */
  subscribe(listener: (announcement: Announcement) => void): () => void;
}
