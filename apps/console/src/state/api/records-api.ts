import { request } from './api.ts';
import type { Locale } from '../wire-types.ts';

export interface Contact {
  key: number;
  id: string;
  ownId: boolean;
  /** Whether the business or a signature says who this is; else it is what one visitor said. */
  verified: boolean;
  name: string | null;
  email: string | null;
  phone: string | null;
  locale: Locale | null;
  customer: boolean;
  customerSince: number | null;
  source: { referrer?: string; source?: string; medium?: string; campaign?: string };
  createdAt: number;
}

/** What is sent: null takes away, and what is left out stays as it is. */
export interface ContactChange {
  name?: string | null;
  email?: string | null;
  phone?: string | null;
  locale?: Locale | null;
  customer?: boolean;
  customerSince?: number;
}

export const ORDER_STATUSES = [
  'pending',
  'paid',
  'packing',
  'shipped',
  'delivered',
  'cancelled',
  'returned',
  'refunded',
  'other',
] as const;

export interface Order {
  number: string;
  email: string | null;
  placedAt: number;
  status: (typeof ORDER_STATUSES)[number];
  statusText: string | null;
  /** Minor units of `currency`. */
  total: number | null;
  currency: string | null;
  lines: { product: string | null; name: string | null; quantity: number; price: number | null }[];
  trackingUrl: string | null;
}

export interface ContactDetail {
  contact: Contact;
  orders: Order[];
  conversations: { id: string; state: 'bot' | 'waiting' | 'owner' | 'closed'; lastAt: number; preview: string }[];
}

export interface OrderDetail {
  order: Order;
  /** Null: nobody is known whose it is. */
  contact: Contact | null;
}

export interface ApiKey {
  id: string;
  name: string;
  hint: string;
  scopes: string[];
  createdAt: number;
  lastUsedAt: number | null;
  revokedAt: number | null;
}

const of = (what: string, site: string) => `${what}/${encodeURIComponent(site)}`;

export const recordsApi = {
  contact: (site: string, key: number) => request<ContactDetail>(`${of('contacts', site)}/${key}`),
  order: (site: string, number: string) => request<OrderDetail>(`${of('orders', site)}/${encodeURIComponent(number)}`),
  /** `added` is false where somebody has that address or number already: it is them, unchanged. */
  add: (site: string, contact: ContactChange) =>
    request<{ contact: Contact; added: boolean }>(of('contacts', site), contact),
  change: (site: string, key: number, change: ContactChange) =>
    request<{ contact: Contact }>(`${of('contacts', site)}/${key}/details`, change),
  keys: (site: string) => request<{ keys: ApiKey[]; scopes: string[] }>(of('keys', site)),
  makeKey: (site: string, name: string, scopes: string[]) =>
    request<{ key: ApiKey; secret: string }>(of('keys', site), { name, scopes }),
  revokeKey: (site: string, id: string) => request<object>(`${of('keys', site)}/${encodeURIComponent(id)}/revoke`, {}),
};
