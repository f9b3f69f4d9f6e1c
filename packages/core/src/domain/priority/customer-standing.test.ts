import { describe, expect, it } from '@jest/globals';
import { customerStanding } from './customer-standing.ts';

const order = (status: 'paid' | 'pending' | 'refunded', total: number | null, currency: string | null = 'EUR') => ({
  status,
  total,
  currency,
});

describe('what is known of a customer', () => {
  it('is whether they paid, bought, or can only be reached', () => {
    expect(customerStanding(null, [], 'EUR').customer).toBe('none');
    expect(customerStanding({ customer: false }, [], 'EUR').customer).toBe('contact');
    expect(customerStanding({ customer: true }, [], 'EUR').customer).toBe('customer');
    expect(customerStanding({ customer: false }, [order('pending', 900)], 'EUR').customer).toBe('customer');
    expect(customerStanding({ customer: false }, [order('paid', 0)], 'EUR').customer).toBe('customer');
    expect(customerStanding({ customer: false }, [order('paid', 900)], 'EUR').customer).toBe('paying');
  });

  it("is what their orders come to, in whole units of the site's currency", () => {
    const orders = [order('paid', 1_950), order('paid', 4_000), order('refunded', 9_900), order('paid', 500, 'USD')];
    expect(customerStanding({ customer: true }, orders, 'EUR').orderTotal).toBe(59.5);
    expect(customerStanding({ customer: true }, [order('paid', 500, 'JPY')], 'JPY').orderTotal).toBe(500);
    expect(customerStanding({ customer: true }, [order('paid', 500, null)], null).orderTotal).toBe(5);
  });
});
