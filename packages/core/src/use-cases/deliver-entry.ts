import type { CarriedJob } from '../domain/notice/job.ts';
import type { Delivery } from '../ports/courier.ts';
import type { Carrier } from '../ports/mailer.ts';
import type { Desk } from './desk.ts';

/** After so many attempts whose end nobody knows, a person decides: each of them may have arrived. */
const MOST_UNKNOWN = 2;

export type Settlement = { kind: 'settled' } | { kind: 'delivery'; delivery: Delivery };

const SETTLED: Settlement = { kind: 'settled' };

/**
 * Sends an entry of the outbox. Its begin is on disk before the first byte leaves, so that an attempt that died in between
 * is known to have been one: a mail or text message is repeated once after that, and not again by itself. Receivers of
 * webhooks recognise repeats by their id.
 */
export async function deliverEntry(desk: Desk, carrier: Carrier, job: CarriedJob, lease: string): Promise<Settlement> {
  if (job.kind !== 'webhook' && job.begun >= MOST_UNKNOWN) {
    const error = `it was cut off while being sent ${job.begun} times, so it may have arrived`;
    desk.log.error({ job: job.id, kind: job.kind, begun: job.begun }, 'a delivery was left to the owner');
    await desk.store.buryJob(job.key, lease, { at: desk.clock.now(), error });
    return SETTLED;
  }
  if (!(await desk.store.beginJob(job.key, lease))) return SETTLED;
  return { kind: 'delivery', delivery: await carrier.send(job) };
}
