import type { Happening } from '../../domain/outbox/happenings.ts';
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import type { Desk } from '../desk.ts';

/** What happened, once for each endpoint that wants to hear of it; to be saved with what made it happen. */
export function webhookEntries(
  desk: Pick<Desk, 'webhooks' | 'ids' | 'clock'>,
  site: string,
  happenings: readonly Happening[],
): OutboxEntry[] {
  const endpoints = desk.webhooks.endpoints(site);
  return happenings.flatMap(({ event, id, at, data }) =>
    endpoints
      .filter(({ events }) => events.includes(event))
      .map((endpoint): OutboxEntry => {
        const payload = { endpoint: endpoint.id, event, id, at, data };
        const entry = {
          id: desk.ids.uuid(),
          key: `${webhookKeys(endpoint.id)}${event}:${id}`,
          dueAt: desk.clock.now(),
        };
        return { ...entry, kind: 'webhook', payload };
      }),
  );
}

/** How the outbox's keys of all that is for one endpoint begin. */
export function webhookKeys(endpoint: string): string {
  return `${endpoint}:`;
}
