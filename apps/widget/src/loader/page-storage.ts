/**
 * Works with the page's own localStorage, where it may be used. What it refuses (blocked, full) counts as not there:
 * the chat then lasts as long as the page does.
 */
export function inPageStorage<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(localStorage);
  } catch {
    return undefined;
  }
}

/** Writes a key, or removes it when there is nothing to write. */
export function write(key: string, value: unknown): void {
  inPageStorage((storage) => (typeof value === 'string' ? storage.setItem(key, value) : storage.removeItem(key)));
}

/** All keys that begin so, without that beginning. */
export function readAll(beginning: string): Record<string, string> {
  const found: Record<string, string> = {};
  inPageStorage((storage) => {
    for (const key in storage) if (key.startsWith(beginning)) found[key.slice(beginning.length)] = storage[key];
  });
  return found;
}
