import type { ContactDraft } from '../records/contact.ts';

/** That somebody allowed messages of marketing. */
export interface MarketingConsent {
  /** UTC milliseconds. */
  readonly at: number;
  /** How it was said: to the `owner`, in a `form`, in an `import`ed file, or as another program sent it (`api`). */
  readonly how: string;
  /** Of the text that was agreed to, where it is known. */
  readonly version?: string;
}

/**
 * What stands after the business has sent word of it; what stood already is not dated anew, so that the same file twice changes nothing.
 * A list that knows nothing newer does not bring back who has unsubscribed.
 * @param unsubscribedAt when this address last left such messages; null: never
 */
export function sentMarketing(
  before: MarketingConsent | null,
  { marketing, marketingSince: since, marketingVersion: version }: ContactDraft,
  by: { at: number; how: string; unsubscribedAt: number | null },
): MarketingConsent | null {
  if (marketing === false) return null;
  if ((marketing === undefined && since === undefined) || before !== null) return before;
  if (by.unsubscribedAt !== null && (since ?? 0) <= by.unsubscribedAt) return null;
  return { at: since ?? by.at, how: by.how, ...(version !== undefined && { version }) };
}

/** Whether a draft says anything of it. */
export function tellsOfMarketing({ marketing, marketingSince }: ContactDraft): boolean {
  return marketing !== undefined || marketingSince !== undefined;
}

export function sameMarketing(one: MarketingConsent | null, other: MarketingConsent | null): boolean {
  return one?.at === other?.at && one?.how === other?.how && one?.version === other?.version;
}
