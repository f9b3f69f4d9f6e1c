import { useEffect, useState } from 'preact/hooks';

export const loadLater = () => import('../later.ts');

type Parts = Awaited<ReturnType<typeof loadLater>>;

/** The parts that few visitors need: fetched when one of them is wanted first, undefined until they are there. */
export function useLater(isWanted: unknown): Parts | undefined {
  const [parts, setParts] = useState<Parts>();
  useEffect(() => {
    if (isWanted && !parts) void loadLater().then(setParts);
  }, [isWanted, parts]);
  return parts;
}
