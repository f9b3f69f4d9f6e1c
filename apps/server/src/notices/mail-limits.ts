import type { Job } from '@solodesk/core';
import { TokenBuckets } from '../realtime/token-bucket.ts';

const HOUR_SECONDS = 3_600;
/** Calls of the owner: what strangers can cause must not become a flood. */
const TO_OWNER = { burst: 20, perSecond: 30 / HOUR_SECONDS };
/** All other mails of one site: more than a shop with hundreds of requests a day causes, and far less than a flood. */
const BY_SITE = { burst: 200, perSecond: 600 / HOUR_SECONDS };
/** To one customer: nobody can have a stranger's mailbox filled by naming its address again and again. */
const TO_CUSTOMER = { burst: 10, perSecond: 6 / HOUR_SECONDS };

/** To the desk's own people, of whom the site has named the addresses. */
const FOR_DESK: ReadonlySet<string> = new Set([
  ...['routed_ticket', 'complaint_deadline', 'alert', 'digest', 'report', 'themes_doubled'],
]);

/**
 * How long a mail has to wait so that nobody is flooded, in milliseconds; 0: it goes now, and counts. What is beyond a limit waits, and
 * nothing is lost. The owner's own calls have a limit of their own, so that a day full of requests delays none of them.
 */
export class MailLimits {
  readonly #toOwner = new TokenBuckets(TO_OWNER);
  readonly #bySite = new TokenBuckets(BY_SITE);
  readonly #toCustomer = new TokenBuckets(TO_CUSTOMER);

  /** @param now UTC milliseconds */
  take(job: Job, now: number): number {
    if (job.kind === 'owner_mail') return this.#toOwner.take(job.site, now);
    if (job.kind !== 'mail') return 0;
    const { to, content } = job.payload;
    // A mail that has to wait for its reader must not use up what the site may send.
    const wait = FOR_DESK.has(content.template)
      ? 0
      : this.#toCustomer.take(`${job.site} ${to.address.toLowerCase()}`, now);
    return wait > 0 ? wait : this.#bySite.take(job.site, now);
  }
}
