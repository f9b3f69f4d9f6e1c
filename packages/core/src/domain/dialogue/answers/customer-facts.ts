import type { Claims, Visitor } from '../../visitor.ts';

/** What an answer may depend on. */
export interface CustomerFacts {
  /** Plain text of a field, or undefined when it is not known or not fit to be said. */
  field(name: string): string | undefined;
  /** Lower case; what the page calls the customer's group, such as `wholesale`. */
  readonly segments: readonly string[];
  /** Lower case: what the page says, else `contact` for who can be reached and `visitor` for everybody else. */
  readonly stage: string;
  /** Path of the page where the visitor is, such as `/products/shirt`; null when it is not known. */
  readonly path: string | null;
}

/** Of somebody of whom nothing is known. */
export const NOBODY: CustomerFacts = { field: () => undefined, segments: [], stage: 'visitor', path: null };

/** Code points; what is longer is no name and no number, and is not repeated to anybody. */
const LONGEST_FIELD = 60;

/**
 * A scheme, `www.` or a domain name: a page's claim must never become something that a browser or a mail program makes a
 * link of. An e-mail address is let through only where that is what the field is.
 */
const LIKE_A_LINK = /:\/\/|\bmailto:|\bjavascript:|\bwww\.|[\p{L}\p{N}-]{2,}\.[\p{L}]{2,}/iu;
const EMAIL = /^[^\s@<>"]{1,40}@[a-z0-9.-]{3,40}$/i;

/**
 * Facts from what the page says about its visitor. They are claims, whoever signed the identity: a signature covers the
 * user's id alone. So they are cut down to short plain text, and open nothing.
 */
export function customerFacts(visitor: Pick<Visitor, 'claims' | 'userId' | 'page'>): CustomerFacts {
  const { claims, userId, page } = visitor;
  const reachable =
    userId !== null || [claims['email'], claims['phone']].some((claim) => plainField(claim) !== undefined);
  return {
    field: (name) => (Object.hasOwn(claims, name) ? plainField(claims[name], name) : undefined),
    segments: words(claims['segment']),
    stage: words(claims['stage'])[0] ?? (reachable ? 'contact' : 'visitor'),
    path: page === null ? null : pathOf(page.url),
  };
}

/** A claim as text that may stand in an answer, or undefined. */
export function plainField(value: Claims[string] | undefined, name = ''): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value !== 'string') return undefined;
  // Line ends, direction marks and other invisible characters could make a claim look like the bot's own words.
  const text = value.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  if (text === '' || [...text].length > LONGEST_FIELD) return undefined;
  if (name === 'email' ? !EMAIL.test(text) : LIKE_A_LINK.test(text)) return undefined;
  return text;
}

function words(claim: Claims[string] | undefined): string[] {
  if (typeof claim !== 'string') return [];
  return claim
    .slice(0, 400)
    .split(/[,;，；\s]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

function pathOf(url: string): string | null {
  return (
    /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ||
    (url.startsWith('/') ? (url.split(/[?#]/)[0] ?? null) : '/')
  );
}
