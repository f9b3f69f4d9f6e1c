import type { ActionPayload } from '../action/action-payload.ts';
import type { PushPayload } from '../notice/alert.ts';
import type { MailPayload } from './mail.ts';

/** A text message, given to the site's own SMS service. */
export interface SmsPayload {
  /** E.164. */
  readonly to: string;
  readonly text: string;
}

/** Flat, because that is what no-code services take as it is. */
export type WebhookData = Readonly<Record<string, string | number | boolean | null>>;

/** Something that happened, for one endpoint. Sensitive details are never part of it. */
export interface WebhookPayload {
  /** The endpoint's id; its address and secret are looked up when it is sent. */
  readonly endpoint: string;
  /** Such as `ticket.created`. */
  readonly event: string;
  /** The same for each endpoint and each attempt, so that a receiver recognises a repeat. */
  readonly id: string;
  /** When it happened. UTC milliseconds. */
  readonly at: number;
  readonly data: WebhookData;
}

interface Payloads {
  mail: MailPayload;
  sms: SmsPayload;
  webhook: WebhookPayload;
  /** A step of a self-service action, whose result the bot tells. */
  action: ActionPayload;
  /** To the devices of somebody at the desk. */
  push: PushPayload;
}

export type OutboxKind = keyof Payloads;

/** What is to be sent, by kind. */
export type OutboxContent = { [K in OutboxKind]: { readonly kind: K; readonly payload: Payloads[K] } }[OutboxKind];

/**
 * Something that is owed to the world outside, saved in the same transaction as what causes it. It is sent at least once,
 * and more than once only where a process died, or a line broke, in the middle of sending.
 */
export type OutboxEntry = OutboxContent & {
  /** A UUID that names it wherever it goes: a mail's Message-ID is made of it. */
  readonly id: string;
  /** What it is about, such as `ticket_received:17`: of one site, kind and key the first entry counts, for good. */
  readonly key: string;
  /** When it is to be sent. UTC milliseconds. */
  readonly dueAt: number;
};
