import type { Link, QuickReply } from '../faq.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';
import type { TicketDraft } from '../ticket/ticket-draft.ts';

/** What becomes of the open form when a step of its action has run. */
export type AfterAction =
  | { readonly kind: 'end' }
  /** The visitor chooses among the buttons. */
  | { readonly kind: 'choose'; readonly moves?: string; readonly day?: string }
  /** A detail is asked for once more. */
  | {
      readonly kind: 'ask';
      readonly slot: string;
      /** Details that were wrong. */
      readonly empty: readonly string[];
      /** Details that the owner's system gives. */
      readonly slots: Readonly<Record<string, string>>;
    };

/** What a step of an action comes to: data, told and saved in one turn. */
export interface ActionOutcome {
  readonly text: string;
  readonly links: readonly Link[];
  readonly buttons: readonly QuickReply[];
  readonly after: AfterAction;
  readonly ticket?: TicketDraft;
  readonly outbox: readonly OutboxEntry[];
}

export function told(text: string, more: Partial<Omit<ActionOutcome, 'text'>> = {}): ActionOutcome {
  return { links: [], buttons: [], after: { kind: 'end' }, outbox: [], ...more, text };
}
