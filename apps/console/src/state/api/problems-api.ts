import { request } from './api.ts';
import type { Locale } from '../wire-types.ts';

export type Texts = Partial<Record<Locale, string>>;

export interface ListedProblem {
  id: string;
  createdAt: number;
  text: Texts;
  words: string[];
  fixedAt: number | null;
  /** How many want to hear when it is fixed. */
  waiting: number;
}

export interface Problems {
  /** Whether mails can be sent: else those who wait hear it in the chat only. */
  mails: boolean;
  problems: ListedProblem[];
}

export interface Promises {
  days: number;
  kept: number;
  broken: number;
  open: number;
  share: { value: number; low: number; high: number } | null;
  /** Minutes of business time in which four of five answers came; null while too few say so. */
  usualMinutes: number | null;
}

const of = (what: string, site: string) => `${what}/${encodeURIComponent(site)}`;

export const problemsApi = {
  list: (site: string) => request<Problems>(of('problems', site)),
  add: (site: string, body: { text: Texts; words: string[] }) => request<object>(of('problems', site), body),
  fixed: (site: string, id: string, text: Texts) => request<object>(`${of('problems', site)}/${id}/fixed`, { text }),
  promises: (site: string) => request<Promises>(of('promises', site)),
};
