import { describe, expect, it } from '@jest/globals';
import { MOST_KEPT } from './conversation-log.ts';
import { A, B, says, SITE, texts, world } from './testing/owner-world.ts';

const LONG = 1_000;

/** A console that has opened a talk of so many messages; the fake server's pages are of 20. */
async function opened(length = LONG) {
  const { server, console: open, pass } = world();
  for (let n = 1; n <= length; n += 1) server.happen(SITE, A, says(`${n}`));
  const { client, socket } = open();
  await server.flush();
  void client.open(SITE, A);
  await server.flush();
  const log = () => client.get().open[A]!;
  const ends = () => [log().events[0]?.seq, log().events.at(-1)?.seq];
  const asked = () => socket.sent.filter(({ event }) => event === 'open').length;
  const read = async (way: 'older' | 'newer', times: number) => {
    for (let page = 0; page < times; page += 1) {
      void client[way](SITE, A);
      await server.flush();
    }
  };
  return { server, client, socket, pass, log, ends, asked, read };
}

describe('a long conversation', () => {
  it('is kept in a bounded part, however far one pages back, and down again', async () => {
    const { log, ends, read } = await opened();
    await read('older', 40);
    expect(ends()).toEqual([181, 181 + MOST_KEPT - 1]);
    expect(log()).toMatchObject({ more: true, newer: true });
    await read('newer', 40);
    expect(ends()).toEqual([LONG - MOST_KEPT + 1, LONG]);
    expect(log()).toMatchObject({ more: true, newer: false });
  });

  it('is opened around a message far back with one question', async () => {
    const { client, server, asked, ends, log } = await opened();
    const before = asked();
    void client.reach(SITE, A, 101);
    void client.reach(SITE, A, 101);
    await server.flush();
    expect(ends()).toEqual([92, 111]);
    expect(log()).toMatchObject({ more: true, newer: true, held: true });
    // What is read already is not asked for.
    void client.reach(SITE, A, 95);
    await server.flush();
    expect(asked()).toBe(before + 1);
    // Nor is it read again and again because its end is not there.
    void client.open(SITE, A);
    await server.flush();
    expect(asked()).toBe(before + 2);
    expect(ends()).toEqual([92, 111]);
  });

  it('may be opened by a message that is sought, without its end', async () => {
    const { server, console: open } = world();
    for (let n = 1; n <= 90; n += 1) server.happen(SITE, A, says(`${n}`));
    const { client, socket } = open();
    await server.flush();
    void client.reach(SITE, A, 35);
    await server.flush();
    expect(texts(client)).toContain('35');
    expect(socket.sent.filter(({ event }) => event === 'open')).toHaveLength(1);
    server.refuse('open', { kind: 'unavailable', message: '' });
    void client.reach(SITE, A, 80);
    await server.flush();
    expect(client.get().open[A]).toMatchObject({ error: 'unavailable', loading: false });
    // It may be tried again.
    void client.reach(SITE, A, 80);
    await server.flush();
    expect(texts(client)).toContain('80');
  });

  it('loses nothing that is said while one reads far back', async () => {
    const { client, server, ends, log, read } = await opened(200);
    void client.reach(SITE, A, 30);
    await server.flush();
    const before = ends();
    for (let n = 201; n <= 230; n += 1) server.happen(SITE, A, says(`${n}`));
    await server.flush();
    expect(ends()).toEqual(before);
    expect(client.get().sites[SITE]?.conversations[A]).toMatchObject({ lastSeq: 230, unread: 230 });
    await read('newer', 20);
    expect(log().newer).toBe(false);
    expect(texts(client)).toEqual(Array.from({ length: 210 }, (_, n) => `${n + 21}`));
    // And from there on it follows again.
    server.happen(SITE, A, says('live'));
    await server.flush();
    expect(texts(client).at(-1)).toBe('live');
  });

  it('stays where one reads after a time without a line, and takes the erased out of it', async () => {
    const { client, server, socket, ends, log } = await opened(200);
    client.hold(A, true);
    socket.cut();
    for (let n = 201; n <= 260; n += 1) server.happen(SITE, A, says(`${n}`));
    socket.connect();
    await server.flush();
    expect(ends()[0]).toBe(181);
    const erased = { ...server.desk(SITE).log(A)[189]!, id: 9_999_999, type: 'erased' as const };
    const summary = server.desk(SITE).conversations.get(A)!;
    socket.hear('events', { site: SITE, cursor: erased.id, events: [erased], conversations: [summary] });
    expect(log().events.find(({ seq }) => seq === 190)?.type).toBe('erased');
    void client.newest(SITE, A);
    await server.flush();
    expect(ends()[1]).toBe(260);
    expect(log().newer).toBe(false);
  });

  it('goes to its end at once, also while messages come', async () => {
    const { client, server, ends } = await opened();
    void client.reach(SITE, A, 30);
    await server.flush();
    void client.newest(SITE, A);
    for (let n = 1; n <= 5; n += 1) server.happen(SITE, A, says(`new ${n}`));
    await server.flush();
    expect(ends()[1]).toBe(LONG + 5);
  });

  it('begins at its end when it is opened again, wherever it was left', async () => {
    const { client, server, ends, log } = await opened();
    void client.reach(SITE, A, 30);
    await server.flush();
    client.leave(A);
    expect(log()).toMatchObject({ events: [], newer: false, held: false });
    server.happen(SITE, B, says('elsewhere'));
    void client.open(SITE, B);
    await server.flush();
    void client.open(SITE, A);
    await server.flush();
    expect(ends()).toEqual([LONG - 19, LONG]);
  });
});
