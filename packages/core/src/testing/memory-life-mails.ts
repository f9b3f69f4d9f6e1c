import type { Contact } from '../domain/records/contact.ts';
import type { OutboxEntry, OutboxKind } from '../domain/outbox/outbox-entry.ts';
import type { LifeMailDue, LifeMailPlan, LifeMailSpan, LifeMailStore } from '../ports/life-store.ts';
import type { ContactStore, OrderStore } from '../ports/record-store.ts';
import type { MemoryProfiles } from './memory-crm.ts';
import type { MemoryLife } from './memory-life.ts';
import type { Dropped } from './memory-privacy.ts';
import type { Fits } from './memory-segments.ts';

type Parts = Pick<ContactStore, 'contacts' | 'findContact'> &
  Pick<OrderStore, 'ordersOfContact'> &
  Pick<MemoryLife, 'place' | 'movesOf' | 'cameAt'> & {
    add(site: string, entries: readonly OutboxEntry[]): void;
    cancel(site: string, kind: OutboxKind, key: string): boolean;
  };

type Row = LifeMailPlan & { unsubscribedAt: number | null };

export function createMemoryLifeMails(
  parts: Parts,
  profiles: MemoryProfiles,
  fits: Fits,
): LifeMailStore & {
  dropLifeMails(site: string, contactKeys: readonly number[], emails: readonly string[]): Dropped;
  /** When this address last left; null: never. */
  unsubscribedAt(site: string, address: string | null): number | null;
} {
  let rows: Row[] = [];
  const isReachable = async (contact: Contact) => {
    const { marketing } = profiles.get(contact.key);
    const left = rows.some(
      (row) =>
        row.site === contact.site &&
        row.address === contact.email &&
        row.unsubscribedAt !== null &&
        row.unsubscribedAt >= (marketing?.at ?? 0),
    );
    return contact.email !== null && !left && (await fits(contact, { marketing: true, blocked: false }, 0));
  };
  const had = (contactKey: number, message: string, order: number) =>
    rows.some((row) => row.contactKey === contactKey && row.message === message && row.order === order);
  const page = async (
    site: string,
    due: readonly { place: number; at: number; key: number; order: number }[],
    span: LifeMailSpan,
  ) => {
    const found: LifeMailDue[] = [];
    for (const { place, at, key, order } of [...due].sort((a, b) => a.place - b.place)) {
      if (at <= span.from || at > span.until || place <= span.after || had(key, span.message, order)) continue;
      const contact = await parts.findContact(site, { key });
      if (contact === null || !(await isReachable(contact))) continue;
      if (span.filter === null || (await fits(contact, span.filter, span.now))) found.push({ place, contact, order });
    }
    return found.slice(0, span.limit);
  };
  return {
    unsubscribedAt(site, address) {
      const left = rows.filter((row) => row.site === site && row.address === address);
      const last = Math.max(-1, ...left.map((row) => row.unsubscribedAt ?? -1));
      return last < 0 ? null : last;
    },
    dropLifeMails(site, contactKeys, emails) {
      const kept = rows.filter(
        (row) => row.site !== site || !(contactKeys.includes(row.contactKey) || emails.includes(row.address)),
      );
      const gone = rows.length - kept.length;
      rows = kept;
      return { life_mail: gone };
    },
    movedForMail: (site, to, span) =>
      page(
        site,
        parts
          .movesOf(site)
          .map((move, index) => ({ move, place: index + 1, at: move.at, key: move.contactKey, order: 0 }))
          .filter(({ move }) => move.to === to && !move.byRules && parts.place(move.contactKey)?.stage === to),
        span,
      ),
    async deliveredForMail(site, span) {
      const all = await parts.contacts(site, { limit: Infinity });
      const orders = await Promise.all(all.map(({ key }) => parts.ordersOfContact(site, key, Infinity)));
      const due = orders.flat().flatMap(({ key: order, contactKey }) => {
        const at = parts.cameAt(order);
        return at === null || contactKey === null ? [] : [{ place: order, at, key: contactKey, order }];
      });
      return page(site, due, span);
    },
    async planLifeMail(plan) {
      const contact = await parts.findContact(plan.site, { key: plan.contactKey });
      const rests = rows.some(
        ({ site, address, at }) => site === plan.site && address === plan.address && at > plan.at - plan.restMs,
      );
      if (contact === null || contact.email !== plan.address || rests) return false;
      if (had(plan.contactKey, plan.message, plan.order) || !(await isReachable(contact))) return false;
      rows.push({ ...plan, unsubscribedAt: null });
      parts.add(plan.site, [plan.entry]);
      return true;
    },
    async findLifeMail(tokenHash) {
      const row = rows.find((each) => each.tokenHash === tokenHash);
      if (row === undefined) return null;
      const { site, message, contactKey, address, at, unsubscribedAt } = row;
      return { site, message, contactKey, address, at, unsubscribedAt };
    },
    async unsubscribe(tokenHash, at) {
      const row = rows.find((each) => each.tokenHash === tokenHash);
      if (row === undefined) return false;
      row.unsubscribedAt ??= at;
      for (const { key, email } of await parts.contacts(row.site, { limit: Infinity })) {
        if (email === row.address) profiles.set(row.site, { ...profiles.get(key), marketing: null });
      }
      for (const { site, address, entry } of rows) {
        if (site === row.site && address === row.address) parts.cancel(site, 'mail', entry.key);
      }
      return true;
    },
    async lifeMailCounts(site) {
      const mine = rows.filter((row) => row.site === site);
      return [...new Set(mine.map(({ message }) => message))].sort().map((message) => {
        const sent = mine.filter((row) => row.message === message);
        return {
          message,
          sent: sent.length,
          left: sent.filter(({ unsubscribedAt }) => unsubscribedAt !== null).length,
        };
      });
    },
  };
}
