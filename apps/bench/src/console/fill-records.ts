import { newTicket, TO_OWNER } from '@solodesk/core';
import type { Ticket, TicketChange } from '@solodesk/core';
import type { SqliteStore } from '@solodesk/store-sqlite';
import { between, pick, seededUuid } from '../desk/seeded-random.ts';
import type { Random } from '../desk/seeded-random.ts';
import { orderNumber, personOf, question, rareWord } from './desk-words.ts';

const DAY = 86_400_000;
/** So many are written as one. */
const PORTION = 1_000;
/** The last tickets: the owner's to do, and waiting for the customer; the others are closed. One person has no more at hand. */
const [OPEN, WAITING] = [400, 200];
const CATEGORIES = ['orders', 'delivery', 'returns', 'payment', 'sizes', 'products'];
const STATUSES = ['paid', 'packing', 'shipped', 'delivered', 'delivered', 'refunded', 'cancelled'] as const;

export interface RecordsToFill {
  store: SqliteStore;
  site: string;
  random: Random;
  now: number;
  customers: number;
  tickets: number;
  /** Customers with a long history have one order in so many of all. */
  regulars: readonly number[];
}

/** Writes customers, orders and tickets through the product's own store, so that each row is as the product writes it. */
export async function fillRecords(fill: RecordsToFill): Promise<void> {
  const { store, site, random, now, customers, regulars } = fill;
  const write = { site, at: now, uuid: () => seededUuid(random), batch: null };
  const people = Array.from({ length: customers }, (_, index) => personOf(index));
  for (let from = 0; from < customers; from += PORTION) {
    const drafts = people.slice(from, from + PORTION).map((person, index) => ({
      ...person,
      id: `C-${from + index}`,
      createdAt: now - between(random, 1, 700) * DAY,
    }));
    await store.saveContacts(drafts, write);
  }
  for (let from = 0; from < customers; from += PORTION) {
    const drafts = people.slice(from, from + PORTION).map((_, index) => {
      const number = from + index;
      const buyer = random() < 0.2 ? pick(random, regulars) : number;
      return {
        number: orderNumber(number),
        customer: { id: `C-${buyer}` },
        placedAt: now - between(random, 1, 700 * 24) * (DAY / 24),
        status: pick(random, STATUSES),
        total: between(random, 500, 90_000),
        currency: 'EUR',
        lines: [{ product: null, name: `Linen ${rareWord(number)}`, quantity: 1, price: 2_900 }],
      };
    });
    await store.saveOrders(drafts, write);
  }
  await fillTickets(fill);
}

async function fillTickets({ store, site, random, now, customers, tickets, regulars }: RecordsToFill): Promise<void> {
  for (let from = 0; from < tickets; from += PORTION) {
    const many = Array.from({ length: Math.min(PORTION, tickets - from) }, async () => {
      const number = await store.drawTicketNumber(site);
      const customer = random() < 0.05 ? pick(random, regulars) : between(random, 0, customers - 1);
      const contactKey = customer + 1;
      const change = ticketOf(random, { site, number, now, contactKey });
      await store.saveTicket({
        ...change,
        next: { ...change.next, ...stateOf(random, change.next, now, tickets - number + 1) },
      });
    });
    await Promise.all(many);
  }
}

function ticketOf(
  random: Random,
  { site, number, now, contactKey }: { site: string; number: number; now: number; contactKey: number },
): TicketChange {
  const priority = between(random, 0, 100);
  const level = priority > 80 ? 'urgent' : priority > 55 ? 'high' : priority > 20 ? 'normal' : 'low';
  const words = question(random, number % 5 === 0 ? 'zh' : 'en');
  return newTicket(
    {
      ...{ category: pick(random, CATEGORIES), form: null, subject: words.slice(0, 120), missing: [] },
      ...{ locale: number % 5 === 0 ? 'zh' : 'en', contact: { name: personOf(contactKey - 1).name } },
      details: [
        { slot: 'words', label: 'In their words', value: `${words} ${question(random, 'en')}`, sensitive: false },
      ],
    },
    {
      ...{ id: seededUuid(random), site, number, at: now - between(random, 0, 700 * 24) * (DAY / 24) },
      ...{ by: { kind: 'visitor' }, route: TO_OWNER, contactKey },
      priority: {
        ...{ priority, level, rescoreAt: null },
        reasons: [{ name: 'refund', points: priority, text: { en: 'about money', zh: '涉及退款' } }],
      },
      dueAt: null,
    },
  );
}

/** @param left how many tickets come after it, itself included */
function stateOf(random: Random, { createdAt }: Ticket, now: number, left: number): Partial<Ticket> {
  const updatedAt = Math.min(now, createdAt + between(random, 0, 14) * DAY);
  if (left > OPEN + WAITING) return { state: 'closed', updatedAt, solvedAt: updatedAt };
  if (left > OPEN) return { state: 'waiting', updatedAt };
  return { state: pick(random, ['new', 'open']), updatedAt, dueAt: now + between(random, -24, 240) * 3_600_000 };
}
