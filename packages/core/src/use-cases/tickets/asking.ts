import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { SiteKnowledge } from '../../ports/knowledge.ts';

/** Whose words led to a ticket. */
export interface Asking {
  readonly conversation: Conversation;
  /** The visitor's message. */
  readonly text: string;
  /** Of a pressed button. */
  readonly intent?: string;
  readonly knowledge: SiteKnowledge | null;
}
