import type { Happening } from '../outbox/happenings.ts';
import type { Contact } from '../records/contact.ts';
import type { LifeMove } from './life-cycle.ts';

/** What a move makes known to the owner's other programs. One that only follows from changed rules is no news. */
export function customerMoved({ at, from, to, byRules }: LifeMove, contact: Contact): Happening[] {
  if (byRules) return [];
  const { key, id, name, email, phone } = contact;
  const data = { contact_id: id, contact_name: name, contact_email: email, contact_phone: phone, from, to };
  // By the number: the outbox remembers the name of what was sent, and an id may be an address.
  return [{ event: 'customer.moved', id: `${key}.${at}.${to}`, at, data }];
}
