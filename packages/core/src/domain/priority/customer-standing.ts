import type { Contact } from '../records/contact.ts';
import type { Order } from '../records/order.ts';
import type { PriorityFacts } from './score.ts';

/** Orders that were not paid, or whose money went back. */
const UNPAID: ReadonlySet<Order['status']> = new Set(['pending', 'cancelled', 'refunded']);

/**
 * What a business knows of somebody, as priorities count it.
 * @param orders theirs, of any state
 * @param currency ISO 4217, the site's own; orders in another one count as orders, but not to the total. Null: all are taken to be in one
 */
export function customerStanding(
  contact: Pick<Contact, 'customer'> | null,
  orders: readonly Pick<Order, 'status' | 'total' | 'currency'>[],
  currency: string | null,
): Pick<PriorityFacts, 'customer' | 'orderTotal'> {
  if (contact === null) return { customer: 'none', orderTotal: 0 };
  const paid = orders.filter(({ status, total }) => total !== null && total > 0 && !UNPAID.has(status));
  const orderTotal = paid
    .filter((order) => currency === null || order.currency === currency)
    .reduce((sum, { total, currency: of }) => sum + (total ?? 0) / 10 ** minorDigits(of ?? currency), 0);
  const bought = contact.customer || orders.length > 0;
  return { customer: paid.length > 0 ? 'paying' : bought ? 'customer' : 'contact', orderTotal };
}

/** How many decimals a currency is written with (ISO 4217); two where it is not known. */
export function minorDigits(currency: string | null): number {
  if (currency === null || !/^[A-Z]{3}$/.test(currency)) return 2;
  const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}
