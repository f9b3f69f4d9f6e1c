import type { ContactDraft } from './contact.ts';

/** Where an order stands; `other` is a state of the shop's own, which `statusText` names. */
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
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export interface OrderLine {
  /** Id in the catalogue; null when the shop does not say. */
  readonly product: string | null;
  readonly name: string | null;
  readonly quantity: number;
  /** Of one piece, in minor units of the order's currency. */
  readonly price: number | null;
}

export interface Order {
  /** The store's own number. */
  readonly key: number;
  readonly site: string;
  /** As the site writes it, in upper case. Unique for its site. */
  readonly number: string;
  readonly contactKey: number | null;
  /** Lower case; what was given with this order, whatever became of the contact: who knows it and the number is shown the order. */
  readonly email: string | null;
  /** UTC milliseconds. */
  readonly placedAt: number;
  readonly status: OrderStatus;
  /** The shop's own word for it. */
  readonly statusText: string | null;
  /** Minor units of `currency`. */
  readonly total: number | null;
  /** ISO 4217. */
  readonly currency: string | null;
  readonly lines: readonly OrderLine[];
  readonly trackingUrl: string | null;
}

/** What is said of an order; what is left out stays as it is, null empties it. */
export interface OrderDraft {
  readonly number: string;
  readonly customer?: ContactDraft;
  readonly placedAt?: number;
  readonly status?: OrderStatus;
  readonly statusText?: string | null;
  readonly total?: number | null;
  readonly currency?: string | null;
  readonly lines?: readonly OrderLine[];
  readonly trackingUrl?: string | null;
}

export function withOrderDraft(
  before: Order | null,
  draft: OrderDraft,
  fresh: { site: string; contactKey: number | null; at: number },
): Order {
  const email = draft.customer?.email;
  return {
    key: before?.key ?? 0,
    site: fresh.site,
    number: draft.number,
    contactKey: fresh.contactKey ?? before?.contactKey ?? null,
    email: email === undefined ? (before?.email ?? null) : email,
    placedAt: draft.placedAt ?? before?.placedAt ?? fresh.at,
    status: draft.status ?? before?.status ?? 'pending',
    // A new state without a word of its own must not keep the old one's.
    statusText:
      draft.statusText !== undefined
        ? draft.statusText
        : draft.status === undefined || draft.status === before?.status
          ? (before?.statusText ?? null)
          : null,
    total: draft.total === undefined ? (before?.total ?? null) : draft.total,
    currency: draft.currency === undefined ? (before?.currency ?? null) : draft.currency,
    lines: draft.lines ?? before?.lines ?? [],
    trackingUrl: draft.trackingUrl === undefined ? (before?.trackingUrl ?? null) : draft.trackingUrl,
  };
}
