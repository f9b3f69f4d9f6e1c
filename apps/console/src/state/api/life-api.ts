import { request } from './api.ts';
import type { Contact } from './records-api.ts';
import type { Locale } from '../wire-types.ts';

export const STAGES = ['contact', 'lead', 'new', 'active', 'at_risk', 'churned', 'won_back'] as const;
export type Stage = (typeof STAGES)[number];

/** All in days. */
export type LifeRules = Record<'leadDays' | 'newDays' | 'atRiskDays' | 'churnedDays' | 'wonBackDays', number>;

export interface LifeAnswer {
  counts: Record<Stage, number>;
  rules: LifeRules;
  moves: {
    at: number;
    from: Stage;
    to: Stage;
    byRules: boolean;
    contact: Pick<Contact, 'key' | 'id' | 'name' | 'email'>;
  }[];
  messages: {
    name: string;
    on: Stage | 'delivered';
    afterDays: number;
    segment: string | null;
    subject: Partial<Record<Locale, string>>;
    sent: number;
    left: number;
  }[];
  mails: boolean;
}

export interface Standing {
  stage: Stage;
  since: number;
  until: number | null;
  facts: Record<'firstOrderAt' | 'lastOrderAt' | 'orderBeforeAt' | 'lastAskedAt' | 'customerSince', number | null>;
}

/** As `site.json` writes the `where` of a segment. */
export interface ContactFilter {
  stage?: Stage[];
  tags?: string[];
  language?: Locale;
  marketing?: boolean;
  customer?: boolean;
  seenWithinDays?: number;
  unseenForDays?: number;
  minOrders?: number;
  maxOrders?: number;
  spent?: { atLeast: number; currency: string };
  attribute?: { name: string; value?: string };
}

export interface Segment {
  name: string;
  title: Partial<Record<Locale, string>>;
  where: ContactFilter;
}

export interface BlockedBrowser {
  visitor: number;
  since: number;
  why: 'blocked' | 'spam';
  name: string | null;
  contact: number | null;
  conversation: string | null;
  /** What was said last, and by whom. */
  preview: string;
  previewFrom: 'visitor' | 'bot' | 'owner' | null;
  page: string | null;
}

const of = (what: string, site: string) => `${what}/${encodeURIComponent(site)}`;
const asQuery = (filter: ContactFilter) => `filter=${encodeURIComponent(JSON.stringify(filter))}`;

export const lifeApi = {
  life: (site: string) => request<LifeAnswer>(of('life', site)),
  standing: (site: string, contact: number) =>
    request<{ standing: Standing | null; rules: LifeRules }>(`${of('contacts', site)}/${contact}/life`),
  contacts: (site: string, search: string, filter: ContactFilter, before: number | null) =>
    request<{ contacts: (Contact & { stage: Stage | null })[]; next: number | null }>(
      `${of('contacts', site)}?search=${encodeURIComponent(search)}&${asQuery(filter)}${before === null ? '' : `&before=${before}`}`,
    ),
  segments: (site: string) => request<{ segments: Segment[]; currency: string }>(of('segments', site)),
  count: (site: string, filter: ContactFilter) =>
    request<{ contacts: number }>(`${of('segments', site)}/count?${asQuery(filter)}`),
  saveSegments: (site: string, was: readonly Segment[], segments: readonly Segment[]) =>
    request<{ segments: Segment[] }>(of('segments', site), { was: was.map((each) => JSON.stringify(each)), segments }),
  blocked: (site: string, before: number | null) =>
    request<{ blocked: BlockedBrowser[]; next: number | null }>(
      `${of('blocked', site)}${before === null ? '' : `?before=${before}`}`,
    ),
  setBlocked: (site: string, visitor: number, blocked: boolean) =>
    request<object>(`${of('blocked', site)}/${visitor}`, { blocked }),
};
