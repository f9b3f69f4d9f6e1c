import type { Attachment } from '../attachment/attachment.ts';
import type { Ask } from '../dialogue/forms/form-effect.ts';
import type { Link, QuickReply } from '../faq.ts';
import type { TicketState } from '../ticket/ticket.ts';

/** Why the bot said what it said; kept beside the log, shown to the owner only. */
export interface BotReason {
  kind:
    | 'answered'
    | 'suggested'
    | 'pointed'
    | 'unsure'
    | 'handed_off'
    | 'small_talk'
    | 'promised'
    | 'resumed'
    | 'emergency'
    | 'complaint'
    | 'form'
    | 'known_problem'
    | 'problem_fixed'
    /** A request was given a number, or what was said was put with one that is open. */
    | 'ticket';
  guesses: readonly { intent: string; confidence: number }[];
  /** The visitor said in words that nothing of what was offered is it: there was no new question. */
  declined?: true;
  /** The owner says of the message's very words that no FAQ answers them. */
  outOfScope?: true;
  /** The visitor took back the request that was touched last. */
  withdraws?: true;
  /** The form that the message belongs to. */
  form?: string;
  /** The step of an action that failed first, and whose result this tells. */
  run?: string;
  /** The visitor's message that this answers holds a sensitive detail: reports leave it out. */
  sensitive?: true;
  /** The known problem that the message is about. */
  problem?: string;
}

/** What happened in a conversation, as both sides see it. A message with files may have no words. */
export type LogEntry =
  | { type: 'visitor_message'; text: string; clientId: string; intent?: string; attachments?: readonly Attachment[] }
  | { type: 'bot_message'; text: string; replyTo?: number; quickReplies?: QuickReply[]; links?: Link[]; ask?: Ask }
  | { type: 'owner_message'; text: string; name: string; clientId: string; attachments?: readonly Attachment[] }
  | { type: 'handoff'; reason: 'asked' | 'unsure' | 'emergency' }
  | { type: 'takeover'; name: string }
  | { type: 'hand_back'; by: 'owner' | 'visitor' }
  | { type: 'closed'; by: 'owner' | 'visitor' | 'idle'; clientId?: string }
  | { type: 'reopened' }
  /** A ticket of this conversation was made, or is in another state; `name` is what people call it. */
  | { type: 'ticket'; number: number; name: string; state: TicketState; reopened?: true; withdrawn?: true }
  /** `conversation`: all of it is gone, and this was its public id. */
  | { type: 'erased'; conversation?: string };

/** An entry with its place: `seq` counts from 1 without holes in its conversation; `at` is UTC milliseconds. */
export interface LogEvent {
  readonly seq: number;
  readonly at: number;
  readonly entry: LogEntry;
  readonly reason?: BotReason;
}
