import type { Contact, ContactChange } from '../api/records-api.ts';
import type { Locale } from '../wire-types.ts';

/** What is typed of a contact; an empty field is none. */
export interface TypedContact {
  name: string;
  email: string;
  phone: string;
  locale: Locale | '';
  customer: boolean;
}

export const NOBODY: TypedContact = { name: '', email: '', phone: '', locale: '', customer: false };

export function typedOf({ name, email, phone, locale, customer }: Contact): TypedContact {
  return { name: name ?? '', email: email ?? '', phone: phone ?? '', locale: locale ?? '', customer };
}

/** Only what differs, so that what another device changed meanwhile stays. */
export function changeOf(before: TypedContact, typed: TypedContact): ContactChange {
  const text = (field: 'name' | 'email' | 'phone') =>
    typed[field].trim() !== before[field] && { [field]: typed[field].trim() || null };
  return {
    ...text('name'),
    ...text('email'),
    ...text('phone'),
    ...(typed.locale !== before.locale && { locale: typed.locale === '' ? null : typed.locale }),
    ...(typed.customer !== before.customer && { customer: typed.customer }),
  };
}

/** The change that takes one back, of who was as they were before it. */
export function takingBack(before: Contact, change: ContactChange): ContactChange {
  const { name, email, phone, locale, customerSince } = before;
  return {
    ...(change.name !== undefined && { name }),
    ...(change.email !== undefined && { email }),
    ...(change.phone !== undefined && { phone }),
    ...(change.locale !== undefined && { locale }),
    ...(change.customer !== undefined && (customerSince === null ? { customer: false } : { customerSince })),
  };
}
