import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import type { Store } from '../../ports/store.ts';

/** The same store, with everything that was ever put into its outbox. */
export function watchedStore(store: Store): { store: Store; planned: OutboxEntry[] } {
  const planned: OutboxEntry[] = [];
  return {
    planned,
    store: {
      ...store,
      async commit(commit) {
        const outcome = await store.commit(commit);
        if (outcome.kind === 'committed') planned.push(...(commit.outbox ?? []));
        return outcome;
      },
      async saveTicket(change, outbox) {
        const outcome = await store.saveTicket(change, outbox);
        if (outcome.kind === 'saved') planned.push(...(outbox ?? []));
        return outcome;
      },
      async planOutbox(site, entries) {
        planned.push(...entries);
        await store.planOutbox(site, entries);
      },
    },
  };
}
