import type { Order, OrderStatus } from '@solodesk/core';
import type { Interaction } from '@solodesk/recommender';
import { userOf } from './tracked-interactions.ts';

/** What an order says of what its customer likes, and of what they sent back. */
export interface OrderLikings {
  readonly bought: Interaction[];
  readonly returned: { readonly user: string; readonly item: string }[];
}

const SENT_BACK: readonly OrderStatus[] = ['returned', 'refunded'];

/** An order of nobody, a cancelled one, and lines without a product say nothing. */
export function likingsOfOrders(orders: readonly Order[]): OrderLikings {
  const bought: Interaction[] = [];
  const returned: { user: string; item: string }[] = [];
  for (const { contactKey, status, lines, placedAt } of orders) {
    if (contactKey === null || status === 'cancelled') continue;
    const user = userOf({ contactKey });
    for (const { product } of lines) {
      if (product === null) continue;
      if (SENT_BACK.includes(status)) returned.push({ user, item: product });
      else bought.push({ user, item: product, kind: 'purchase', at: placedAt });
    }
  }
  return { bought, returned };
}
