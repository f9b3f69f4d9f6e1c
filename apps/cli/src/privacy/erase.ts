import { randomBytes, randomUUID } from 'node:crypto';
import type { ErasedRows, Erasure, PersonQuestion, Store } from '@solodesk/core';
import { erasePerson } from '@solodesk/core/use-cases';
import { CommandError } from '../command-error.ts';
import { filesIn, siteOf, withStore } from '../import/site-store.ts';
import type { Places } from '../places.ts';

/** Who is meant: the business's own id or an e-mail address of a customer, or a conversation. */
export interface Wanted {
  site: string | null;
  customer: string | null;
  conversation: string | null;
}

export interface ErasureSummary {
  site: string;
  /** Null for a rehearsal. */
  receipt: { id: string; at: number } | null;
  rows: readonly ErasedRows[];
  files: number;
  /** Contacts of the same address or number, which are not erased with them. */
  alike: { id: string; verified: boolean }[];
  /** Whether nothing of it is left in the database's files already; else a running server sees to it. */
  scrubbed: boolean;
}

/** Erases somebody, beside a server that may be running: it tells widgets and consoles within seconds. */
export async function eraseCustomer(places: Places, wanted: Wanted, dryRun: boolean): Promise<ErasureSummary> {
  const site = await siteOf(places, wanted.site);
  return withStore(places, async (store) => {
    const question = await questionOf(store, site.id, wanted);
    const found = await store.rehearseErasure(site.id, question);
    if (found === null) throw new CommandError(`"${site.id}" has no such conversation`);
    const contacts = await Promise.all(found.person.alike.map((key) => store.findContact(site.id, { key })));
    const alike = contacts.filter((contact) => contact !== null).map(({ id, verified }) => ({ id, verified }));
    const files = filesIn(places, store);
    if (dryRun) {
      const { length } = await files.filesOf(site.id, found.person.visitors);
      return { site: site.id, receipt: null, rows: found.rows, files: length, alike, scrubbed: true };
    }
    const desk = { store, files, clock: { now: () => Date.now() }, ids };
    const { id, at, rows, files: removed }: Erasure = await erasePerson(desk, site.id, question, 'solodesk');
    return { site: site.id, receipt: { id, at }, rows, files: removed, alike, scrubbed: await store.scrub() };
  });
}

const ids = { uuid: () => randomUUID(), token: () => randomBytes(32).toString('base64url') };

/** @throws CommandError when nobody is meant, or several */
export async function questionOf(
  store: Pick<Store, 'findContact'>,
  site: string,
  { customer, conversation }: Wanted,
): Promise<PersonQuestion> {
  if (conversation !== null) return { conversation };
  if (customer === null) throw new CommandError('say who, with --customer or --conversation');
  const contact =
    (await store.findContact(site, { id: customer })) ??
    (await store.findContact(site, { email: customer.trim().toLowerCase() }));
  if (contact === null) throw new CommandError(`"${site}" knows nobody by the id or address "${customer}"`);
  return { contact: contact.key };
}
