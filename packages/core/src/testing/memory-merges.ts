import { mergeFault, mergedContact, mergedProfile } from '../domain/crm/merge.ts';
import type { ContactMerge, MovedCounts, SharedReach } from '../domain/crm/merge.ts';
import type { Profile } from '../domain/crm/profile.ts';
import type { Contact } from '../domain/records/contact.ts';
import type { MergeStore } from '../ports/merge-store.ts';
import type { MemoryProfiles } from './memory-crm.ts';

/** Moves what points at a contact to another one; only rows of these numbers, where they are named. Which were moved. */
export type Mover = (from: number, to: number, only?: readonly number[]) => number[];

export interface MergeableRecords {
  contacts: Contact[];
  merged: { merge: ContactMerge; loser: Contact }[];
  movers: Readonly<Record<'visitors' | 'orders' | 'appointments', Mover>>;
}

interface Undoing {
  readonly merge: ContactMerge;
  readonly site: string;
  readonly loser: Contact;
  readonly profiles: { readonly loser: Profile; readonly before: Profile; readonly after: Profile };
  readonly before: Contact;
  readonly after: Contact;
  readonly rows: Readonly<Record<keyof MovedCounts, readonly number[]>>;
}

/** Rows are replaced and never written into: whoever was given one keeps it as it was. */
export function moveRows(
  rows: { key: number; contactKey: number | null }[],
  from: number,
  to: number,
  only?: readonly number[],
): number[] {
  const moved: number[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.contactKey !== from || only?.includes(row.key) === false) continue;
    rows[index] = { ...row, contactKey: to };
    moved.push(row.key);
  }
  return moved;
}

export function createMemoryMerges(
  { contacts, merged, movers }: MergeableRecords,
  others: { moveTickets: Mover; moveSurveys: Mover },
  profiles: MemoryProfiles,
): MergeStore & { dropMerges(contactKeys: readonly number[]): number } {
  let undoings: Undoing[] = [];
  let lastKey = 0;
  const all: Readonly<Record<keyof MovedCounts, Mover>> = {
    ...movers,
    tickets: others.moveTickets,
    surveys: others.moveSurveys,
  };
  const find = (site: string, key: number) => contacts.find((row) => row.site === site && row.key === key) ?? null;
  const replace = (contact: Contact) => {
    contacts[contacts.findIndex(({ key }) => key === contact.key)] = contact;
  };
  const countOf = (rows: Undoing['rows']): MovedCounts => ({
    ...{ visitors: rows.visitors.length, orders: rows.orders.length, tickets: rows.tickets.length },
    ...{ appointments: rows.appointments.length, surveys: rows.surveys.length },
  });
  const move = (from: number, to: number, only?: Undoing['rows']): Undoing['rows'] => {
    const moved = (kind: keyof MovedCounts) => all[kind](from, to, only?.[kind]);
    return {
      ...{ visitors: moved('visitors'), orders: moved('orders'), tickets: moved('tickets') },
      ...{ appointments: moved('appointments'), surveys: moved('surveys') },
    };
  };
  const forget = (gone: (undoing: Undoing) => boolean): number => {
    const keys = undoings.filter(gone).map(({ merge }) => merge.key);
    undoings = undoings.filter((undoing) => !gone(undoing));
    for (const key of keys) {
      merged.splice(
        merged.findIndex(({ merge }) => merge.key === key),
        1,
      );
    }
    return keys.length;
  };

  return {
    dropMerges: (keys) => forget(({ merge }) => keys.includes(merge.winner) || keys.includes(merge.loser)),
    async duplicates(site, contactKey, limit) {
      const one = find(site, contactKey);
      if (one === null) return [];
      const shares = (other: Contact): SharedReach[] =>
        (['email', 'phone'] as const).filter((by) => one[by] !== null && one[by] === other[by]);
      return contacts
        .filter((other) => other.site === site && other.key !== contactKey && shares(other).length > 0)
        .sort((a, b) => a.key - b.key)
        .slice(0, limit)
        .map((contact) => ({ contact, shared: shares(contact) }));
    },
    async previewMerge(site, winnerKey, loserKey) {
      const [winner, loser] = [find(site, winnerKey), find(site, loserKey)];
      if (winner === null || loser === null) return null;
      // There and back: who only looks leaves all as it is.
      const rows = move(loserKey, winnerKey);
      move(winnerKey, loserKey, rows);
      const needsVouching = winner.verified !== loser.verified;
      return { winner, loser, after: mergedContact(winner, loser), moved: countOf(rows), needsVouching };
    },
    async mergeContacts(site, { winner: winnerKey, loser: loserKey, vouched, at }) {
      const [winner, loser] = [find(site, winnerKey), find(site, loserKey)];
      if (winner === null || loser === null) return { kind: 'gone' };
      const fault = mergeFault(winner, loser);
      if (fault !== null) return { kind: 'refused', why: fault };
      if (winner.verified !== loser.verified && !vouched) return { kind: 'refused', why: 'needs_vouching' };
      const rows = move(loserKey, winnerKey);
      const before = profiles.get(winnerKey);
      const lost = profiles.get(loserKey);
      const after = mergedProfile(before, lost, winner.email === null);
      const name = loser.name ?? loser.email ?? loser.phone ?? loser.id;
      const merge = { key: ++lastKey, winner: winnerKey, loser: loserKey, loserName: name, at, moved: countOf(rows) };
      const undoing: Undoing = {
        ...{ merge, site, loser, rows, before: winner, after: mergedContact(winner, loser) },
        profiles: { loser: lost, before, after },
      };
      undoings.push(undoing);
      merged.push({ merge, loser });
      contacts.splice(contacts.indexOf(loser), 1);
      profiles.dropProfiles([loserKey]);
      replace(undoing.after);
      profiles.set(site, after);
      return { kind: 'merged', merge };
    },
    mergesOf: async (site, contactKey) =>
      undoings
        .filter((undoing) => undoing.site === site && undoing.merge.winner === contactKey)
        .map(({ merge }) => merge)
        .reverse(),
    async undoMerge(site, mergeKey) {
      const undoing = undoings.find((one) => one.site === site && one.merge.key === mergeKey);
      const now = find(site, undoing?.merge.winner ?? 0);
      if (undoing === undefined || now === null) return null;
      const { merge, loser, before, after } = undoing;
      const kept = Object.entries(now).filter(([name, value]) => value !== after[name as keyof Contact]);
      replace({ ...before, ...Object.fromEntries(kept) });
      contacts.push(loser);
      const noted = profiles.get(merge.winner);
      const { before: was, after: became, loser: lost } = undoing.profiles;
      profiles.set(site, {
        ...noted,
        tags: noted.tags.filter((tag) => was.tags.includes(tag) || !became.tags.includes(tag)),
        attributes: Object.fromEntries(
          Object.entries(noted.attributes).filter(
            ([name, value]) => name in was.attributes || became.attributes[name] !== value,
          ),
        ),
        marketing: noted.marketing?.at === became.marketing?.at ? was.marketing : noted.marketing,
      });
      profiles.set(site, lost);
      move(merge.winner, merge.loser, undoing.rows);
      forget((one) => one === undoing);
      return merge;
    },
  };
}
