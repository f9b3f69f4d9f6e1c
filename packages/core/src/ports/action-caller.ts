import type { CallAction, CallReply } from '../domain/action/site-action.ts';
import type { Locale } from '../domain/locale.ts';

/** What an owner's system is told. */
export interface ActionCall {
  readonly site: string;
  readonly action: CallAction;
  /** The same for each repeat. */
  readonly key: string;
  readonly locale: Locale;
  /** What the form gave, by slot. */
  readonly slots: Readonly<Record<string, string>>;
  /** The id of a customer whose identity is signed; null for all others. */
  readonly customer: string | null;
}

/** `again`: another attempt may come to something. */
export type CallOutcome =
  | { readonly kind: 'answered'; readonly reply: CallReply }
  | { readonly kind: 'failed'; readonly reason: string; readonly again: boolean };

/** Asks the systems of owners. Never throws: what goes wrong is a call that failed. */
export interface ActionCaller {
  call(call: ActionCall): Promise<CallOutcome>;
}
