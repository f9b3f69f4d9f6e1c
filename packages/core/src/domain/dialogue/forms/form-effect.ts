import type { QuickReply } from '../../faq.ts';
import type { TicketDraft } from '../../ticket/ticket-draft.ts';
import type { SlotType } from './form.ts';
import type { NextForm, SlotValue } from './form-state.ts';

/** What the bot's message asks for, so that the widget can offer a fitting input. Plain typing answers it as well. */
export interface Ask {
  slot: string;
  type: SlotType | 'confirm';
  /** Why it is asked for, in the visitor's language. */
  purpose: string;
  /** Days that may be chosen, `YYYY-MM-DD`, both included. */
  min?: string;
  max?: string;
  /** Of a date: a time of day belongs to it. */
  time?: true;
}

/** What a step of a form comes to besides its state: data, carried out by others. */
export type FormEffect =
  | { type: 'say'; text: string; quickReplies: QuickReply[]; ask?: Ask }
  /** The question that the visitor asked in between is answered here. */
  | { type: 'aside' }
  /** What the visitor asked in between has no answer: it is the owner's to see. */
  | { type: 'unanswered' }
  | { type: 'ticket'; draft: TicketDraft }
  | { type: 'action'; name: string; slots: Readonly<Record<string, SlotValue>> }
  /** A person is called. */
  | { type: 'handoff' }
  | FormEnding;

/** The form is over; `next` begins after it, and `later` follow, with what is known by now. */
export interface FormEnding {
  type: 'end';
  how: 'sent' | 'cancelled' | 'left';
  next: NextForm | null;
  later: readonly NextForm[];
  known: Readonly<Record<string, SlotValue>>;
}
