import { customerMoved } from '../../domain/crm/life-happening.ts';
import type { Desk } from '../desk.ts';
import { webhookEntries } from '../notices/webhook-entries.ts';

/** Contacts of one transaction: some milliseconds, so that no chat waits for it. */
const AT_ONCE = 40;

/**
 * Works out where a few customers of each site stand whom something happened to, or whose time has come.
 * @returns whether there are more
 */
export async function tendLife(desk: Pick<Desk, 'store' | 'sites' | 'clock' | 'ids' | 'webhooks'>): Promise<boolean> {
  let more = false;
  for (const { id, lifeCycle } of desk.sites.list()) {
    const work = {
      ...{ rules: lifeCycle, now: desk.clock.now(), limit: AT_ONCE },
      aftermath: (...[move, contact]: Parameters<typeof customerMoved>) =>
        webhookEntries(desk, id, customerMoved(move, contact)),
    };
    more = (await desk.store.tendLife(id, work)) || more;
  }
  return more;
}
