import { GONE_ORDERS } from '../domain/crm/contact-filter.ts';
import { DELIVERY_IS_NEWS_MS } from '../domain/crm/life-message.ts';
import { LIFE_STAGES, lifePlace, stageBefore } from '../domain/crm/life-cycle.ts';
import type { LifeFacts, LifeMove, LifePlace, LifeStage } from '../domain/crm/life-cycle.ts';
import type { OutboxEntry } from '../domain/outbox/outbox-entry.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { LifeStore } from '../ports/life-store.ts';
import type { ContactStore, OrderStore } from '../ports/record-store.ts';
import type { Dropped } from './memory-privacy.ts';

type Parts = Pick<ContactStore, 'contacts' | 'findContact' | 'visitorsOfContact'> &
  Pick<OrderStore, 'ordersOfContact'> &
  Pick<ConversationStore, 'findConversationOfVisitor'> & {
    add(site: string, entries: readonly OutboxEntry[]): void;
    ticketsOfPerson(site: string, contactKeys: readonly number[], visitorKeys: readonly number[]): Ticket[];
  };

const GONE: readonly string[] = GONE_ORDERS;

export interface MemoryLife extends LifeStore {
  place(contactKey: number): (LifePlace & { since: number }) | null;
  movesOf(site: string): readonly LifeMove[];
  /** When an order was seen to have come; null: it did not. */
  cameAt(orderKey: number): number | null;
  dropLife(contactKeys: readonly number[]): Dropped;
}

/** Works everybody out at each turn. */
export function createMemoryLife(parts: Parts): MemoryLife {
  const places = new Map<number, LifePlace & { site: string; since: number }>();
  const came = new Map<number, number>();
  const lastRules = new Map<string, string>();
  let moves: (LifeMove & { site: string })[] = [];
  const of = async (site: string) => {
    const all = await parts.contacts(site, { limit: Infinity });
    return all.flatMap((contact) => {
      const place = places.get(contact.key);
      return place === undefined ? [] : [{ contact, place }];
    });
  };
  const factsOf = async (site: string, key: number, customerSince: number | null): Promise<LifeFacts> => {
    const orders = await parts.ordersOfContact(site, key, Infinity);
    const placed = orders.filter(({ status }) => !GONE.includes(status)).map(({ placedAt }) => placedAt);
    const visitors = await parts.visitorsOfContact(site, key, Infinity);
    const talks = await Promise.all(visitors.map((visitor) => parts.findConversationOfVisitor(site, visitor)));
    const asked = [
      ...parts.ticketsOfPerson(site, [key], []).map(({ createdAt }) => createdAt),
      ...talks.flatMap((talk) => talk?.lastAt ?? []),
    ];
    return {
      ...{ customerSince, firstOrderAt: placed.at(-1) ?? null, lastOrderAt: placed[0] ?? null },
      ...{ orderBeforeAt: placed[1] ?? null, lastAskedAt: asked.length === 0 ? null : Math.max(...asked) },
    };
  };
  const noteDeliveries = async (site: string, key: number, now: number) => {
    for (const { key: order, status, placedAt } of await parts.ordersOfContact(site, key, Infinity)) {
      if (status !== 'delivered') came.delete(order);
      else if (!came.has(order) && placedAt >= now - DELIVERY_IS_NEWS_MS) came.set(order, now);
    }
  };
  return {
    place: (contactKey) => places.get(contactKey) ?? null,
    movesOf: (site) => moves.filter((move) => move.site === site),
    cameAt: (orderKey) => came.get(orderKey) ?? null,
    dropLife(contactKeys) {
      const gone = moves.filter(({ contactKey }) => contactKeys.includes(contactKey)).length;
      moves = moves.filter(({ contactKey }) => !contactKeys.includes(contactKey));
      return { life_move: gone, life_stage: contactKeys.filter((key) => places.delete(key)).length };
    },
    async tendLife(site, { rules, now, onPlaced, aftermath }) {
      const isChanged = lastRules.has(site) && lastRules.get(site) !== JSON.stringify(rules);
      lastRules.set(site, JSON.stringify(rules));
      for (const contact of await parts.contacts(site, { limit: Infinity })) {
        const { key, customerSince } = contact;
        await noteDeliveries(site, key, now);
        const before = places.get(key);
        const facts = await factsOf(site, key, customerSince);
        const place = lifePlace(facts, rules, now);
        if (before?.stage !== place.stage) onPlaced?.(key);
        const from = before?.stage ?? stageBefore(facts, now);
        if (from !== null && from !== place.stage) {
          const move = { contactKey: key, at: now, from, to: place.stage, byRules: isChanged };
          moves.push({ ...move, site });
          parts.add(site, aftermath?.(move, contact) ?? []);
        }
        const since = before?.stage === place.stage ? before.since : now;
        places.set(key, { ...place, site, since });
      }
      return false;
    },
    async lifeOf(site, contactKey) {
      const found = (await of(site)).find(({ contact }) => contact.key === contactKey);
      if (found === undefined) return null;
      const { stage, until, since } = found.place;
      return { stage, since, until, facts: await factsOf(site, contactKey, found.contact.customerSince) };
    },
    async stagesOf(site, contactKeys) {
      const known = (await of(site)).filter(({ contact }) => contactKeys.includes(contact.key));
      return new Map(known.map(({ contact, place }) => [contact.key, place.stage]));
    },
    async lifeCounts(site) {
      const all = await of(site);
      const count = (stage: LifeStage) => all.filter(({ place }) => place.stage === stage).length;
      return Object.fromEntries(LIFE_STAGES.map((stage) => [stage, count(stage)])) as Record<LifeStage, number>;
    },
    async lifeMoves(site, since, limit) {
      const found = moves.filter((move) => move.site === site && move.at >= since).reverse();
      const shown = await Promise.all(
        found.map(async ({ site: _, ...move }) => ({
          move,
          contact: await parts.findContact(site, { key: move.contactKey }),
        })),
      );
      return shown.flatMap(({ move, contact }) => (contact === null ? [] : [{ move, contact }])).slice(0, limit);
    },
  };
}
