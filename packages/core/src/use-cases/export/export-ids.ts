import type { Store } from '../../ports/store.ts';

/** So many are remembered: rows of one person often lie together. */
const MOST = 2_000;

/** Public ids by numbers of the store, by which rows of an export are tied; null for who is no more. */
export interface ExportIds {
  customer(key: number | null): Promise<string | null>;
  visitor(key: number | null): Promise<string | null>;
  conversation(key: number | null): Promise<string | null>;
}

export function exportIds(store: Store, site: string): ExportIds {
  return {
    customer: remembered(async (key) => (await store.findContact(site, { key }))?.id ?? null),
    visitor: remembered(async (key) => (await store.findVisitor(key))?.id ?? null),
    conversation: remembered(async (key) => (await store.rows(site, [key]))[0]?.conversation.id ?? null),
  };
}

function remembered(read: (key: number) => Promise<string | null>): (key: number | null) => Promise<string | null> {
  const known = new Map<number, string | null>();
  return async (key) => {
    if (key === null) return null;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= MOST) known.clear();
    const id = await read(key);
    known.set(key, id);
    return id;
  };
}
