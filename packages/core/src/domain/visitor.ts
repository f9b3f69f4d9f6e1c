import type { Locale } from './locale.ts';

export type Claims = Readonly<Record<string, string | number | boolean | null>>;

/** A browser that has talked to a site: anonymous until it says who it is, verified only by a signature. */
export interface Visitor {
  /** The store's own number. */
  readonly key: number;
  readonly site: string;
  /** Public, unguessable. */
  readonly id: string;
  readonly createdAt: number;
  readonly locale: Locale;
  readonly timeZone: string | null;
  readonly userId: string | null;
  /** Whether a signature covers `userId`. */
  readonly verified: boolean;
  /** What the page says about the person; never trusted. */
  readonly claims: Claims;
  readonly page: { url: string; title: string } | null;
  /** Of the first visit. */
  readonly referrer: string | null;
  readonly consent: { version: string; at: number } | null;
  readonly blocked: 'no' | 'blocked' | 'spam';
}

type Changeable<T> = { -readonly [K in keyof T]?: T[K] };

/** What a visit may change about a visitor. */
export type VisitorChange = Changeable<
  Pick<Visitor, 'locale' | 'timeZone' | 'userId' | 'verified' | 'claims' | 'page' | 'consent' | 'blocked'>
>;

/** Something that a page reported: a view, a cart, a purchase, a rating ... */
export interface TrackedEvent {
  /** Unique for its visitor, so that a repeated packet counts once. */
  clientId: string;
  name: string;
  props: Claims;
  /** UTC milliseconds by the visitor's clock. */
  at: number;
  page: string;
}

/** One of all that were stored of a site's visitors. */
export interface SiteTrackedEvent extends TrackedEvent {
  /** Rises with each that is stored. */
  readonly key: number;
  readonly visitorKey: number;
  /** Whose it was; null unless a signature said so. */
  readonly contactKey: number | null;
}
