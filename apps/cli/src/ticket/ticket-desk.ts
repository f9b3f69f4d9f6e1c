import { randomUUID } from 'node:crypto';
import type { Site, Store } from '@solodesk/core';
import { Lanes } from '@solodesk/core/use-cases';
import type { TicketDesk } from '@solodesk/core/use-cases';

/**
 * As much of a desk as a program beside the server needs to act on tickets. A running server tells its consoles and visitors at
 * their next look; mails and webhooks are the server's to plan.
 */
export function ticketDesk(store: Store, site: Site): TicketDesk {
  return {
    store,
    bus: { publish: () => undefined, subscribe: () => () => undefined },
    sites: { get: (id) => (id === site.id ? site : null), list: () => [site] },
    presence: { isHere: () => true },
    clock: { now: () => Date.now() },
    ids: { uuid: () => randomUUID(), token: () => randomUUID() },
    mailer: { available: false, sms: false },
    webhooks: { endpoints: () => [] },
    replyTimes: { forget: () => undefined },
    lanes: new Lanes(),
  };
}
