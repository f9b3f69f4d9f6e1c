import type { SiteTrackedEvent, TrackedEvent, Visitor, VisitorChange } from '../domain/visitor.ts';

export interface VisitorStore {
  /** @param tokenHash of the session token; the token itself is never stored. */
  createVisitor(visitor: Omit<Visitor, 'key'>, tokenHash: string): Promise<Visitor>;
  findVisitorByToken(site: string, tokenHash: string): Promise<Visitor | null>;
  findVisitor(visitorKey: number): Promise<Visitor | null>;
  /** Null when there is no such visitor (erased meanwhile). */
  updateVisitor(visitorKey: number, change: VisitorChange): Promise<Visitor | null>;
  /** Stores what is new among the events; repeats are left out by their client id. Resolves to the number stored. */
  addTracked(visitorKey: number, events: readonly TrackedEvent[]): Promise<number>;
  /** The newest ones, newest first. */
  tracked(visitorKey: number, limit: number): Promise<TrackedEvent[]>;
  /** Those of all visitors of a site, newest first, from under a key on. */
  trackedOfSite(site: string, page: { before?: number; limit: number }): Promise<SiteTrackedEvent[]>;
}
