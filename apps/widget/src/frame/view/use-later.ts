import { useEffect, useState } from 'preact/hooks';

const loadLater = () => import('../later.ts');
const loadFiles = () => import('../later-files.tsx');

function partsOf<T extends object>(load: () => Promise<T>): (isWanted: unknown) => T | null | undefined {
  return function useWanted(isWanted) {
    const [parts, setParts] = useState<T | null>();
    useEffect(() => {
      if (isWanted && !parts) void load().then(setParts, () => setParts(null));
    }, [isWanted, parts]);
    return parts;
  };
}

/** The parts that few visitors need: fetched when one of them is wanted first, undefined until they are there, null where they cannot be fetched. */
export const useLater = partsOf(loadLater);

/** What files of messages need, likewise. */
export const useLaterFiles = partsOf(loadFiles);
