import { request } from './api.ts';
import type { Locale } from './wire-types.ts';

interface Count {
  asked: number;
  answered: number;
  skipped: number;
}

export interface Satisfaction {
  days: number;
  formula: string;
  n: number;
  sum: number;
  /** Null: too few to say. */
  value: { mean: number; low: number; high: number } | null;
  count: Count;
  latest: {
    score: number;
    word: string;
    at: number;
    channel: 'chat' | 'mail';
    locale: Locale;
    ticket: string | null;
    survey: string;
  }[];
  surveys: ({ name: string; title: string } & Count)[];
}

export const satisfactionApi = {
  read: (site: string) => request<Satisfaction>(`satisfaction/${encodeURIComponent(site)}`),
};
