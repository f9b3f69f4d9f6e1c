import { caveatsOf, expectCounts, FEWEST } from './figure.ts';
import type { Figure } from './figure.ts';
import { poissonInterval } from './poisson.ts';

/** As people read it, whatever their language. */
export const CAC_FORMULA = 'CAC = Σ spend / N';

export interface Spend {
  /** ISO 4217. */
  readonly currency: string;
  /** Minor units. */
  readonly amount: number;
}

/** What it cost to win a customer, in one currency. */
export interface Cac {
  /** Null where nothing was spent. */
  readonly currency: string | null;
  /** Its estimate is in minor units. */
  readonly figure: Figure;
}

/**
 * The customer acquisition cost: spend in a period through customers won in it, in minor units, with the exact interval of a Poisson
 * count. One figure a currency, in the alphabet's order: two currencies are never added up, and where there are two each stands
 * for a part of the cost only, which its caveat says. Amounts below zero are left out and told.
 * @param won customers won in the period
 * @throws RangeError for what is no count or no amount
 */
export function cac(spend: readonly Spend[], won: number): readonly Cac[] {
  expectCounts({ won });
  const wrong = spend.find(({ amount }) => !Number.isFinite(amount));
  if (wrong !== undefined) throw new RangeError(`${wrong.amount} is no amount`);
  const currencies = [...new Set(spend.map(({ currency }) => currency))].sort();
  if (currencies.length === 0) return [{ currency: null, figure: ofCurrency([], won, 0) }];
  return currencies.map((currency) => {
    const amounts = spend.filter((each) => each.currency === currency).map(({ amount }) => amount);
    return { currency, figure: ofCurrency(amounts, won, currencies.length) };
  });
}

function ofCurrency(amounts: readonly number[], won: number, currencies: number): Figure {
  const counted = amounts.filter((amount) => amount >= 0);
  const total = counted.reduce((sum, amount) => sum + amount, 0);
  const inputs = { spend: total, N: won };
  const caveats = caveatsOf({
    negative_amounts: amounts.length - counted.length,
    several_currencies: currencies > 1 ? currencies : 0,
    spend_without_customers: total > 0 && won === 0 ? 1 : 0,
  });
  if (won === 0 || counted.length === 0) return { n: won, inputs, estimate: null, lack: 'nothing', caveats };
  if (won < FEWEST) return { n: won, inputs, estimate: null, lack: 'few', caveats };
  const { low, high } = poissonInterval(won);
  return {
    n: won,
    inputs,
    estimate: { value: total / won, low: total / high, high: total / low },
    lack: null,
    caveats,
  };
}
