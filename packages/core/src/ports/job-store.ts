import type { DeadJob, Job } from '../domain/notice/job.ts';

/** What is owed to the world outside. Jobs are made and cancelled by commits only, together with what causes them. */
export interface JobStore {
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
  /** It failed, and is due again later. @param counted false: this was no attempt. */
  postponeJob(key: number, lease: string, later: { dueAt: number; error: string; counted: boolean }): Promise<void>;
  /** It is given up. */
  buryJob(key: number, lease: string, failure: { at: number; error: string }): Promise<void>;
  /** The newest first. */
  deadJobs(site: string, limit: number): Promise<DeadJob[]>;
  /** Due again at once, as if it were new. False when there is no such dead job on this site. */
  reviveJob(site: string, key: number, now: number): Promise<boolean>;
  /** False when there is no such dead job on this site. */
  dismissJob(site: string, key: number): Promise<boolean>;
}
