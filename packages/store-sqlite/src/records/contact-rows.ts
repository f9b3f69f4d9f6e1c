import { contactSearchText } from '@solodesk/core';
import type { Contact, ContactSource, Locale } from '@solodesk/core';

export interface ContactRow {
  key: number;
  id: string;
  own_id: number;
  verified: number;
  name: string | null;
  email: string | null;
  phone: string | null;
  locale: Locale | null;
  customer_since: number | null;
  source: string;
  created_at: number;
}

export const CONTACT_COLUMNS = `key, id, own_id, verified, name, email, phone, locale, customer_since, source, created_at`;

export const CONTACT_FIELDS = [
  'site',
  'id',
  'own_id',
  'verified',
  'name',
  'email',
  'phone',
  'locale',
  'customer_since',
  'source',
  'created_at',
  'search',
  'written_by',
];

export function toContact(row: ContactRow, site: string): Contact {
  return {
    key: row.key,
    site,
    id: row.id,
    ownId: row.own_id === 1,
    verified: row.verified === 1,
    name: row.name,
    email: row.email,
    phone: row.phone,
    locale: row.locale,
    customer: row.customer_since !== null,
    customerSince: row.customer_since,
    source: JSON.parse(row.source) as ContactSource,
    createdAt: row.created_at,
  };
}

export function contactColumns(contact: Contact, site: number) {
  return {
    site,
    id: contact.id,
    own_id: contact.ownId ? 1 : 0,
    verified: contact.verified ? 1 : 0,
    name: contact.name,
    email: contact.email,
    phone: contact.phone,
    locale: contact.locale,
    customer_since: contact.customerSince,
    source: JSON.stringify(contact.source),
    created_at: contact.createdAt,
    search: contactSearchText(contact),
  };
}
