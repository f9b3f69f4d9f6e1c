import { useEffect, useState } from 'preact/hooks';

export interface Edited<T> {
  /** What is saved, with what was changed here and is not saved yet. */
  value: T;
  change(part: Partial<T>): void;
  /** All that was changed here is saved, perhaps in another writing. */
  forget(): void;
}

/**
 * A form over something that other windows save too: what was not touched here follows what they save, and what was touched stays until
 * it is saved here. So two windows that change two things lose neither.
 * @param saved as it was read last; plain data
 */
export function useEdited<T extends object>(saved: T): Edited<T> {
  const [changes, setChanges] = useState<Partial<T>>({});
  const key = JSON.stringify(saved);
  useEffect(() => {
    setChanges((now) => besides(saved, now));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` says all that is in it
  }, [key]);
  return {
    value: { ...saved, ...changes },
    change: (part) => setChanges((now) => besides(saved, { ...now, ...part })),
    forget: () => setChanges({}),
  };
}

/** What is another than it is saved: what is set back is no change. */
function besides<T extends object>(saved: T, changes: Partial<T>): Partial<T> {
  const left = Object.entries(changes).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(saved[name as keyof T]),
  );
  return left.length === Object.keys(changes).length ? changes : (Object.fromEntries(left) as Partial<T>);
}
