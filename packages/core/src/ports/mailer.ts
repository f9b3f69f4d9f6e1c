import type { CarriedJob } from '../domain/notice/job.ts';
import type { Delivery } from './courier.ts';

/** What can be sent to people who are not here. Where something cannot, nothing may promise it. */
export interface Mailer {
  /** Whether there is a mail server to give mails to. */
  readonly available: boolean;
  /** Whether there is a service that takes text messages. */
  readonly sms: boolean;
}

/**
 * What came of handing an entry over. `waits`: it was not tried, because just now nobody wants it; it is looked at again after
 * `forMs`, and that counts as no attempt.
 */
export type Handover = Delivery | { kind: 'waits'; reason: string; forMs: number };

/** Carries entries of the outbox to where they belong. Never throws: what goes wrong is a delivery that failed. */
export interface Carrier {
  /**
   * @param begin called, and awaited, right before the first moment at which it may have arrived; where it says false, nothing is sent
   *   any more
   */
  send(job: CarriedJob, begin: () => Promise<boolean>): Promise<Handover>;
}
