/** A value that tells when it changed. Values are replaced, never written into. */
export interface Observable<T> {
  get(): T;
  /** Returns how to stop listening. */
  subscribe(listener: () => void): () => void;
}

export interface Cell<T> extends Observable<T> {
  update(change: (value: T) => T): void;
}

export function createCell<T>(initial: T): Cell<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update(change) {
      const next = change(value);
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
  };
}
