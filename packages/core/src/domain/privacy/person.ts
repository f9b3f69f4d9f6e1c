/** Whom it is about: the number of a contact, or the public id of a conversation. */
export type PersonQuestion = { readonly contact: number } | { readonly conversation: string };

/**
 * Everything by which rows are one person's: their contacts, the browsers that are linked to these, and the one conversation
 * of each. What only looks like the same person (another contact of the same address) is not theirs: it may be somebody
 * else's claim, and is named in `alike` for the owner to decide.
 */
export interface Person {
  readonly site: string;
  readonly name: string | null;
  /** Numbers of contacts, the newest first. */
  readonly contacts: readonly number[];
  /** Numbers of visitors, the newest first; a visitor's conversation has the same number. */
  readonly visitors: readonly number[];
  readonly conversations: readonly { readonly key: number; readonly id: string }[];
  readonly tickets: readonly { readonly key: number; readonly id: string; readonly number: number }[];
  /** Numbers of the contacts that have the same e-mail address or telephone number. */
  readonly alike: readonly number[];
}
