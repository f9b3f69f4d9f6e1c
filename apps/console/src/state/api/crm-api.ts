import type { TicketDetail } from '@solodesk/protocol/owner';
import { request } from './api.ts';
import type { Order } from './records-api.ts';
import type { Locale } from '../wire-types.ts';

export interface MarketingConsent {
  at: number;
  how: string;
  version?: string;
}

export interface Noted {
  tags: string[];
  attributes: Record<string, string>;
  /** Since when messages of marketing may be sent, how that was said, and to which text; null: they may not. */
  marketing: MarketingConsent | null;
}

export interface Browser {
  since: number;
  locale: Locale;
  timeZone: string | null;
  verified: boolean;
  blocked: boolean;
  claims: Record<string, string | number | boolean | null>;
  page: { url: string; title: string } | null;
  referrer: string | null;
  consent: { version: string; at: number } | null;
}

export interface NoQuestions {
  at: number;
  by: 'reader' | 'owner';
}

export interface ProfileAnswer {
  profile: Noted;
  browsers: Browser[];
  /** Since when they are asked by mail no more, and who said so: they, by a mail's link, or the owner. Null: they may be asked. */
  noQuestions: NoQuestions | null;
}

export interface NotedChange {
  addTags?: string[];
  removeTags?: string[];
  /** A value of null takes one away. */
  attributes?: { name: string; value: string | null }[];
  marketing?: boolean | MarketingConsent;
}

export type TimelineItem = { key: number; at: number } & (
  | { kind: 'conversation'; id: string; state: 'bot' | 'waiting' | 'owner' | 'closed'; preview: string }
  | {
      kind: 'ticket';
      number: number;
      name: string;
      state: string;
      subject: string;
      level: 'urgent' | 'high' | 'normal' | 'low';
    }
  | ({ kind: 'order' } & Pick<Order, 'number' | 'status' | 'statusText' | 'total' | 'currency'>)
  | {
      kind: 'appointment';
      service: string;
      resource: string;
      endsAt: number;
      state: 'booked' | 'cancelled';
      /** What was asked for when it was booked. */
      details: TicketDetail['details'];
    }
  | {
      kind: 'score';
      survey: string;
      score: number | null;
      word: string;
      answeredAt: number | null;
      skippedAt: number | null;
    }
  | { kind: 'mail'; address: string; about: string }
  | { kind: 'page'; name: string; page: string }
);

/** What a customer might like, and why, in both languages. */
export interface OfferView {
  product: string;
  name: Record<Locale, string>;
  url: string | null;
  why: Record<Locale, string>;
}

export interface TimelineAnswer {
  items: TimelineItem[];
  /** The `after` of the next page; null on the last one. */
  next: string | null;
}

const of = (site: string, contact: number) => `contacts/${encodeURIComponent(site)}/${contact}`;

export const crmApi = {
  profile: (site: string, contact: number) => request<ProfileAnswer>(`${of(site, contact)}/profile`),
  change: (site: string, contact: number, change: NotedChange) =>
    request<ProfileAnswer>(`${of(site, contact)}/profile`, change),
  block: (site: string, contact: number, blocked: boolean) =>
    request<ProfileAnswer>(`${of(site, contact)}/block`, { blocked }),
  questions: (site: string, contact: number, may: boolean) =>
    request<ProfileAnswer>(`${of(site, contact)}/questions`, { may }),
  timeline: (site: string, contact: number, after: string | null) =>
    request<TimelineAnswer>(
      `${of(site, contact)}/timeline${after === null ? '' : `?after=${encodeURIComponent(after)}`}`,
    ),
  offers: (site: string, contact: number) => request<{ offers: OfferView[] }>(`${of(site, contact)}/offers`),
  tags: (site: string) => request<{ tags: { tag: string; contacts: number }[] }>(`tags/${encodeURIComponent(site)}`),
};
