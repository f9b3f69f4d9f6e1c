import { useEffect, useState } from 'preact/hooks';

const load = () => import('../../parts/conversation/later-files.tsx');

/** What shows and takes files, fetched when the first is there. After an update of the desk an old page gets it no more. */
export function useLaterFiles(isWanted: boolean): Awaited<ReturnType<typeof load>> | 'missing' | null {
  const [parts, setParts] = useState<Awaited<ReturnType<typeof load>> | 'missing' | null>(null);
  useEffect(() => {
    if (isWanted && parts === null) void load().then(setParts, () => setParts('missing'));
  }, [isWanted, parts]);
  return parts;
}
