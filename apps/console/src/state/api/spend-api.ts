import { request } from './api.ts';

/** What was spent on a channel in a month; in minor units of its currency. */
export interface SpendLine {
  key: number;
  channel: string;
  /** `2026-05` */
  month: string;
  currency: string;
  amount: number;
}

export interface SpendList {
  rows: SpendLine[];
  currency: string | null;
}

export interface NewSpend extends Omit<SpendLine, 'key'> {
  /** Whole units: 49.9. */
  amount: number;
}

const of = (site: string) => `spend/${encodeURIComponent(site)}`;

export const spendApi = {
  list: (site: string) => request<SpendList>(of(site)),
  save: (site: string, spent: NewSpend) => request<SpendList>(of(site), spent),
  remove: (site: string, key: number) => request<SpendList>(`${of(site)}/remove`, { key }),
};
