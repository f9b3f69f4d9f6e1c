import { describe, expect, it } from '@jest/globals';
import { inboxOf } from './index.ts';
import { A, SITE, says, world } from './testing/owner-world.ts';

describe('attention', () => {
  it('marks as seen once, also when it was seen without a connection', async () => {
    const { server, console: open } = world();
    server.happen(SITE, A, says('hello'));
    const { client, socket } = open();
    await server.flush();
    socket.cut();
    client.seen(SITE, A, 1);
    expect(inboxOf(client.get(), SITE, 'open')[0]?.unread).toBe(0);
    socket.connect();
    await server.flush();
    client.seen(SITE, A, 1);
    await server.flush();
    expect(socket.sent.filter(({ event }) => event === 'seen')).toHaveLength(1);
    expect(server.desk(SITE).conversations.get(A)?.ownerSeenSeq).toBe(1);
    expect(inboxOf(client.get(), SITE, 'open')[0]?.unread).toBe(0);
  });

  it('tells of typing at most every three seconds, and that it ended', async () => {
    const { server, console: open, pass } = world();
    const { client, socket } = open();
    await server.flush();
    for (let key = 0; key < 40; key += 1) {
      client.typing(SITE, A, true);
      await pass(100);
    }
    await pass(5000);
    const said = socket.sent.filter(({ event }) => event === 'typing').map(({ body }) => (body as { on: boolean }).on);
    expect(said).toEqual([true, true, false]);
  });

  it('forgets that a visitor types when the message comes, or nothing does', async () => {
    const { server, console: open, pass } = world();
    const { client, socket } = open();
    await server.flush();
    socket.hear('typing', { site: SITE, conversation: A, on: true });
    expect(client.get().sites[SITE]?.typing).toEqual({ [A]: true });
    server.happen(SITE, A, says('there'));
    await server.flush();
    expect(client.get().sites[SITE]?.typing).toEqual({});
    socket.hear('typing', { site: SITE, conversation: A, on: true });
    await pass(9000);
    expect(client.get().sites[SITE]?.typing).toEqual({});
  });

  it('reports activity at most once a minute', async () => {
    const { server, console: open, pass } = world();
    const { client, socket } = open();
    await server.flush();
    for (let n = 0; n < 13; n += 1) {
      client.activity();
      await pass(10_000);
    }
    expect(socket.sent.filter(({ event }) => event === 'activity')).toHaveLength(3);
  });
});
