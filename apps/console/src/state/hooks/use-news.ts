import { useContext, useEffect } from 'preact/hooks';
import { DeskContext } from '../desk.ts';

/** Milliseconds in which several changes cause one question. */
const GATHER_MS = 300;

/**
 * Calls `reload` soon after something was changed on any device, and when the line is back. @param what the first part of the address that
 * it is read from @param site null for what is of the account
 */
export function useNews(site: string | null, what: string, reload: () => void): void {
  const client = useContext(DeskContext);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = client?.onChanged((of, changed) => {
      if (changed !== null && (of !== site || !changed.includes(what))) return;
      clearTimeout(timer);
      timer = setTimeout(reload, GATHER_MS);
    });
    return () => {
      stop?.();
      clearTimeout(timer);
    };
  }, [client, site, what, reload]);
}
