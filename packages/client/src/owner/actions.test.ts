import { describe, expect, it } from '@jest/globals';
import { inboxOf } from './index.ts';
import { A, SITE, says, world } from './testing/owner-world.ts';

describe('an action', () => {
  it('shows at once and stays when the server agrees', async () => {
    const { server, console: open } = world();
    server.happen(SITE, A, { type: 'handoff', reason: 'asked' });
    const { client } = open();
    await server.flush();
    const done = client.takeover(SITE, A);
    expect(inboxOf(client.get(), SITE, 'waiting')[0]?.state).toBe('owner');
    await server.flush();
    expect(await done).toBe(true);
    expect(inboxOf(client.get(), SITE, 'open')[0]?.state).toBe('owner');
    expect(client.get().expected).toEqual({});
  });

  it.each(['takeover', 'handBack', 'close'] as const)('is undone with a notice when %s is refused', async (action) => {
    const { server, console: open } = world();
    server.happen(SITE, A, { type: 'handoff', reason: 'asked' });
    const { client } = open();
    await server.flush();
    server.refuse(action === 'handBack' ? 'hand_back' : action, { kind: 'internal', message: 'no' });
    const done = client[action](SITE, A);
    expect(inboxOf(client.get(), SITE, 'waiting')[0]?.state).not.toBe('waiting');
    await server.flush();
    expect(await done).toBe(false);
    expect(inboxOf(client.get(), SITE, 'waiting')[0]?.state).toBe('waiting');
    expect(client.get().notices).toMatchObject([{ conversation: A, error: 'internal', offline: false }]);
    client.dismiss(client.get().notices[0]!.id);
    expect(client.get().notices).toEqual([]);
  });

  it('says that there is no connection, and sends nothing later', async () => {
    const { server, console: open } = world();
    server.happen(SITE, A, { type: 'handoff', reason: 'asked' });
    const { client, socket } = open();
    await server.flush();
    socket.cut();
    expect(await client.close(SITE, A)).toBe(false);
    expect(client.get().notices).toMatchObject([{ action: 'close', offline: true }]);
    socket.connect();
    await server.flush();
    expect(inboxOf(client.get(), SITE, 'waiting')).toHaveLength(1);
  });

  it('blocks and unblocks a visitor', async () => {
    const { server, console: open } = world();
    server.happen(SITE, A, says('buy pills'));
    const { client } = open();
    await server.flush();
    void client.block(SITE, A, true, true);
    await server.flush();
    expect(inboxOf(client.get(), SITE, 'open')[0]?.visitor.blocked).toBe(true);
    void client.block(SITE, A, false, false);
    await server.flush();
    expect(server.desk(SITE).conversations.get(A)?.visitor.blocked).toBe(false);
  });

  it('switches presence and takes it back when refused', async () => {
    const { server, console: open } = world();
    const { client } = open();
    await server.flush();
    server.refuse('presence', { kind: 'unavailable', message: 'no' });
    void client.setPresence(SITE, 'away');
    expect(client.get().sites[SITE]?.presence).toEqual({ mode: 'away', here: false });
    await server.flush();
    expect(client.get().sites[SITE]?.presence).toEqual({ mode: 'auto', here: true });
  });
});
