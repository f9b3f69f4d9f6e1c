import type { Contact } from '../records/contact.ts';
import { MOST_ATTRIBUTES, MOST_TAGS, byCodeUnits } from './profile.ts';
import type { Profile } from './profile.ts';

/** What two contacts share, by which they may be the same person. */
export type SharedReach = 'email' | 'phone';

/** What points at a contact, and is moved when it becomes another one: the tables of the store. */
export type MovedCounts = Readonly<Record<'visitors' | 'orders' | 'tickets' | 'appointments' | 'surveys', number>>;

/** Two contacts that became one. */
export interface ContactMerge {
  /** The store's own number. */
  readonly key: number;
  readonly winner: number;
  /** Number of the contact that is no more, until the merge is undone. */
  readonly loser: number;
  /** What the loser was called, or how it was reached. */
  readonly loserName: string;
  readonly at: number;
  readonly moved: MovedCounts;
}

/** What would become of two contacts. */
export interface MergePreview {
  readonly winner: Contact;
  readonly loser: Contact;
  readonly after: Contact;
  readonly moved: MovedCounts;
  /** Only one of the two is verified: that both are the same person is the owner's word, and nobody else's. */
  readonly needsVouching: boolean;
}

/**
 * Why two contacts cannot become one; null: they can. Who is not verified never takes in who is, as the business's own record
 * would go.
 */
export function mergeFault(winner: Contact, loser: Contact): 'same' | 'unverified_winner' | null {
  if (winner.key === loser.key || winner.site !== loser.site) return 'same';
  return loser.verified && !winner.verified ? 'unverified_winner' : null;
}

/** The one contact of two: what the winner does not have is taken from the loser. */
export function mergedContact(winner: Contact, loser: Contact): Contact {
  const takesId = !winner.ownId && loser.ownId && winner.verified === loser.verified;
  const customerSince = [winner.customerSince, loser.customerSince]
    .filter((at) => at !== null)
    .sort((a, b) => a - b)[0];
  return {
    ...winner,
    ...(takesId && { id: loser.id, ownId: true }),
    name: winner.name ?? loser.name,
    email: winner.email ?? loser.email,
    phone: winner.phone ?? loser.phone,
    locale: winner.locale ?? loser.locale,
    customer: customerSince !== undefined,
    customerSince: customerSince ?? null,
    source: Object.keys(winner.source).length > 0 ? winner.source : loser.source,
    createdAt: Math.min(winner.createdAt, loser.createdAt),
  };
}

/**
 * What is noted of the one. Where both note the same attribute, the winner's stands. Consent to marketing belongs to the
 * address that it was given for: the loser's counts only where the winner has no address of its own.
 */
export function mergedProfile(winner: Profile, loser: Profile, takesAddress: boolean): Profile {
  const tags = [...new Set([...winner.tags, ...loser.tags])].slice(0, MOST_TAGS).sort();
  const attributes = Object.entries({ ...loser.attributes, ...winner.attributes });
  const own = attributes.filter(([name]) => name in winner.attributes);
  const added = attributes.filter(([name]) => !(name in winner.attributes));
  return {
    contactKey: winner.contactKey,
    tags,
    attributes: Object.fromEntries(
      [...own, ...added.slice(0, MOST_ATTRIBUTES - own.length)].sort(([a], [b]) => byCodeUnits(a, b)),
    ),
    marketing: winner.marketing ?? (takesAddress ? loser.marketing : null),
  };
}
