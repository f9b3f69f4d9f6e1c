import { describe, expect, it } from '@jest/globals';
import type { OwnerEvent } from '@solodesk/protocol/owner';
import { inboxOf } from './index.ts';
import { A, B, SITE, says, world } from './testing/owner-world.ts';

describe('a conversation whose person was erased', () => {
  const erased = (id: number, conversation: string): OwnerEvent => ({
    type: 'erased',
    seq: 2,
    at: 9,
    id,
    conversation,
  });

  async function two() {
    const { server, console: open } = world();
    const last = [A, B].map((conversation) => server.happen(SITE, conversation, says('hello')))[1]!;
    const { client, socket } = open();
    await server.flush();
    void client.open(SITE, A);
    await server.flush();
    return { client, socket, last };
  }

  it('is taken off every screen, with what waits to be sent to it; others stay', async () => {
    const { client, socket, last } = await two();
    socket.silent = true;
    client.reply(SITE, A, 'too late');
    socket.hear('events', { site: SITE, cursor: last.id + 1, events: [erased(last.id + 1, A)], conversations: [] });
    expect(inboxOf(client.get(), SITE, 'open').map(({ id }) => id)).toEqual([B]);
    expect(client.get().open[A]).toMatchObject({ detail: null, events: [], error: 'not_found' });
    expect(client.get().outbox).toEqual([]);
  });

  it('stays where one of its messages was erased, and the summary says so', async () => {
    const { client, socket, last } = await two();
    const summary = client.get().sites[SITE]!.conversations[A]!;
    const event = { ...erased(last.id + 1, A), seq: 1 };
    socket.hear('events', { site: SITE, cursor: last.id + 1, events: [event], conversations: [summary] });
    expect(inboxOf(client.get(), SITE, 'open')).toHaveLength(2);
    expect(client.get().open[A]?.events.map(({ type }) => type)).toEqual(['erased']);
  });
});
