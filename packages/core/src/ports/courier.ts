import type { Conversation } from '../domain/conversation/conversation.ts';
import type { LogEvent } from '../domain/conversation/log-event.ts';
import type { PushPayload } from '../domain/notice/alert.ts';
import type { PushDevice } from '../domain/notice/notice-settings.ts';
import type { Locale } from '../domain/locale.ts';
import type { Site } from '../domain/site.ts';
import type { Visitor } from '../domain/visitor.ts';

/** Somebody waits: everything that a mail or a push says about it. */
export interface OwnerCall {
  /** The same for each repeat of the same text, so that a repeat can be recognised. */
  readonly id: string;
  readonly site: Site;
  readonly conversation: Conversation;
  readonly visitor: Visitor;
  /** What was said since the owner's last word, oldest first. */
  readonly events: readonly LogEvent[];
  /** Whether there is more before that than a mail can hold. */
  readonly cut: boolean;
  /** Where the conversation can be answered. */
  readonly link: string;
}

/**
 * What came of a delivery.
 *
 * - `delivered`: the next server has taken it; more cannot be known.
 * - `gone`: the device is not subscribed any more.
 * - `failed`: `permanent` when another attempt would fail as well; `retryAfterMs` when the other side has said when to come
 *   back; `unsure` when it may have arrived all the same.
 */
export type Delivery =
  | { kind: 'delivered' }
  | { kind: 'gone' }
  | { kind: 'failed'; reason: string; permanent: boolean; retryAfterMs?: number; unsure?: boolean };

export interface Recipient {
  address: string;
  locale: Locale;
}

/** Carries messages to the owner. Nothing here throws: what goes wrong is a delivery that failed. */
export interface Courier {
  /** Whether there is a mail server to give mails to. */
  readonly mails: boolean;
  /** One mail to all of them. */
  mailCall(call: OwnerCall, to: readonly Recipient[]): Promise<Delivery>;
  pushCall(call: OwnerCall, to: PushDevice, locale: Locale): Promise<Delivery>;
  /** @param siteName as its customers know it */
  pushAlert(payload: PushPayload, siteName: string, to: PushDevice): Promise<Delivery>;
}
