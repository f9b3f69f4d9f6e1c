import { useEffect } from 'preact/hooks';
import type { Ack } from '@solodesk/protocol';
import { ApiError } from '../api/api.ts';
import { useDesk } from '../desk.ts';

/** Milliseconds in which news of several tickets cause one question. */
const GATHER_MS = 300;

/** What an acknowledgement holds; thrown as the console's other errors are when it is a refusal. */
export function granted<T extends object>(ack: Ack<T>): T {
  if (ack.ok) return ack;
  throw new ApiError(ack.error.kind, ack.error.message);
}

/** Calls `reload` soon after a ticket of the site (or the one with this number) changed, and when the line is back. */
export function useTicketNews(site: string, number: number | null, reload: () => void): void {
  const { client, state } = useDesk();
  const online = state.connection === 'online';
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = client.tickets.subscribe((of, ticket) => {
      if (of !== site || (number !== null && ticket.number !== number)) return;
      clearTimeout(timer);
      timer = setTimeout(reload, GATHER_MS);
    });
    if (online) reload();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client, site, number, online, reload]);
}
