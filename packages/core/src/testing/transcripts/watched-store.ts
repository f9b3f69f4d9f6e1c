import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import type { BookingAftermath } from '../../ports/record-store.ts';
import type { Store } from '../../ports/store.ts';

/** The same store, with everything that was ever put into its outbox. */
export function watchedStore(store: Store): { store: Store; planned: OutboxEntry[] } {
  const planned: OutboxEntry[] = [];
  /** What a booking causes is saved with it. */
  const watched = (aftermath: BookingAftermath | undefined): BookingAftermath | undefined =>
    aftermath &&
    ((saved) => {
      const caused = aftermath(saved);
      planned.push(...caused.plan);
      return caused;
    });
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
      bookAppointment: (wanted, aftermath) => store.bookAppointment(wanted, watched(aftermath)),
      moveAppointment: (site, id, to, aftermath) => store.moveAppointment(site, id, to, watched(aftermath)),
      cancelAppointment: (site, id, aftermath) => store.cancelAppointment(site, id, watched(aftermath)),
      async planOutbox(site, entries) {
        planned.push(...entries);
        await store.planOutbox(site, entries);
      },
    },
  };
}
