/** What can be owed to the world outside: a push to the owner's devices, a mail to the owner. */
export type JobKind = 'owner_push' | 'owner_mail';

/**
 * What a decision changes about the jobs of its conversation, saved in the same transaction. A conversation has at most
 * one job of a kind: what is said while it is due is added to it, because its text is read from the log when it is sent.
 */
export type JobChange =
  | {
      readonly op: 'plan';
      readonly kind: JobKind;
      /** Names the job wherever it goes; kept when one is due already. */
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

/** A job whose turn has come, held by whoever has claimed it. */
export interface Job {
  /** The store's own number. */
  readonly key: number;
  readonly id: string;
  readonly kind: JobKind;
  readonly site: string;
  readonly conversationKey: number;
  /** How often it was tried, this time included. */
  readonly attempts: number;
  /** Up to which place of the log an earlier delivery told everything; 0 for nothing. */
  readonly sentSeq: number;
}

/** A job that was given up: shown to the owner, who can try again or dismiss it. */
export interface DeadJob {
  readonly key: number;
  readonly kind: JobKind;
  readonly site: string;
  readonly conversationKey: number;
  readonly attempts: number;
  /** Why it failed last, in the words of whoever refused it. */
  readonly error: string;
  readonly at: number;
}
