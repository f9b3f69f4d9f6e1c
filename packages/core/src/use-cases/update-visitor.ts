import { DeskError } from '../domain/desk-error.ts';
import type { TrackedEvent, Visitor, VisitorChange } from '../domain/visitor.ts';
import { closeAsOwner } from './act-as-owner.ts';
import type { Desk } from './desk.ts';
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
 * @throws DeskError `refused` when the session is another verified person's: the page has to shut it down first.
 */
export async function identify(desk: Desk, visitor: Visitor, identity: CheckedIdentity): Promise<Visitor> {
  if (visitor.verified && namesAnother(visitor, identity)) {
    throw new DeskError('refused', 'this session belongs to another verified user');
  }
  if (desk.sites.get(visitor.site)?.identity === 'required' && !identity.verified && !(visitor.verified && identity.userId === null)) {
    throw new DeskError('refused', 'this site requires a signed identity');
  }
  return updateVisitor(desk, visitor, identityChange(visitor, identity));
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

export async function track(desk: Desk, visitor: Visitor, events: readonly TrackedEvent[]): Promise<void> {
  await desk.store.addTracked(visitor.key, events);
}
