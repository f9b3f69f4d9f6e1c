import { useEffect, useState } from 'preact/hooks';

/** The value of a store, and a new rendering whenever it is another one. */
export function useStore<T>(store: { get(): T; subscribe(listener: () => void): () => void }): T {
  const [value, setValue] = useState(() => store.get());
  useEffect(() => {
    const look = () => setValue(() => store.get());
    // It may have changed between rendering and listening.
    look();
    return store.subscribe(look);
  }, [store]);
  return value;
}
