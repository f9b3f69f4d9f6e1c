import { queueId } from '../domain/next-up/queue-item.ts';
import type { QueueMark } from '../domain/next-up/queue-mark.ts';
import type { Person } from '../domain/privacy/person.ts';
import type { NextUpStore } from '../ports/next-up-store.ts';
import type { ContactStore, OrderStore } from '../ports/record-store.ts';
import type { TicketStore } from '../ports/ticket-store.ts';

const UNPAID: readonly string[] = ['pending', 'cancelled', 'refunded'];

/** What was put away in a map; the rest is asked of the other parts. */
export function createMemoryNextUp(
  parts: Pick<TicketStore, 'tickets'> & Pick<ContactStore, 'contactOfVisitor'> & Pick<OrderStore, 'ordersOfContact'>,
): NextUpStore & { dropMarks(person: Person): number } {
  const marks = new Map<string, QueueMark & { site: string }>();
  const keyOf = (site: string, mark: Pick<QueueMark, 'place'>) => `${site} ${queueId(mark.place)}`;
  return {
    async ticketsDue(site, before, limit) {
      const open = await parts.tickets(site, { filter: 'open', limit: Infinity });
      return open
        .filter(({ dueAt }) => dueAt !== null && dueAt < before)
        .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0) || a.key - b.key)
        .slice(0, limit);
    },
    async payingVisitors(site, visitorKeys) {
      const paying: number[] = [];
      for (const key of visitorKeys) {
        const contact = await parts.contactOfVisitor(site, key);
        const orders = contact === null ? [] : await parts.ordersOfContact(site, contact.key, Infinity);
        if (orders.some(({ total, status }) => total !== null && total > 0 && !UNPAID.includes(status)))
          paying.push(key);
      }
      return paying;
    },
    queueMarks: async (site, limit) =>
      [...marks.values()]
        .filter((mark) => mark.site === site)
        .sort((a, b) => b.at - a.at)
        .slice(0, limit)
        .map(({ place, stamp, until, at }) => ({ place, stamp, until, at })),
    async putQueueMark(site, mark, forget) {
      for (const [key, old] of marks) if (old.site === site && old.at <= forget) marks.delete(key);
      marks.set(keyOf(site, mark), { ...mark, site });
    },
    dropQueueMark: async (site, place) => marks.delete(keyOf(site, { place })),
    dropMarks(person) {
      const before = marks.size;
      for (const [key, { site, place }] of marks) {
        if (site !== person.site) continue;
        const isTheirs =
          (place.kind === 'chat' && person.visitors.includes(place.subject)) ||
          (place.kind === 'ticket' && person.tickets.some(({ number }) => number === place.subject));
        if (isTheirs) marks.delete(key);
      }
      return before - marks.size;
    },
  };
}
