import type { Claims, Product, SiteTrackedEvent } from '@solodesk/core';
import type { Interaction, InteractionKind } from '@solodesk/recommender';

/** How the bot's answer about a product is stored among what pages tell. */
export const ASKED = 'solodesk.asked';

/** The names that shops and their analytics use. */
const KINDS: Readonly<Record<string, InteractionKind>> = {
  view: 'view',
  view_item: 'view',
  product_view: 'view',
  cart: 'cart',
  add_to_cart: 'cart',
  purchase: 'purchase',
  rating: 'rating',
  progress: 'progress',
  [ASKED]: 'asked',
};
const IDS = ['product', 'product_id', 'productId', 'sku', 'item_id', 'id'] as const;
const BEST_RATING = 5;

/** The name of a contact, or of a visitor of whom nobody knows who they are, among the interactions. */
export function userOf({ contactKey, visitorKey }: { contactKey?: number | null; visitorKey?: number }): string {
  return contactKey === undefined || contactKey === null ? `visitor-${visitorKey ?? ''}` : `contact-${contactKey}`;
}

/**
 * What a page's `track` says of a product; null where it says nothing that is understood: another name, a product that is not in the
 * catalogue, a rating that is none. A view without a product is one of the product whose page it is.
 * @param byPage products by the address of their pages, as `pageOf` makes it
 */
export function interactionOf(
  event: SiteTrackedEvent,
  products: { byId: ReadonlyMap<string, Product>; byPage: ReadonlyMap<string, string> },
): Interaction | null {
  const kind = Object.hasOwn(KINDS, event.name.toLowerCase()) ? KINDS[event.name.toLowerCase()] : undefined;
  if (kind === undefined) return null;
  const named = idIn(event.props);
  const item = named ?? (kind === 'view' ? products.byPage.get(pageOf(event.page) ?? '') : undefined);
  if (item === undefined || !products.byId.has(item)) return null;
  const row = { user: userOf(event), item, kind, at: event.at };
  if (kind === 'rating') {
    const rating = numberIn(event.props, ['rating', 'value', 'stars']);
    return rating === null || rating < 1 || rating > BEST_RATING ? null : { ...row, rating };
  }
  if (kind === 'progress') {
    const done = numberIn(event.props, ['progress', 'value']);
    if (done === null || done < 0 || done > 100) return null;
    // Told as a share or in percent.
    return { ...row, weight: done > 1 ? done / 100 : done };
  }
  return row;
}

/** A page's address without what differs between two visits of it; null for what is no address. */
export function pageOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { host, pathname } = new URL(address);
  return `${host}${pathname.replace(/\/+$/, '')}`;
}

function idIn(props: Claims): string | undefined {
  for (const name of IDS) {
    const value = props[name];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

function numberIn(props: Claims, names: readonly string[]): number | null {
  for (const name of names) {
    const value = props[name];
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number)) return number;
  }
  return null;
}
