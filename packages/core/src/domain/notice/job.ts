import type { OutboxContent, OutboxKind } from '../outbox/outbox-entry.ts';

/** How the owner is called. */
export type CallKind = 'owner_push' | 'owner_mail';

/** What a conversation can owe to the world outside: a call of the owner, a mail to the visitor with what they have not seen. */
export type JobKind = CallKind | 'visitor_mail';

/**
 * What a decision changes about the jobs of its conversation, saved in the same transaction. A conversation has at most
 * one job of a kind: what is said while it is due is added to it, because its text is read from the log when it is sent.
 */
export type JobChange =
  | {
      readonly op: 'plan';
      readonly kind: JobKind;
      /** Names the job, among those of its kind, wherever it goes; kept when one is due already. */
      readonly id: string;
      /** When it is due. UTC milliseconds. */
      readonly dueAt: number;
      /** Least time between two deliveries while nobody answers. Milliseconds. */
      readonly gapMs: number;
    }
  | {
      readonly op: 'cancel';
      readonly kind: JobKind;
      /** A person has answered: the next one waits for no gap. */
      readonly answered: boolean;
    };

interface HeldJob {
  /** The store's own number. */
  readonly key: number;
  readonly id: string;
  readonly site: string;
  /** How often it was tried, this time included. */
  readonly attempts: number;
}

/** A conversation's job, whose text is read from the log when it is sent. */
export interface ConversationJob extends HeldJob {
  readonly kind: JobKind;
  readonly conversationKey: number;
  /** Up to which place of the log an earlier delivery told everything; 0 for nothing. */
  readonly sentSeq: number;
}

/** An entry of the outbox, which says itself what to send. */
export type OutboxJob = HeldJob &
  OutboxContent & {
    /** How many earlier attempts began to send it and never told how that ended. */
    readonly begun: number;
  };

/** An entry that goes to somebody outside; an action is run here, and for a push the devices are looked up here. */
export type CarriedJob = Exclude<OutboxJob, { kind: 'action' | 'push' }>;

/** A job whose turn has come, held by whoever has claimed it. */
export type Job = ConversationJob | OutboxJob;

/** An entry of the outbox that was given up, with what it was to say. */
export type DeadEntry = OutboxContent & {
  readonly key: number;
  readonly id: string;
  readonly attempts: number;
  /** Why it failed last. */
  readonly error: string;
  /** When it was given up. UTC milliseconds. */
  readonly at: number;
};

/** A job that was given up: shown to the owner, who can try again or dismiss it. */
export interface DeadJob {
  readonly key: number;
  readonly kind: JobKind | OutboxKind;
  readonly site: string;
  /** Null for an entry of the outbox. */
  readonly conversationKey: number | null;
  readonly attempts: number;
  /** Why it failed last, in the words of whoever refused it. */
  readonly error: string;
  readonly at: number;
}
