import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CdnowPurchase {
  readonly customer: string;
  /** `YYYYMMDD` */
  readonly date: string;
}

/** Purchases of the set of Fader and Hardie, in the order of the file. @throws Error for a line that is none */
export function cdnowPurchases(data: string): readonly CdnowPurchase[] {
  const lines = readFileSync(join(data, 'cdnow/CDNOW_master.txt'), 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    const [customer = '', date = ''] = line.trim().split(/\s+/);
    if (customer === '' || customer === 'customer_id') return [];
    if (!/^\d{8}$/.test(date)) throw new Error(`CDNOW_master.txt, line ${at + 1}: "${date}" is no date`);
    return [{ customer, date }];
  });
}

/** Months since the year 0. */
export const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(4, 6)) - 1;

/** Days since 1970. */
export const dayOf = (date: string): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6, 8))) / 86_400_000;
