import type { DeadEntry, DeadJob, Job } from '../domain/notice/job.ts';
import type { OutboxEntry, OutboxKind } from '../domain/outbox/outbox-entry.ts';

/**
 * What is owed to the world outside. A conversation's jobs are made and cancelled by commits only, together with what causes
 * them; entries of the outbox come with a commit as well, or alone where no conversation is concerned.
 */
export interface JobStore {
  /** Saves entries; of those whose site, kind and key were planned before (also if they were sent since) nothing changes. */
  planOutbox(site: string, entries: readonly OutboxEntry[]): Promise<void>;
  /** It is not wanted any more. False when there is none, or when it was sent, given up, or is being sent just now. */
  cancelOutbox(site: string, kind: OutboxKind, key: string): Promise<boolean>;
  /** Entries that wait, and whose key begins like this, are due now. How many. */
  hastenOutbox(site: string, kind: OutboxKind, prefix: string, now: number): Promise<number>;
  /**
   * Forgets entries that are done, at most so many; with them their keys can be used anew. What was given up stays until somebody
   * decides. How many there were.
   * @param before both when they were due and when they were sent. UTC milliseconds.
   */
  pruneOutbox(before: number, limit: number): Promise<number>;
  /** Entries that were given up, and whose key begins like this: the last planned first, `before` the `key` of the last one seen. */
  deadEntries(
    site: string,
    kind: OutboxKind,
    prefix: string,
    page: { before?: number; limit: number },
  ): Promise<DeadEntry[]>;
  /** Due again at once, as if they were new: all that were given up and whose key begins like this. How many. */
  reviveEntries(site: string, kind: OutboxKind, prefix: string, now: number): Promise<number>;
  /**
   * An attempt to send an entry begins; until it is settled, nobody can tell whether it arrived. False when the lease is
   * lost: then it must not be sent.
   */
  beginJob(key: number, lease: string): Promise<boolean>;
  /** Lets go of everything that is held. Only for a process that knows to be the only one, when it starts: its predecessor's claims are nobody's. */
  releaseJobs(): Promise<void>;
  /** When the next job can be claimed (it is due, and nobody holds it); null when none is left. */
  nextJobAt(): Promise<number | null>;
  /**
   * Takes due jobs, oldest first, and holds them until `until`: no other process gets them before. Whoever dies with
   * some loses them to the next who asks after that.
   * @param lease names this claim; only with it a job can be settled.
   */
  claimJobs(claim: { now: number; until: number; limit: number; lease: string }): Promise<Job[]>;
  /**
   * It is done. What was planned meanwhile is due again, after its gap.
   * @param sent when it was delivered, and up to which place of the log; null when there was nothing to deliver any more.
   */
  finishJob(key: number, lease: string, sent: { at: number; seq: number } | null): Promise<void>;
  /**
   * It failed, and is due again later.
   * @param later `counted` false: this was no attempt. `unsure`: it may have arrived all the same, as after a line that broke.
   */
  postponeJob(
    key: number,
    lease: string,
    later: { dueAt: number; error: string; counted: boolean; unsure?: boolean },
  ): Promise<void>;
  /** It is given up. */
  buryJob(key: number, lease: string, failure: { at: number; error: string }): Promise<void>;
  /** The newest first. */
  deadJobs(site: string, limit: number): Promise<DeadJob[]>;
  /** Due again at once, as if it were new. False when there is no such dead job on this site. */
  reviveJob(site: string, key: number, now: number): Promise<boolean>;
  /** False when there is no such dead job on this site. */
  dismissJob(site: string, key: number): Promise<boolean>;
}
