import type { OwnerEvent } from '@solodesk/protocol/owner';
import { createOwnerClient } from '../index.ts';
import type { OutboxReply, OwnerClient } from '../index.ts';
import { createFakeClock } from './fake-clock.ts';
import { createFakeOwnerServer } from './fake-owner-server.ts';

export const A = '00000000-0000-4000-8000-00000000000a';
export const B = '00000000-0000-4000-8000-00000000000b';
export const SITE = 'shop';
/** A visitor's message. */
export const says = (text: string) => ({ type: 'visitor_message' as const, text, clientId: text });

/** A clock, a server, and as many consoles as a test opens. */
export function world(sites = [SITE]) {
  const clock = createFakeClock();
  const server = createFakeOwnerServer(() => clock.now());
  let ids = 0;
  function console_(kept: OutboxReply[] = []) {
    const socket = server.socket();
    const heard: OwnerEvent[] = [];
    const saved: { replies: readonly OutboxReply[] } = { replies: [] };
    const client = createOwnerClient({
      connect: () => socket,
      clock,
      ids: { uuid: () => `00000000-0000-4000-9000-${String((ids += 1)).padStart(12, '0')}` },
      sites,
      storage: { load: () => kept, save: (replies) => (saved.replies = replies) },
      onEvents: (_, events) => heard.push(...events),
    });
    client.start();
    return { client, socket, heard, saved };
  }
  /** Time passes in small steps, and lines deliver in between. */
  async function pass(ms: number) {
    for (let left = ms; left > 0; left -= 1000) {
      clock.advance(Math.min(left, 1000));
      await server.flush();
    }
  }
  return { clock, server, console: console_, pass };
}

/** What is in the log: texts, and the types of changes. */
export const texts = (client: OwnerClient, conversation = A) =>
  (client.get().open[conversation]?.events ?? []).map((event) => ('text' in event ? event.text : event.type));
