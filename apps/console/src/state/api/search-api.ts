import { request } from './api.ts';
import type { Locale } from '../wire-types.ts';

export const SEARCH_KINDS = ['contacts', 'tickets', 'orders', 'faqs', 'messages'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** A piece of a text, with the places to mark in it (UTF-16 units). */
export interface Excerpt {
  text: string;
  ranges: [from: number, to: number][];
  /** Whether something was left out before and after it. */
  cut: [before: boolean, after: boolean];
}

export interface SearchHit {
  kind: SearchKind;
  /** A conversation's id, a contact's key, a ticket's or an order's number, an FAQ's intent. */
  id: string;
  title: Excerpt;
  text: Excerpt;
  /** UTC milliseconds; null for what has no moment. */
  at: number | null;
  state: string | null;
  from: 'visitor' | 'bot' | 'owner' | null;
  /** Of a message: its place in the conversation. */
  seq: number | null;
}

export interface SearchAnswer {
  groups: { kind: SearchKind; hits: SearchHit[]; next: string | null }[];
  /** Rows that are not in the index yet. */
  backlog: number;
}

/** What is left out is any. What has no such thing (a contact has no state) is not found by it. */
export interface SearchFilter {
  kind?: SearchKind;
  /** UTC milliseconds. */
  from?: number;
  state?: 'open' | 'done';
  locale?: Locale;
}

/** @param after `next` of the page before; only with a kind. @throws ApiError */
export function search(site: string, q: string, filter: SearchFilter, after: string | null): Promise<SearchAnswer> {
  const { kind, from, state, locale } = filter;
  const query = new URLSearchParams({
    ...{ q, ...(kind && { kind }), ...(after && { after }) },
    ...{ ...(from !== undefined && { from: String(from) }), ...(state && { state }), ...(locale && { locale }) },
  });
  return request(`search/${encodeURIComponent(site)}?${query}`);
}
