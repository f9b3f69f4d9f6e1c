import type { Site } from '../../domain/site.ts';
import type { Visitor } from '../../domain/visitor.ts';
import type { Desk } from '../desk.ts';
import { setBlocked, updateVisitor } from './update-visitor.ts';

/** Browsers of one contact that are looked at. */
const MOST = 200;

/**
 * Blocks every browser of a contact, or lifts the block; open conversations end with it. How many browsers there are: 0 where
 * nobody can be blocked, as the contact never visited.
 * @throws DeskError as `updateVisitor` does
 */
export async function blockContact(
  desk: Desk,
  site: Site,
  contactKey: number,
  blocked: Visitor['blocked'],
): Promise<number> {
  const visitors = await desk.store.visitorsOfContact(site.id, contactKey, MOST);
  for (const key of visitors) {
    const visitor = await desk.store.findVisitor(key);
    if (visitor === null || visitor.blocked === blocked) continue;
    const conversation = await desk.store.findConversationOfVisitor(site.id, key);
    if (conversation === null) await updateVisitor(desk, visitor, { blocked });
    else await setBlocked(desk, site.id, conversation.id, blocked);
  }
  return visitors.length;
}
