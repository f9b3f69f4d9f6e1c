import type { TrackedEvent, Visitor } from '../domain/visitor.ts';
import type { Dropped } from './memory-privacy.ts';
import type { SegmentStore } from '../ports/segment-store.ts';
import type { VisitorStore } from '../ports/visitor-store.ts';

/** @param contactOf key of the verified contact that a visitor of a site is linked to */
export function createMemoryVisitors(
  contactOf: (site: string, visitorKey: number) => Promise<number | null>,
): VisitorStore & {
  dropVisitors(keys: readonly number[]): Dropped;
  blockedVisitors: SegmentStore['blockedVisitors'];
  dropTracked(site: string, before: number, really: boolean): number;
} {
  const visitors = new Map<number, Visitor>();
  const keysByToken = new Map<string, number>();
  const tracked = new Map<number, (TrackedEvent & { key: number })[]>();
  let lastKey = 0;
  let lastTracked = 0;

  return {
    async createVisitor(visitor, tokenHash) {
      const created = { ...visitor, key: ++lastKey };
      visitors.set(created.key, created);
      keysByToken.set(tokenHash, created.key);
      return created;
    },

    async findVisitorByToken(site, tokenHash) {
      const found = visitors.get(keysByToken.get(tokenHash) ?? 0);
      return found?.site === site ? found : null;
    },

    async findVisitor(visitorKey) {
      return visitors.get(visitorKey) ?? null;
    },

    async updateVisitor(visitorKey, change) {
      const current = visitors.get(visitorKey);
      if (current === undefined) return null;
      const changed = { ...current, ...change };
      visitors.set(visitorKey, changed);
      return changed;
    },

    async blockedVisitors(site, { before = Infinity, limit }) {
      const found = [...visitors.values()].filter(
        (visitor) => visitor.site === site && visitor.blocked !== 'no' && visitor.key < before,
      );
      return found.sort((a, b) => b.key - a.key).slice(0, limit);
    },

    async addTracked(visitorKey, events) {
      if (!visitors.has(visitorKey)) return 0;
      const known = tracked.get(visitorKey) ?? [];
      tracked.set(visitorKey, known);
      let stored = 0;
      for (const event of events) {
        if (known.some((earlier) => earlier.clientId === event.clientId)) continue;
        known.push({ key: ++lastTracked, ...event });
        stored++;
      }
      return stored;
    },

    dropTracked(site, before, really) {
      let old = 0;
      for (const [key, events] of tracked) {
        if (visitors.get(key)?.site !== site) continue;
        const kept = events.filter(({ at }) => at >= before);
        old += events.length - kept.length;
        if (really) tracked.set(key, kept);
      }
      return old;
    },

    dropVisitors(keys) {
      const of = keys.filter((key) => visitors.has(key));
      const events = of.reduce((sum, key) => sum + (tracked.get(key)?.length ?? 0), 0);
      for (const key of of) {
        visitors.delete(key);
        tracked.delete(key);
        for (const [token, owner] of [...keysByToken]) if (owner === key) keysByToken.delete(token);
      }
      return { visitor: of.length, tracked: events };
    },

    async tracked(visitorKey, limit) {
      const newest = (tracked.get(visitorKey) ?? []).slice().reverse().slice(0, limit);
      return newest.map(({ key: _, ...event }) => event);
    },

    async trackedOfSite(site, { before = Infinity, limit }) {
      const own = [...visitors.values()].filter((visitor) => visitor.site === site);
      const rows = await Promise.all(
        own.map(async ({ key: visitorKey, verified }) => {
          const contactKey = verified ? await contactOf(site, visitorKey) : null;
          return (tracked.get(visitorKey) ?? []).map((event) => ({ visitorKey, contactKey, ...event }));
        }),
      );
      return rows
        .flat()
        .filter(({ key }) => key < before)
        .sort((one, other) => other.key - one.key)
        .slice(0, limit);
    },
  };
}
