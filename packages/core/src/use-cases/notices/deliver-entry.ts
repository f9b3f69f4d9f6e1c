import type { CarriedJob } from '../../domain/notice/job.ts';
import type { Delivery } from '../../ports/courier.ts';
import type { Carrier } from '../../ports/mailer.ts';
import type { Desk } from '../desk.ts';

/** After so many attempts whose end nobody knows, a person decides: each of them may have arrived. */
const MOST_UNKNOWN = 2;

export type Settlement = { kind: 'settled' } | { kind: 'delivery'; delivery: Delivery };

const SETTLED: Settlement = { kind: 'settled' };

/**
 * Sends an entry of the outbox. That it may have arrived is on disk before it may (for a mail: before its last byte leaves), so
 * that an attempt that died after that is known to have been one, and one that died before counts as none: a mail or text message is repeated once after that, and not again by itself. Receivers of
 * webhooks recognise repeats by their id.
 */
export async function deliverEntry(desk: Desk, carrier: Carrier, job: CarriedJob, lease: string): Promise<Settlement> {
  if (job.kind !== 'webhook' && job.begun >= MOST_UNKNOWN) {
    const error = `it was cut off while being sent ${job.begun} times, so it may have arrived`;
    desk.log.error({ job: job.id, kind: job.kind, begun: job.begun }, 'a delivery was left to the owner');
    await desk.store.buryJob(job.key, lease, { at: desk.clock.now(), error });
    return SETTLED;
  }
  let attempt: 'none' | 'begun' | 'lost' = 'none';
  const begin = async () => {
    attempt = (await desk.store.beginJob(job.key, lease)) ? 'begun' : 'lost';
    return attempt === 'begun';
  };
  const delivery = await carrier.send(job, begin);
  if (delivery.kind === 'waits') {
    const later = { dueAt: desk.clock.now() + delivery.forMs, error: delivery.reason };
    // What an earlier attempt began stays as unknown as it was.
    await desk.store.postponeJob(job.key, lease, { ...later, counted: false, unsure: true });
    return SETTLED;
  }
  return outcomeOf(attempt, delivery);
}

function outcomeOf(attempt: 'none' | 'begun' | 'lost', delivery: Delivery): Settlement {
  // Somebody else holds it by now.
  if (attempt === 'lost') return SETTLED;
  // What never came so far leaves earlier attempts as unknown as they were.
  const isKept = attempt === 'none' && delivery.kind === 'failed';
  return { kind: 'delivery', delivery: isKept ? { ...delivery, unsure: true } : delivery };
}
