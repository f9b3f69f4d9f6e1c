import { describe, expect, it } from '@jest/globals';
import type { QueueItem } from '@solodesk/protocol/owner';
import { queueOf } from './index.ts';
import type { OwnerClient } from './index.ts';
import { SITE, world } from './testing/owner-world.ts';

const item = (n: number, change: Partial<QueueItem> = {}): QueueItem => ({
  id: `ticket-${n}`,
  task: { kind: 'ticket', number: n, name: `SHOP-T${n}`, complaint: false },
  ...{ title: 'Ada', text: `Ticket ${n}`, score: 30, level: 'normal', reasons: [], since: n, dueAt: null, stamp: 1 },
  order: `070 ${n}`,
  away: null,
  ...change,
});
const ids = (client: OwnerClient) => {
  const { todo, later } = queueOf(client.queue.get(), SITE);
  return { todo: todo.map(({ id }) => id), later: later.map(({ id }) => id) };
};

describe('the queue of a console', () => {
  it('is read when the line is there, and follows what is pushed, in the order of work', async () => {
    const { server, console: open } = world();
    server.changeQueue(SITE, [item(2), item(1)]);
    const { client } = open();
    expect(client.queue.get()[SITE]).toBeUndefined();
    await server.flush();
    expect(ids(client).todo).toEqual(['ticket-1', 'ticket-2']);
    server.changeQueue(SITE, [item(3, { order: '000 3' })], ['ticket-1']);
    await server.flush();
    expect(ids(client).todo).toEqual(['ticket-3', 'ticket-2']);
  });

  it('is on every device as on the one where something was put away', async () => {
    const { server, console: open } = world();
    server.changeQueue(SITE, [item(1), item(2)]);
    const [one, other] = [open(), open()];
    await server.flush();
    const put = one.client.queue.put(SITE, item(1), 'hour');
    // Before the server has said a word.
    expect(ids(one.client)).toEqual({ todo: ['ticket-2'], later: ['ticket-1'] });
    expect(ids(other.client).later).toEqual([]);
    await server.flush();
    expect(await put).toEqual({ until: expect.any(Number) });
    expect(ids(other.client)).toEqual(ids(one.client));
    void other.client.queue.put(SITE, item(1), 'back');
    await server.flush();
    expect(ids(one.client).todo).toEqual(['ticket-1', 'ticket-2']);
  });

  it('puts it back and says so when the server does not agree', async () => {
    const { server, console: open } = world();
    server.changeQueue(SITE, [item(1)]);
    const { client } = open();
    await server.flush();
    server.refuse('queue_put', { kind: 'unavailable', message: 'not now' });
    const put = client.queue.put(SITE, item(1), 'done');
    expect(ids(client).todo).toEqual([]);
    await server.flush();
    expect(await put).toBe(false);
    expect(ids(client).todo).toEqual(['ticket-1']);
    expect(client.get().notices).toMatchObject([{ action: 'queue', error: 'unavailable', site: SITE }]);
  });

  it('shows again what the server did not put away, as something new had happened to it', async () => {
    const { server, console: open, pass } = world();
    server.changeQueue(SITE, [item(1)]);
    const { client } = open();
    await server.flush();
    void client.queue.put(SITE, item(9, { id: 'ticket-1' }), 'done');
    server.desk(SITE).queue.items = [];
    await server.flush();
    expect(ids(client).todo).toEqual([]);
    await pass(4000);
    expect(ids(client).todo).toEqual(['ticket-1']);
  });

  it('asks for everything anew when it has missed a change, and after the line broke', async () => {
    const { server, console: open } = world();
    const { client, socket } = open();
    await server.flush();
    socket.deaf = true;
    server.changeQueue(SITE, [item(1)]);
    socket.deaf = false;
    server.changeQueue(SITE, [item(2)]);
    await server.flush();
    expect(ids(client).todo).toEqual(['ticket-1', 'ticket-2']);
    socket.cut();
    server.changeQueue(SITE, [], ['ticket-1']);
    socket.connect();
    await server.flush();
    expect(ids(client).todo).toEqual(['ticket-2']);
  });

  it('says why it could not be read, tries again each minute, and at once when asked to', async () => {
    const { server, console: open, pass } = world();
    server.changeQueue(SITE, [item(1)]);
    server.refuse('queue', { kind: 'rate_limited', message: 'too fast' }, 3);
    const { client } = open();
    await server.flush();
    expect(client.queue.get()[SITE]).toMatchObject({ loaded: false, failed: 'rate_limited' });
    await pass(60_000);
    expect(client.queue.get()[SITE]).toMatchObject({ failed: 'rate_limited' });
    const asked = client.queue.read(SITE);
    await server.flush();
    await asked;
    expect(client.queue.get()[SITE]).toMatchObject({ failed: 'rate_limited' });
    await pass(60_000);
    expect(client.queue.get()[SITE]).toMatchObject({ loaded: true, failed: null });
    expect(ids(client).todo).toEqual(['ticket-1']);
  });

  it('does not blame the server while there is no line', async () => {
    const { server, console: open } = world();
    const { client, socket } = open();
    await server.flush();
    socket.cut();
    await client.queue.read(SITE);
    expect(client.queue.get()[SITE]).toMatchObject({ loaded: true, failed: null });
  });

  it('shows what comes back first on top of what was put away, and what is done below', () => {
    const state = {
      [SITE]: {
        ...{ loaded: true, failed: null, version: 1, expected: {} },
        items: Object.fromEntries(
          [
            item(1, { away: { until: null } }),
            item(2, { away: { until: 9 } }),
            item(3, { away: { until: 5 } }),
            item(4, { away: { until: null } }),
          ].map((one) => [one.id, one]),
        ),
      },
    };
    expect(queueOf(state, SITE).later.map(({ id }) => id)).toEqual(['ticket-3', 'ticket-2', 'ticket-1', 'ticket-4']);
  });
});
