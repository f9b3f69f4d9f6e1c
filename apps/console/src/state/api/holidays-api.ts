import { request } from './api.ts';
import type { Locale } from '../wire-types.ts';

/** As `site.json` writes it. */
export interface Holiday {
  /** `2026-12-24`, or `12-24` for every year. */
  date: string;
  /** The last day where there are several, written as `date` is. */
  until?: string;
  name: Partial<Record<Locale, string>>;
  /** `09:00-12:00`; left out: closed. */
  hours?: string[];
}

export interface Holidays {
  holidays: Holiday[];
  /** IANA zone of the site. */
  timeZone: string;
  /** ISO 3166-1 alpha-2, where the site says. */
  country: string | null;
}

const path = (site: string) => `holidays/${encodeURIComponent(site)}`;

export const holidaysApi = {
  read: (site: string) => request<Holidays>(path(site)),
  /** Refused with `conflict` when somebody changed them since `was` was read. */
  save: (site: string, was: readonly Holiday[], holidays: readonly Holiday[]) =>
    request<object>(path(site), { was, holidays }),
};
