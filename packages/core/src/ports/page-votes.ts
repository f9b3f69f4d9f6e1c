import type { Locale } from '../domain/locale.ts';

/** One "did this help?" about a page of the help centre. Nothing in it is about the person. */
export interface PageVote {
  site: string;
  /** `article:<slug>` or `faq:<intent>`. */
  page: string;
  locale: Locale;
  /** The day in the site's time zone, `2026-11-27`: votes are counted by day, not kept one by one. */
  day: string;
  helpful: boolean;
}

/** How often a page helped, and how often not. */
export interface PageVoteCount {
  page: string;
  locale: Locale;
  yes: number;
  no: number;
}

export interface PageVoteStore {
  /** Resolves when it is on disk. */
  countPageVote(vote: PageVote): Promise<void>;
  /** Counts of a site's pages over these days, both included, by page and language. */
  pageVotes(site: string, days: { from: string; to: string }): Promise<PageVoteCount[]>;
}
