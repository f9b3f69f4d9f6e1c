import type { Job } from '../../domain/notice/job.ts';
import { retryPause } from '../../domain/notice/retry.ts';
import type { ActionCaller } from '../../ports/action-caller.ts';
import type { Courier, Delivery } from '../../ports/courier.ts';
import type { Carrier } from '../../ports/mailer.ts';
import type { Desk } from '../desk.ts';
import { calledNow } from './called-now.ts';
import { runAction } from '../actions/run-action.ts';
import { deliverEntry } from './deliver-entry.ts';
import { describeCall } from './describe-call.ts';
import { mailUnseen } from './mail-unseen.ts';
import { pushAlert } from './push-alert.ts';
import { sendCall } from './send-call.ts';

/** How long a job is held by who delivers it; a delivery has to end well before. */
const LEASE_MS = 120_000;

export interface Delivering {
  courier: Courier;
  carrier: Carrier;
  /** Asks the systems of owners for their customers. */
  caller: ActionCaller;
  /** From 0 to 1. */
  random: () => number;
  /** Where a conversation can be answered. */
  linkTo: (site: string, conversationId: string) => string;
  /** How long a job has to wait so that nobody gets too many mails; 0: it goes now, and counts as one. Milliseconds. */
  mailPause: (job: Job) => number;
}

/**
 * Claims what is due and delivers it. Resolves to one promise a job (none of which rejects) as soon as they are claimed,
 * so that a slow mail server does not hold up what comes after it.
 * @param limit most jobs to take.
 */
export async function deliverDueJobs(desk: Desk, delivering: Delivering, limit: number): Promise<Promise<void>[]> {
  const now = desk.clock.now();
  const next = await desk.store.nextJobAt();
  if (limit <= 0 || next === null || next > now) return [];
  const lease = desk.ids.uuid();
  const jobs = await desk.store.claimJobs({ now, until: now + LEASE_MS, limit, lease });
  return jobs.map((job) => deliver(desk, delivering, job, lease));
}

async function deliver(desk: Desk, delivering: Delivering, job: Job, lease: string): Promise<void> {
  const { store, clock, log } = desk;
  try {
    if (job.kind === 'visitor_mail') return await mailUnseen(desk, job, lease);
    const call = 'conversationKey' in job ? await describeCall(desk, job, delivering.linkTo) : null;
    if ('conversationKey' in job && call === null) return await store.finishJob(job.key, lease, null);
    const called = call && (await calledNow(desk, call));
    if (called !== null && called.accounts.length === 0 && called.othersFrom !== null) {
      const later = { dueAt: called.othersFrom, error: 'everybody has quiet hours just now', counted: false };
      return await store.postponeJob(job.key, lease, later);
    }
    const pause = delivering.mailPause(job);
    if (pause > 0) {
      const later = { dueAt: clock.now() + pause, error: 'the site sends many mails just now' };
      // What was begun by an earlier attempt stays as unknown as it was.
      return await store.postponeJob(job.key, lease, { ...later, counted: false, unsure: true });
    }
    let delivery: Delivery | null;
    if ('conversationKey' in job) {
      delivery = call && (await sendCall(desk, delivering.courier, job, call, called?.accounts ?? []));
    } else if (job.kind === 'push') {
      delivery = await pushAlert(desk, delivering.courier, job);
    } else {
      const outcome =
        job.kind === 'action'
          ? await runAction(desk, delivering.caller, job, lease)
          : await deliverEntry(desk, delivering.carrier, job, lease);
      if (outcome.kind === 'settled') return;
      delivery = outcome.delivery;
    }
    if (delivery === null) return await store.finishJob(job.key, lease, null);
    if (delivery.kind !== 'failed') {
      return await store.finishJob(job.key, lease, { at: clock.now(), seq: call?.conversation.lastSeq ?? 0 });
    }
    await failed(desk, delivering, job, lease, delivery);
  } catch (cause) {
    // The lease runs out, and the job is somebody's again.
    log.error({ err: cause, job: job.id, kind: job.kind }, 'a job was left as it is');
  }
}

async function failed(
  { store, clock, log }: Desk,
  { random }: Delivering,
  job: Job,
  lease: string,
  delivery: Extract<Delivery, { kind: 'failed' }>,
): Promise<void> {
  const { reason: error, permanent, retryAfterMs, unsure = false } = delivery;
  const pause = permanent ? null : retryPause(job.kind, job.attempts, random(), retryAfterMs);
  const facts = { job: job.id, kind: job.kind, attempts: job.attempts, reason: error };
  if (pause === null) {
    log.error(facts, 'a delivery was given up');
    return store.buryJob(job.key, lease, { at: clock.now(), error });
  }
  log.warn({ ...facts, againInMs: pause }, 'a delivery failed, and is tried again');
  return store.postponeJob(job.key, lease, { dueAt: clock.now() + pause, error, counted: true, unsure });
}
