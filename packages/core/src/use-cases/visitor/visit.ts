import { mergedClaims } from '../../domain/claims.ts';
import { DeskError } from '../../domain/desk-error.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Site } from '../../domain/site.ts';
import type { Claims, Visitor, VisitorChange } from '../../domain/visitor.ts';
import type { Desk } from '../desk.ts';
import { linkContact } from './link-contact.ts';

/** What a browser says about itself when it comes; checked at the door, `identity` by its signature. */
export interface VisitFacts {
  locale: Locale;
  timeZone: string | null;
  page: { url: string; title: string } | null;
  referrer: string | null;
  consent: { version: string; at: number } | null;
  identity: CheckedIdentity | null;
}

export interface CheckedIdentity {
  /** Null when the page names nobody: then only the claims count. */
  userId: string | null;
  /** Whether the signature over `userId` was there and right. */
  verified: boolean;
  claims: Claims;
}

/**
 * Finds the visitor of a session token, or makes a new one. Claims that are too many must not cost a visitor the chat: who
 * comes with them comes without, and keeps what was claimed before.
 * @param tokenHash the hash of the token that was sent, or null.
 * @param fresh makes a new token; called only when one is needed.
 * @returns besides, whether the claims were `taken`; `newToken` is null when the session went on.
 * @throws DeskError `refused` when the site requires an identity or a consent that is missing.
 */
export async function visit(
  desk: Desk,
  site: Site,
  facts: VisitFacts,
  tokenHash: string | null,
  fresh: () => { token: string; hash: string },
): Promise<{ visitor: Visitor; newToken: string | null; taken: boolean }> {
  const found = tokenHash === null ? null : await desk.store.findVisitorByToken(site.id, tokenHash);
  if (site.identity === 'required' && facts.identity?.verified !== true && found?.verified !== true) {
    throw new DeskError('refused', 'this site requires a signed identity');
  }
  if (site.consent !== null && (facts.consent ?? found?.consent)?.version !== site.consent.version) {
    throw new DeskError('refused', 'this site requires consent first');
  }
  const known = found !== null && !isSomebodyElse(found, facts.identity) ? found : null;
  const claims = mergedClaims(known?.claims ?? {}, facts.identity?.claims ?? {});
  const taken = claims !== null;
  if (known !== null) {
    const change = changes(known, facts, claims ?? known.claims);
    const visitor = change === null ? known : await desk.store.updateVisitor(known.key, change);
    if (visitor !== null) {
      await linkContact(desk, known, visitor);
      return { visitor, newToken: null, taken };
    }
  }
  const { token, hash } = fresh();
  const visitor = await desk.store.createVisitor(
    {
      site: site.id,
      id: desk.ids.uuid(),
      createdAt: desk.clock.now(),
      locale: facts.locale,
      timeZone: facts.timeZone,
      userId: facts.identity?.userId ?? null,
      verified: facts.identity?.verified ?? false,
      claims: claims ?? {},
      page: facts.page,
      referrer: facts.referrer,
      consent: facts.consent,
      blocked: 'no',
    },
    hash,
  );
  await linkContact(desk, null, visitor);
  return { visitor, newToken: token, taken };
}

/** A verified visitor's session never becomes another person's, and never an unverified one's of another name. */
function isSomebodyElse(visitor: Visitor, identity: CheckedIdentity | null): boolean {
  return visitor.verified && namesAnother(visitor, identity);
}

function changes(visitor: Visitor, facts: VisitFacts, claims: Claims): VisitorChange | null {
  const change: VisitorChange = {};
  if (facts.locale !== visitor.locale) change.locale = facts.locale;
  if (facts.timeZone !== null && facts.timeZone !== visitor.timeZone) change.timeZone = facts.timeZone;
  if (facts.page !== null && facts.page.url !== visitor.page?.url) change.page = facts.page;
  if (facts.consent !== null && facts.consent.version !== visitor.consent?.version) change.consent = facts.consent;
  if (facts.identity !== null) Object.assign(change, identityChange(visitor, facts.identity), { claims });
  return Object.keys(change).length === 0 ? null : change;
}

export function namesAnother(visitor: Visitor, identity: CheckedIdentity | null): boolean {
  const userId = identity?.userId ?? null;
  return userId !== null && userId !== visitor.userId;
}

/** An unsigned claim of the same name, or none, keeps what a signature proved before. */
export function identityChange(
  visitor: Visitor,
  identity: CheckedIdentity,
): Required<Pick<VisitorChange, 'userId' | 'verified'>> {
  return {
    userId: identity.userId ?? visitor.userId,
    verified: identity.verified || (visitor.verified && !namesAnother(visitor, identity)),
  };
}
