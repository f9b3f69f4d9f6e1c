import type { ChatStorage } from './types.ts';

type Name = 'token' | 'outbox' | 'draft' | 'consent';

/** What survives a reload, by name; in memory where the storage refuses. Never throws. */
export interface Kept {
  read(name: Name): string | null;
  /** The same as JSON; null for what is not JSON. */
  readJson(name: Name): unknown;
  write(name: Name, value: string): void;
  remove(name: Name): void;
}

export function createKept(storage: ChatStorage, site: string): Kept {
  const memory = new Map<Name, string>();
  const key = (name: Name) => `solodesk:${site}:${name}`;

  /** Storage may throw at any touch: blocked, full, or taken away while the page lives. */
  const guarded = <T>(touch: () => T, otherwise: T): T => {
    try {
      return touch();
    } catch {
      return otherwise;
    }
  };

  const read = (name: Name) => {
    const value = guarded(() => storage.get(key(name)), null);
    return typeof value === 'string' ? value : (memory.get(name) ?? null);
  };

  return {
    read,
    readJson: (name) => guarded(() => JSON.parse(read(name) ?? 'null') as unknown, null),
    write(name, value) {
      if (guarded(() => storage.set(key(name), value), false)) memory.delete(name);
      else memory.set(name, value);
    },
    remove(name) {
      memory.delete(name);
      guarded(() => storage.remove(key(name)), undefined);
    },
  };
}
