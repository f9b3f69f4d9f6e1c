import { describe, expect, it } from '@jest/globals';
import type { Order } from '@solodesk/core';
import { likingsOfOrders } from './order-interactions.ts';

const order = (change: Partial<Order>): Order => ({
  ...{ key: 1, site: 'shop', number: 'A-1', contactKey: 7, email: null, placedAt: 5, status: 'paid', statusText: null },
  ...{ total: null, currency: null, trackingUrl: null },
  lines: [
    { product: 'mug', name: 'Mug', quantity: 2, price: null },
    { product: null, name: 'Wrapping', quantity: 1, price: null },
  ],
  ...change,
});

describe('what orders say of likings', () => {
  it('is that its customer bought each product, whatever the quantity', () => {
    expect(likingsOfOrders([order({})])).toEqual({
      bought: [{ user: 'contact-7', item: 'mug', kind: 'purchase', at: 5 }],
      returned: [],
    });
  });

  it('is nothing where it was cancelled, or is of nobody', () => {
    expect(likingsOfOrders([order({ status: 'cancelled' }), order({ contactKey: null })]).bought).toEqual([]);
  });

  it('is that it was sent back', () => {
    const back = [{ user: 'contact-7', item: 'mug' }];
    expect(likingsOfOrders([order({ status: 'returned' })])).toEqual({ bought: [], returned: back });
    expect(likingsOfOrders([order({ status: 'refunded' })])).toEqual({ bought: [], returned: back });
  });
});
