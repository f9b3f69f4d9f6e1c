import type { CannedReply, OwnerAcks } from '@solodesk/protocol/owner';
import { createCell } from './observable.ts';
import type { Observable } from './observable.ts';
import type { OwnerCall } from './owner-socket.ts';

/** By site; those that nobody has asked for are missing. */
export type CannedReplies = Readonly<Record<string, readonly CannedReply[]>>;

/** The replies that the owner keeps. They are asked for when somebody writes, and kept in step from then on. */
export interface CannedDesk extends Observable<CannedReplies> {
  read(site: string): Promise<OwnerAcks['canned']>;
  put(site: string, reply: CannedReply): Promise<OwnerAcks['canned_put']>;
  drop(site: string, id: string): Promise<OwnerAcks['canned_drop']>;
}

/** @returns the desk, what the socket tells it, and what is to be asked anew when the line is back */
export function createCannedDesk(call: OwnerCall): {
  desk: CannedDesk;
  heard(site: string, replies: readonly CannedReply[]): void;
  refresh(): void;
} {
  const cell = createCell<CannedReplies>({});
  const heard = (site: string, replies: readonly CannedReply[]) =>
    cell.update((state) => ({ ...state, [site]: replies }));
  const read = async (site: string) => {
    const answer = await call('canned', { site });
    if (answer.ok) heard(site, answer.replies);
    return answer;
  };
  return {
    heard,
    refresh() {
      for (const site of Object.keys(cell.get())) void read(site);
    },
    desk: {
      get: cell.get,
      subscribe: cell.subscribe,
      read,
      put: (site, reply) => call('canned_put', { site, ...reply }),
      drop: (site, id) => call('canned_drop', { site, id }),
    },
  };
}
