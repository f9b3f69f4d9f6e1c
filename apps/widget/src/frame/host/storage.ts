import type { ChatStorage } from '@solodesk/client';

/** The frame's own storage, which the page's scripts cannot read; null where the browser blocks it. */
export function ownStorage(open: () => Storage): ChatStorage | null {
  try {
    const storage = open();
    storage.setItem('solodesk', '');
    storage.removeItem('solodesk');
    return {
      get: (key) => storage.getItem(key),
      set: (key, value) => {
        try {
          storage.setItem(key, value);
          return true;
        } catch {
          // Full: the client goes on with what it has in memory.
          return false;
        }
      },
      remove: (key) => storage.removeItem(key),
    };
  } catch {
    return null;
  }
}

/**
 * Storage in memory, of which the page may keep a copy.
 *
 * @param kept what the page kept before
 * @param put tells the page of each change (null: removed); left out where the site forbids it
 */
export function memoryStorage(
  kept: Record<string, string>,
  put?: (key: string, value: string | null) => void,
): ChatStorage {
  const values = new Map(Object.entries(kept));
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => {
      values.set(key, value);
      put?.(key, value);
      return put !== undefined;
    },
    remove: (key) => {
      values.delete(key);
      put?.(key, null);
    },
  };
}
