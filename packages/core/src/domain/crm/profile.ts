import type { MarketingConsent } from './marketing.ts';

/** What the owner notes of a contact; an import changes nothing of it but whether marketing is allowed. */
export interface Profile {
  readonly contactKey: number;
  /** In alphabetical order of their code points. */
  readonly tags: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  /** Null: messages of marketing may not be sent. */
  readonly marketing: MarketingConsent | null;
}

/** What is left out stays as it is. */
export interface ProfileChange {
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  /** Null takes one away. */
  readonly attributes?: Readonly<Record<string, string | null>>;
  readonly marketing?: Profile['marketing'];
}

export const MOST_TAGS = 30;
export const MOST_ATTRIBUTES = 50;
/** Longest tag, and longest name of an attribute, in UTF-16 units. */
export const TAG_LENGTH = 40;
export const ATTRIBUTE_LENGTH = 500;

export function emptyProfile(contactKey: number): Profile {
  return { contactKey, tags: [], attributes: {}, marketing: null };
}

/** Null where it would have more tags or attributes than one may have. */
export function withProfileChange(before: Profile, change: ProfileChange): Profile | null {
  const { addTags = [], removeTags = [], attributes = {}, marketing = before.marketing } = change;
  const tags = [...new Set([...before.tags.filter((tag) => !removeTags.includes(tag)), ...addTags])].sort(byCodeUnits);
  const all = Object.entries({ ...before.attributes, ...attributes });
  const kept = all.filter((pair): pair is [string, string] => pair[1] !== null).sort(([a], [b]) => byCodeUnits(a, b));
  if (tags.length > MOST_TAGS || kept.length > MOST_ATTRIBUTES) return null;
  return { ...before, tags, attributes: Object.fromEntries(kept), marketing };
}

export function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
