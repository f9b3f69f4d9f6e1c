import { MAX_CLAIMS, MAX_CLAIMS_BYTES, mergedClaims } from '../../domain/claims.ts';
import { DeskError } from '../../domain/desk-error.ts';
import type { TrackedEvent, Visitor, VisitorChange } from '../../domain/visitor.ts';
import { closeAsOwner } from '../conversation/act-as-owner.ts';
import type { Desk } from '../desk.ts';
import { linkContact } from './link-contact.ts';
import { identityChange, namesAnother } from './visit.ts';
import type { CheckedIdentity } from './visit.ts';

/** Saves a change and tells the console. @throws DeskError `not_found` when the visitor was erased meanwhile. */
export async function updateVisitor(desk: Desk, visitor: Visitor, change: VisitorChange): Promise<Visitor> {
  const updated = await desk.store.updateVisitor(visitor.key, change);
  if (updated === null) throw new DeskError('not_found', 'the visitor is gone');
  desk.bus.publish({ kind: 'visitor', site: visitor.site, visitorKey: visitor.key });
  return updated;
}

/**
 * The page says who the visitor is.
 * @throws DeskError `bad_request` when all that was ever claimed comes to too much; what was known before stays.
 * @throws DeskError `refused` when the session is another verified person's: the page has to shut it down first.
 */
export async function identify(desk: Desk, visitor: Visitor, identity: CheckedIdentity): Promise<Visitor> {
  // Another tab of theirs may have said something since this one came.
  const current = (await desk.store.findVisitor(visitor.key)) ?? visitor;
  if (current.verified && namesAnother(current, identity)) {
    throw new DeskError('refused', 'this session belongs to another verified user');
  }
  const known = identity.verified || (current.verified && identity.userId === null);
  if (desk.sites.get(visitor.site)?.identity === 'required' && !known) {
    throw new DeskError('refused', 'this site requires a signed identity');
  }
  const claims = mergedClaims(current.claims, identity.claims);
  if (claims === null) throw tooManyClaims();
  const identified = await updateVisitor(desk, current, { ...identityChange(current, identity), claims });
  await linkContact(desk, current, identified);
  return identified;
}

/** What the page is told whose claims were not taken. */
export function tooManyClaims(): DeskError {
  const limits = `${MAX_CLAIMS} names and ${MAX_CLAIMS_BYTES} bytes of JSON in all`;
  return new DeskError('bad_request', `attributes: too many, or too long; one visitor has at most ${limits}`);
}

/** A blocked visitor's conversation is over as well. @throws DeskError `not_found`. */
export async function setBlocked(
  desk: Desk,
  site: string,
  conversationId: string,
  blocked: Visitor['blocked'],
): Promise<Visitor> {
  const row = await desk.store.findConversation(site, conversationId);
  if (row === null) throw new DeskError('not_found', 'no such conversation');
  const visitor = await updateVisitor(desk, row.visitor, { blocked });
  if (blocked !== 'no') await closeAsOwner(desk, { site, conversationId, ownerName: '' });
  return visitor;
}

/** Keeps what a page told. A visitor's clock may be ahead: what lies in the future would stay new for ever, and happened now at the latest. */
export async function track(desk: Desk, visitor: Visitor, events: readonly TrackedEvent[]): Promise<void> {
  const now = desk.clock.now();
  await desk.store.addTracked(
    visitor.key,
    events.map((event) => ({ ...event, at: Math.max(0, Math.min(event.at, now)) })),
  );
}
