import type { Locale } from '../locale.ts';

/** Where somebody first came from: the page before, and what its link said of itself (UTM). */
export interface ContactSource {
  readonly referrer?: string;
  readonly source?: string;
  readonly medium?: string;
  readonly campaign?: string;
}

/** A person whom the business can reach, or knows by an id of its own. */
export interface Contact {
  /** The store's own number; a later contact has a higher one. */
  readonly key: number;
  readonly site: string;
  /** The business's own id of them, else a UUID. */
  readonly id: string;
  /** Whether `id` is the business's own; one that was made here gives way to it. */
  readonly ownId: boolean;
  /**
   * Whether the business itself or a signature says who this is. One that is not verified is what a single visitor said: it
   * is that visitor's alone, is found by nobody's e-mail address or number, and never becomes one with another contact.
   */
  readonly verified: boolean;
  readonly name: string | null;
  /** Lower case. A means to reach them, and no proof of anything. */
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly locale: Locale | null;
  /** Whether they have bought, or the owner says so ... */
  readonly customer: boolean;
  /** ... and since when: their first order. UTC milliseconds; null when they have not. */
  readonly customerSince: number | null;
  readonly source: ContactSource;
  /** UTC milliseconds. */
  readonly createdAt: number;
}

/** What is said of a contact; what is left out stays as it is, null empties it. One of id, e-mail and phone is needed. */
export interface ContactDraft {
  readonly id?: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly name?: string | null;
  readonly locale?: Locale | null;
  readonly customer?: boolean;
  readonly customerSince?: number;
  /** Whether they allowed messages of marketing; it stands with what is noted of them (`sentMarketing`). */
  readonly marketing?: boolean;
  /** When they did; alone it says that they did. UTC milliseconds. */
  readonly marketingSince?: number;
  /** Of the text that they agreed to. */
  readonly marketingVersion?: string;
  readonly source?: ContactSource;
  readonly createdAt?: number;
}

/** What the owner says of one contact: what is left out stays, null empties it. */
export type ContactCorrection = Pick<
  ContactDraft,
  'name' | 'email' | 'phone' | 'locale' | 'customer' | 'customerSince'
>;

/** Questions for contacts of one site: only verified ones have an address or a number to be found by. */
export interface ContactFinder {
  /** The verified one, where there are two. */
  byId(id: string): Contact | null;
  byEmail(email: string): Contact | null;
  byPhone(phone: string): Contact | null;
}

/**
 * The contact that a draft of the business speaks of. Its own id decides; e-mail address and number are asked only
 * where no other own id stands against it: two customers may share an address.
 */
export function matchContact(draft: ContactDraft, find: ContactFinder): Contact | null {
  const { id, email, phone } = draft;
  const known = id === undefined ? null : find.byId(id);
  if (known !== null) return known;
  const reached =
    (email ? find.byEmail(email) : null) ?? (phone && (email ?? null) === null ? find.byPhone(phone) : null);
  return id !== undefined && reached?.ownId === true ? null : reached;
}

/** @param fresh id of the contact if it is a new one without an id of its own. */
export function withContactDraft(
  before: Contact | null,
  draft: ContactDraft,
  fresh: { site: string; id: string; verified: boolean; at: number },
): Contact {
  const customerSince = earliest(before?.customerSince ?? null, customerFrom(before, draft, fresh.at));
  const gone = draft.customer === false;
  return {
    key: before?.key ?? 0,
    site: fresh.site,
    // Another own id can only be that of a contact which became this one.
    id: before?.ownId === true ? before.id : (draft.id ?? before?.id ?? fresh.id),
    ownId: draft.id !== undefined || (before?.ownId ?? false),
    verified: before?.verified ?? fresh.verified,
    name: kept(draft.name, before?.name),
    email: kept(draft.email, before?.email),
    phone: kept(draft.phone, before?.phone),
    locale: kept(draft.locale, before?.locale),
    customer: !gone && customerSince !== null,
    customerSince: gone ? null : customerSince,
    // The first source is the one that counts.
    source: before !== null && Object.keys(before.source).length > 0 ? before.source : (draft.source ?? {}),
    createdAt: draft.createdAt ?? before?.createdAt ?? fresh.at,
  };
}

/**
 * A contact after the owner's own word, which stands against what is known. Null where nothing would be left to reach them by.
 * @param at when a customer is one from. UTC milliseconds
 */
export function withCorrection(before: Contact, change: ContactCorrection, at: number): Contact | null {
  const { site, id, verified } = before;
  const after = withContactDraft(before, change, { site, id, verified, at });
  const isReachable = ({ ownId, email, phone }: Contact) => ownId || email !== null || phone !== null;
  return isReachable(before) && !isReachable(after) ? null : after;
}

/** What a search of contacts looks at: one line a field, folded as `searchFold` folds the question. */
export function contactSearchText({ id, ownId, name, email, phone }: Contact): string {
  // Nobody knows an id that was made here, and parts of it are like anything.
  return searchFold([ownId ? id : null, name, email, phone].filter((part) => part !== null).join('\n'));
}

export function searchFold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function customerFrom(before: Contact | null, draft: ContactDraft, at: number): number | null {
  if (draft.customerSince !== undefined) return draft.customerSince;
  if (draft.customer !== true || before?.customer === true) return null;
  return draft.createdAt ?? at;
}

function earliest(one: number | null, other: number | null): number | null {
  return one === null ? other : other === null ? one : Math.min(one, other);
}

function kept<T>(said: T | null | undefined, before: T | null | undefined): T | null {
  return said === undefined ? (before ?? null) : said;
}
