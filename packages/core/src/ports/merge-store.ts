import type { ContactMerge, MergePreview, SharedReach } from '../domain/crm/merge.ts';
import type { Contact } from '../domain/records/contact.ts';

export interface Duplicate {
  readonly contact: Contact;
  readonly shared: readonly SharedReach[];
}

export type MergeOutcome =
  | { readonly kind: 'merged'; readonly merge: ContactMerge }
  /** One of them is not there (any more). */
  | { readonly kind: 'gone' }
  /** See `mergeFault`; `needs_vouching`: only one is verified, and nobody vouched for it. */
  | { readonly kind: 'refused'; readonly why: 'same' | 'unverified_winner' | 'needs_vouching' };

/** Two contacts that are the same person. Nothing of this ever happens by itself. */
export interface MergeStore {
  /** Contacts with the same address or number, verified or not, the oldest first. */
  duplicates(site: string, contactKey: number, limit: number): Promise<Duplicate[]>;
  /** Null where one of them is not there. */
  previewMerge(site: string, winner: number, loser: number): Promise<MergePreview | null>;
  /** All that pointed at the loser points at the winner afterwards, and the loser is no more. */
  mergeContacts(
    site: string,
    pair: { readonly winner: number; readonly loser: number; readonly vouched: boolean; readonly at: number },
  ): Promise<MergeOutcome>;
  /** Merges of a contact that can be undone, the last first. */
  mergesOf(site: string, contactKey: number): Promise<ContactMerge[]>;
  /**
   * Both are as they were, and what was moved is back; what was changed of the winner since stays changed. Null where there is no
   * such merge, or it is undone, or the winner is gone or was merged itself since.
   */
  undoMerge(site: string, mergeKey: number): Promise<ContactMerge | null>;
}
