import { describe, expect, it } from '@jest/globals';
import { MOST_KEPT } from './conversation-log.ts';
import { createOwnerClient, inboxOf } from './index.ts';
import type { OwnerClient } from './index.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { createFakeOwnerServer } from './testing/fake-owner-server.ts';

const SITE = 'shop';
const CONVERSATIONS = ['a', 'b', 'c'].map((n) => `00000000-0000-4000-8000-00000000000${n}`);

/** A small repeatable source of chance (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function world() {
  const clock = createFakeClock();
  const server = createFakeOwnerServer(() => clock.now());
  let ids = 0;
  const open = () => {
    const socket = server.socket();
    const uuid = () => `00000000-0000-4000-9000-${String((ids += 1)).padStart(12, '0')}`;
    const client = createOwnerClient({ connect: () => socket, clock, ids: { uuid }, sites: [SITE] });
    client.start();
    return { client, socket };
  };
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= 1000) {
      clock.advance(Math.min(left, 1000));
      await server.flush();
    }
  };
  return { clock, server, open, pass };
}

/** What a person would see of it. */
const view = (client: OwnerClient, conversation: string) => ({
  inbox: inboxOf(client.get(), SITE, 'open').map(({ id, state, lastSeq, preview }) => [id, state, lastSeq, preview]),
  log: client.get().open[conversation]?.events.map(({ seq, type }) => `${seq} ${type}`),
  outbox: client.get().outbox,
});

/** Pages back to the first event; of a long talk the end is left out then. */
async function readBack(client: OwnerClient, conversation: string, server: ReturnType<typeof createFakeOwnerServer>) {
  while (client.get().open[conversation]?.more) {
    void client.older(SITE, conversation);
    await server.flush();
  }
}

describe('two consoles', () => {
  it('stay in step after one of them was cut off for 30 seconds', async () => {
    const { server, open, pass } = world();
    const conversation = CONVERSATIONS[0]!;
    server.happen(SITE, conversation, { type: 'visitor_message', text: 'hello', clientId: '1' });
    const here = open();
    const there = open();
    await server.flush();
    void here.client.open(SITE, conversation);
    void there.client.open(SITE, conversation);
    await server.flush();
    there.socket.cut();
    here.client.reply(SITE, conversation, 'said while the other was away');
    for (let n = 0; n < 45; n += 1) {
      server.happen(SITE, conversation, { type: 'visitor_message', text: `${n}`, clientId: `m${n}` });
    }
    void here.client.block(SITE, conversation, true, false);
    await pass(30_000);
    there.client.reply(SITE, conversation, 'written while cut off');
    there.socket.connect();
    await pass(2000);
    // So much was missed that the log begins anew with its last page; the rest is read back.
    await readBack(there.client, conversation, server);
    expect(view(there.client, conversation)).toEqual(view(here.client, conversation));
    expect(view(here.client, conversation).log).toHaveLength(server.desk(SITE).log(conversation).length);
    expect(inboxOf(there.client.get(), SITE, 'open')[0]?.visitor.blocked).toBe(true);
  });

  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'show what a fresh one shows, whatever happens (seed %i)',
    async (seed) => {
      const random = chance(seed);
      const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!;
      const { server, open, pass } = world();
      // Some talks are longer than what is kept of one.
      const before = pick([1, 60, MOST_KEPT - 10, MOST_KEPT + 40]);
      for (const conversation of CONVERSATIONS) {
        for (let n = 1; n <= before; n += 1) {
          server.happen(SITE, conversation, { type: 'visitor_message', text: 'hello', clientId: `before ${n}` });
        }
      }
      const consoles = [open(), open()];
      await server.flush();
      const opened = pick(CONVERSATIONS);
      for (const { client } of consoles) void client.open(SITE, opened);
      let written = 0;
      for (let step = 0; step < 60; step += 1) {
        const { client, socket } = pick(consoles);
        const conversation = pick(CONVERSATIONS);
        const deeds = [
          () => server.happen(SITE, conversation, { type: 'visitor_message', text: `m${step}`, clientId: `m${step}` }),
          () => server.happen(SITE, conversation, { type: 'handoff', reason: 'asked' }),
          () => client.reply(SITE, conversation, `r${(written += 1)}`),
          () => client.takeover(SITE, conversation),
          () => client.handBack(SITE, conversation),
          () => client.reach(SITE, opened, 1 + Math.floor(random() * before)),
          () => client.older(SITE, opened),
          () => client.newer(SITE, opened),
          () => client.newest(SITE, opened),
          () => client.hold(opened, random() < 0.5),
          () => client.leave(opened),
          () => socket.cut(),
          () => socket.connect(),
          () => (socket.deaf = !socket.deaf),
          () => (socket.silent = !socket.silent),
          () => server.refuse('reply', { kind: 'unavailable', message: 'busy' }),
        ];
        void pick(deeds)();
        if (random() < 0.5) await server.flush();
        if (random() < 0.2) await pass(Math.ceil(random() * 9) * 1000);
      }
      server.allow();
      for (const { client, socket } of consoles) {
        socket.deaf = socket.silent = false;
        client.wake();
      }
      await pass(90_000);
      for (const { client } of consoles) for (const { clientId } of client.get().outbox) client.retry(clientId);
      await pass(90_000);
      const fresh = open();
      await server.flush();
      void fresh.client.open(SITE, opened);
      await server.flush();
      const all = server.desk(SITE).log(opened);
      for (const { client } of consoles) {
        // Wherever one was reading: down to the end page by page, or at once.
        if (random() < 0.5) void client.newest(SITE, opened);
        await server.flush();
        while (client.get().open[opened]?.newer) {
          void client.newer(SITE, opened);
          await server.flush();
        }
        const events = client.get().open[opened]?.events ?? [];
        expect(events.length).toBeLessThanOrEqual(MOST_KEPT);
        expect(events).toEqual(all.slice(-events.length));
      }
      for (const { client } of [...consoles, fresh]) await readBack(client, opened, server);
      expect(view(fresh.client, opened).log).toHaveLength(Math.min(MOST_KEPT, all.length));
      for (const { client } of consoles) expect(view(client, opened)).toEqual(view(fresh.client, opened));
      const stored = CONVERSATIONS.flatMap((id) => server.desk(SITE).log(id)).filter(
        ({ type }) => type === 'owner_message',
      );
      expect(stored).toHaveLength(written);
    },
  );
});
