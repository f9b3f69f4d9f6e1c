import type { TrackedEvent, Visitor } from '../domain/visitor.ts';
import type { VisitorStore } from '../ports/visitor-store.ts';

export function createMemoryVisitors(): VisitorStore {
  const visitors = new Map<number, Visitor>();
  const keysByToken = new Map<string, number>();
  const tracked = new Map<number, TrackedEvent[]>();

  return {
    async createVisitor(visitor, tokenHash) {
      const created = { ...visitor, key: visitors.size + 1 };
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

    async addTracked(visitorKey, events) {
      const known = tracked.get(visitorKey) ?? [];
      tracked.set(visitorKey, known);
      let stored = 0;
      for (const event of events) {
        if (known.some((earlier) => earlier.clientId === event.clientId)) continue;
        known.push(event);
        stored++;
      }
      return stored;
    },

    async tracked(visitorKey, limit) {
      return (tracked.get(visitorKey) ?? []).slice().reverse().slice(0, limit);
    },
  };
}
