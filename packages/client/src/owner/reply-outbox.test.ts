import { describe, expect, it } from '@jest/globals';
import { inboxOf } from './index.ts';
import { A, SITE, says, texts, world } from './testing/owner-world.ts';

describe('a reply', () => {
  it('is shown as sending, then in the log, and takes the conversation over by itself', async () => {
    const { server, console: open } = world();
    server.happen(SITE, A, says('hello'));
    const { client } = open();
    await server.flush();
    void client.open(SITE, A);
    await server.flush();
    client.reply(SITE, A, 'Hello, I am Mei');
    expect(client.get().outbox).toMatchObject([{ status: 'sending', text: 'Hello, I am Mei' }]);
    await server.flush();
    expect(client.get().outbox).toEqual([]);
    expect(texts(client)).toEqual(['hello', 'takeover', 'Hello, I am Mei']);
    expect(inboxOf(client.get(), SITE, 'open')[0]).toMatchObject({ state: 'owner', ownerName: 'Mei' });
  });

  it('waits for the connection, in order, and is stored once although its ack was lost', async () => {
    const { server, console: open } = world();
    server.happen(SITE, A, says('hello'));
    const { client, socket, saved } = open();
    await server.flush();
    void client.open(SITE, A);
    await server.flush();
    socket.silent = true;
    client.reply(SITE, A, 'first');
    await server.flush();
    socket.cut();
    client.reply(SITE, A, 'second');
    expect(client.get().connection).toBe('reconnecting');
    expect(saved.replies.map(({ text, status }) => [text, status])).toContainEqual(['second', 'queued']);
    socket.silent = false;
    socket.connect();
    await server.flush();
    expect(texts(client)).toEqual(['hello', 'takeover', 'first', 'second']);
    expect(client.get().outbox).toEqual([]);
    expect(saved.replies).toEqual([]);
  });

  it('goes over a new line when the old one swallows it', async () => {
    const { server, console: open, pass } = world();
    server.happen(SITE, A, says('hello'));
    const { client, socket } = open();
    await server.flush();
    socket.silent = true;
    client.reply(SITE, A, 'once');
    await pass(7000);
    socket.silent = false;
    await pass(2000);
    expect(client.get().outbox).toEqual([]);
    expect(
      server
        .desk(SITE)
        .log(A)
        .filter(({ type }) => type === 'owner_message'),
    ).toHaveLength(1);
  });

  it('is shown as not sent after three tries, and sent again at a tap under the same id', async () => {
    const { server, console: open, pass } = world();
    server.happen(SITE, A, says('hello'));
    const { client } = open();
    await server.flush();
    server.refuse('reply', { kind: 'unavailable', message: 'disk full' }, 3);
    const clientId = client.reply(SITE, A, 'kept');
    await pass(10_000);
    expect(client.get().outbox).toMatchObject([{ clientId, status: 'failed', error: 'unavailable' }]);
    client.retry(clientId);
    await server.flush();
    expect(client.get().outbox).toEqual([]);
    expect(server.desk(SITE).log(A).at(-1)).toMatchObject({ text: 'kept', clientId });
  });

  it('is not overtaken by a later one while it is tried again', async () => {
    const { server, console: open, pass } = world();
    server.happen(SITE, A, says('hello'));
    const { client } = open();
    await server.flush();
    server.refuse('reply', { kind: 'unavailable', message: 'busy' });
    client.reply(SITE, A, 'first');
    client.reply(SITE, A, 'second');
    await pass(10_000);
    const stored = server.desk(SITE).log(A);
    expect(stored.flatMap((event) => (event.type === 'owner_message' ? [event.text] : []))).toEqual([
      'first',
      'second',
    ]);
  });

  it('is not tried again when that cannot help', async () => {
    const { server, console: open, pass } = world();
    server.happen(SITE, A, says('hello'));
    const { client, socket } = open();
    await server.flush();
    server.refuse('reply', { kind: 'too_large', message: 'too long' });
    client.reply(SITE, A, 'x');
    await pass(10_000);
    expect(client.get().outbox).toMatchObject([{ status: 'failed', error: 'too_large' }]);
    expect(socket.sent.filter(({ event }) => event === 'reply')).toHaveLength(1);
  });

  it('survives a reload of the console', async () => {
    const { server, console: open } = world();
    server.happen(SITE, A, says('hello'));
    const first = open();
    await server.flush();
    first.socket.cut();
    first.client.reply(SITE, A, 'written before the reload');
    const kept = [...first.saved.replies];
    first.client.stop();
    open(kept);
    await server.flush();
    expect(server.desk(SITE).log(A).at(-1)).toMatchObject({ text: 'written before the reload' });
  });
});
