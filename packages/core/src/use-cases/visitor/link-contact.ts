import type { Visitor } from '../../domain/visitor.ts';
import type { Desk } from '../desk.ts';

/** Whom a signature has just named becomes a contact by that id, if they are none yet: the same person in each browser. */
export async function linkContact(desk: Desk, before: Visitor | null, visitor: Visitor): Promise<void> {
  const { key, site, userId, verified } = visitor;
  if (!verified || userId === null || (before?.verified === true && before.userId === userId)) return;
  await desk.store.linkVerifiedVisitor(key, userId, {
    site,
    at: desk.clock.now(),
    uuid: () => desk.ids.uuid(),
    batch: null,
  });
}
