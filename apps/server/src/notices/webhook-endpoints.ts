import type { Log, Webhooks } from '@solodesk/core';
import type { WebhookBook, WebhookEndpoint } from '@solodesk/notify';

const NOBODY: readonly WebhookEndpoint[] = [];

/** Who hears of what happens. A file that cannot be read costs the webhooks, and no conversation. */
export function webhookEndpoints(book: WebhookBook, log: Log): Webhooks {
  const active = new WeakMap<readonly WebhookEndpoint[], readonly WebhookEndpoint[]>();
  let told = '';
  return {
    endpoints(site) {
      try {
        const all = book.list(site);
        if (all.length === 0) return NOBODY;
        const known = active.get(all) ?? all.filter(({ paused }) => !paused);
        active.set(all, known);
        return known;
      } catch (cause) {
        const reason = String(cause);
        if (reason !== told)
          log.error({ err: cause, site }, 'the webhooks of a site could not be read: nobody is told');
        told = reason;
        return NOBODY;
      }
    },
  };
}
