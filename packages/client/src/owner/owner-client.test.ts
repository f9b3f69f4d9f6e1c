import { describe, expect, it } from '@jest/globals';
import { inboxOf, waitingCount } from './index.ts';
import { A, B, SITE, says, texts, world } from './testing/owner-world.ts';

describe('the inbox', () => {
  it('shows those who wait, the longest first, and counts them', async () => {
    const { server, clock, console: open } = world();
    server.happen(SITE, A, says('hello'));
    server.happen(SITE, A, { type: 'handoff', reason: 'asked' });
    clock.advance(5000);
    server.happen(SITE, B, { type: 'handoff', reason: 'unsure' });
    const { client } = open();
    await server.flush();
    expect(client.get().connection).toBe('online');
    expect(inboxOf(client.get(), SITE, 'waiting').map(({ id }) => id)).toEqual([A, B]);
    expect(inboxOf(client.get(), SITE, 'open').map(({ id }) => id)).toEqual([B, A]);
    expect(waitingCount(client.get(), SITE)).toBe(2);
  });

  it('reads further pages of a filter, down to the last one', async () => {
    const { server, clock, console: open } = world();
    for (let n = 10; n < 55; n += 1) {
      clock.advance(1000);
      server.happen(SITE, `00000000-0000-4000-8000-0000000000${n}`, says(`${n}`));
    }
    const { client } = open();
    await server.flush();
    expect(inboxOf(client.get(), SITE, 'open')).toHaveLength(20);
    for (let page = 0; page < 5; page += 1) {
      void client.page(SITE, 'open');
      await server.flush();
    }
    expect(inboxOf(client.get(), SITE, 'open')).toHaveLength(45);
    expect(client.get().sites[SITE]?.lists.open.more).toBe(false);
  });

  it('keeps several sites apart', async () => {
    const { server, console: open } = world(['shop', 'cafe']);
    const { client } = open();
    await server.flush();
    server.happen('cafe', B, says('a table for two?'));
    await server.flush();
    expect(inboxOf(client.get(), 'shop', 'open')).toHaveLength(0);
    expect(inboxOf(client.get(), 'cafe', 'open').map(({ preview }) => preview)).toEqual(['a table for two?']);
  });

  it('leaves out what is said of a site that it does not follow', async () => {
    const { server, console: open } = world();
    const { client, socket } = open();
    await server.flush();
    socket.hear('presence', { site: 'left', presence: { mode: 'away', here: false } });
    socket.hear('problems', { site: 'left', problems: [] });
    expect(Object.keys(client.get().sites)).toEqual([SITE]);
    socket.hear('presence', { site: SITE, presence: { mode: 'away', here: false } });
    expect(client.get().sites[SITE]?.presence?.mode).toBe('away');
  });
});

describe('events', () => {
  it('counts one once, though it is pushed twice and read again by sync', async () => {
    const { server, console: open, pass } = world();
    server.happen(SITE, A, says('one'));
    const { client, heard, socket } = open();
    await server.flush();
    void client.open(SITE, A);
    await server.flush();
    const event = server.happen(SITE, A, says('two'));
    await server.flush();
    socket.hear('events', { site: SITE, cursor: event.id, events: [event], conversations: [] });
    await pass(61_000);
    expect(texts(client)).toEqual(['one', 'two']);
    expect(heard.map(({ seq }) => seq)).toEqual([2]);
  });

  it('heals a line that can send and not receive within a minute', async () => {
    const { server, console: open, pass } = world();
    server.happen(SITE, A, says('one'));
    const { client, socket } = open();
    await server.flush();
    void client.open(SITE, A);
    await server.flush();
    socket.deaf = true;
    server.happen(SITE, A, says('two'));
    socket.deaf = false;
    server.happen(SITE, B, says('another conversation, pushed later, must not move the cursor past the lost one'));
    await server.flush();
    expect(texts(client)).toEqual(['one']);
    await pass(61_000);
    expect(texts(client)).toEqual(['one', 'two']);
  });

  it('reads the conversation when a pushed event leaves a hole', async () => {
    const { server, console: open } = world();
    server.happen(SITE, A, says('one'));
    const { client, socket } = open();
    await server.flush();
    void client.open(SITE, A);
    await server.flush();
    socket.deaf = true;
    server.happen(SITE, A, says('two'));
    socket.deaf = false;
    server.happen(SITE, A, says('three'));
    await server.flush();
    expect(texts(client)).toEqual(['one', 'two', 'three']);
  });

  it('makes the connection anew when nothing answers any more', async () => {
    const { server, console: open, pass } = world();
    const { client, socket } = open();
    await server.flush();
    socket.silent = true;
    const wasOnline = socket.sent.length;
    await pass(65_000);
    socket.silent = false;
    await pass(10_000);
    server.happen(SITE, A, says('hello again'));
    await server.flush();
    expect(socket.sent.length).toBeGreaterThan(wasOnline);
    expect(inboxOf(client.get(), SITE, 'open')).toHaveLength(1);
  });
});

describe('an opened conversation', () => {
  it('pages back to its first event without a hole', async () => {
    const { server, console: open } = world();
    for (let n = 1; n <= 50; n += 1) server.happen(SITE, A, says(`${n}`));
    const { client } = open();
    await server.flush();
    void client.open(SITE, A);
    await server.flush();
    expect(client.get().open[A]?.events[0]?.seq).toBe(31);
    for (let page = 0; page < 3; page += 1) {
      void client.older(SITE, A);
      await server.flush();
    }
    expect(texts(client)).toEqual(Array.from({ length: 50 }, (_, n) => `${n + 1}`));
    expect(client.get().open[A]?.more).toBe(false);
  });

  it('says why it cannot be read', async () => {
    const { server, console: open } = world();
    const { client } = open();
    await server.flush();
    void client.open(SITE, A);
    await server.flush();
    expect(client.get().open[A]).toMatchObject({ loading: false, error: 'not_found' });
  });
});

describe('the end of a session', () => {
  it('is told apart from a lost connection', async () => {
    const { server, console: open } = world();
    const { client, socket } = open();
    await server.flush();
    socket.hear('goodbye', { kind: 'unauthorized', message: 'revoked' });
    expect(client.get().connection).toBe('signed_out');
    client.wake();
    expect(socket.connected).toBe(false);
  });

  it('asks for a reload when the server speaks another version', async () => {
    const { console: open } = world();
    const { client, socket } = open();
    socket.hear('refused', { kind: 'upgrade_required', message: 'v2' });
    expect(client.get().connection).toBe('outdated');
  });
});

it('what is read elsewhere is told to read otherwise: by the server, and after a time without a line', async () => {
  const { server, console: open } = world();
  const { client, socket } = open();
  await server.flush();
  const told: unknown[] = [];
  const stop = client.onChanged((site, what) => told.push([site, what]));
  socket.hear('changed', { site: SITE, what: ['contacts'] });
  expect(told).toEqual([[SITE, ['contacts']]]);
  socket.cut();
  socket.connect();
  await server.flush();
  expect(told.slice(1)).toEqual([[null, null]]);
  stop();
  socket.hear('changed', { site: SITE, what: ['contacts'] });
  expect(told).toHaveLength(2);
});
