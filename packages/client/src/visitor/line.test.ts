import { describe, expect, it } from '@jest/globals';
import type { ErrorKind, WireError } from '@solodesk/protocol/visitor';
import { createFakeWorld } from '../testing/fake-world.ts';
import type { FakeTab, FakeWorld } from '../testing/fake-world.ts';

const TOKEN = 'solodesk:shop:token';
const error = (kind: ErrorKind): WireError => ({ kind, message: kind });
const refuseAll = (world: FakeWorld, kind: ErrorKind) => {
  world.server.intercept = (event) => (event === 'connect' ? error(kind) : undefined);
};

function started(world = createFakeWorld()): { world: FakeWorld; tab: FakeTab } {
  const tab = world.open();
  tab.client.start();
  tab.socket.settle();
  return { world, tab };
}
const connection = (tab: FakeTab) => tab.client.getState().connection;

describe('connecting', () => {
  it('is idle, connecting, and online when welcomed; the token is kept for the next time', () => {
    const world = createFakeWorld();
    const tab = world.open();
    expect(connection(tab)).toBe('idle');
    tab.client.start();
    expect(connection(tab)).toBe('connecting');
    tab.socket.dial();
    expect(connection(tab)).toBe('connecting');
    tab.socket.settle();
    expect(connection(tab)).toBe('online');
    expect(world.storage.content.get(TOKEN)).toBe(world.visitor.token);
    tab.client.stop();
    expect(connection(tab)).toBe('idle');
    started(world);
    expect(world.server.visitors.size).toBe(1);
  });

  it('makes one connection however often it is started, and no timer is left when it is stopped', () => {
    const { world, tab } = started();
    tab.client.start();
    expect(tab.sockets).toBe(1);
    tab.client.send('hello');
    tab.client.setTyping(true);
    tab.socket.settle();
    tab.client.stop();
    expect(world.clock.timers).toBe(0);
  });

  it('tells the newest of everything at each connection, also when socket.io reconnects by itself', () => {
    const { world, tab } = started();
    tab.socket.cut();
    tab.client.setLocale('zh');
    tab.client.setPage({ url: `https://shop.example/${'x'.repeat(3000)}`, title: 'Shop' });
    tab.client.identify({ userId: 'u1', hash: 'good' });
    tab.socket.settle();
    expect(world.visitor.handshake).toMatchObject({ v: 2, site: 'shop', locale: 'zh', identity: { userId: 'u1' } });
    expect(world.visitor.handshake.page?.url).toHaveLength(2000);
    expect(tab.client.getState().verified).toBe(true);
    expect(world.server.heard).toEqual([]);
  });

  it('is offline while the network is, and leaves the dialing to socket.io', () => {
    const world = createFakeWorld();
    const tab = world.open();
    tab.client.start();
    tab.socket.fail();
    expect(tab.client.getState()).toMatchObject({ connection: 'offline', error: null });
    expect(world.clock.timers).toBe(0);
    tab.socket.settle();
    expect(connection(tab)).toBe('online');
  });

  it('does not wait for ever for a welcome', () => {
    const world = createFakeWorld();
    const tab = world.open();
    tab.client.start();
    tab.socket.dial();
    tab.socket.drop('down');
    world.clock.elapse(8000);
    expect(connection(tab)).toBe('offline');
    world.clock.elapse(1000);
    tab.socket.settle();
    expect(connection(tab)).toBe('online');
  });
});

describe('a refused connection', () => {
  it('with a token that is not known is tried once more without it', () => {
    const world = createFakeWorld();
    world.storage.content.set(TOKEN, 'ended');
    const { tab } = started(world);
    expect(world.storage.content.has(TOKEN)).toBe(false);
    tab.socket.settle();
    expect(connection(tab)).toBe('online');
    expect(world.storage.content.get(TOKEN)).toBe(world.visitor.token);
  });

  it('without a token is final', () => {
    const world = createFakeWorld();
    refuseAll(world, 'unauthorized');
    const { tab } = started(world);
    expect(tab.client.getState()).toMatchObject({ connection: 'refused', error: { kind: 'unauthorized' } });
    expect(tab.socket.dialing).toBe(false);
  });

  it.each([
    ['upgrade_required', 'upgrade'],
    ['bad_request', 'refused'],
    ['not_found', 'refused'],
  ] as const)('as %s is %s, and neither time nor waking tries again', (kind, state) => {
    const world = createFakeWorld();
    refuseAll(world, kind);
    const { tab } = started(world);
    expect(tab.client.getState()).toMatchObject({ connection: state, error: { kind } });
    tab.client.wake();
    expect(world.clock.timers).toBe(0);
    expect(tab.socket.dialing).toBe(false);
    world.server.intercept = null;
    tab.client.start();
    tab.socket.settle();
    expect(connection(tab)).toBe('online');
  });

  it('of a blocked visitor is tried again once a minute, and says nothing of it until the block is lifted', () => {
    const world = createFakeWorld();
    refuseAll(world, 'refused');
    const { tab } = started(world);
    const said = new Set<string>();
    tab.client.subscribe(() => said.add(connection(tab)));
    for (let minute = 0; minute < 10; minute++) {
      world.clock.elapse(59_999);
      expect(tab.socket.dialing).toBe(false);
      world.clock.elapse(1);
      tab.socket.dial();
    }
    expect(tab.client.getState()).toMatchObject({ connection: 'refused', error: { kind: 'refused' } });
    expect([...said]).toEqual(['refused']);
    world.server.intercept = null;
    world.clock.elapse(60_000);
    tab.socket.settle();
    expect(tab.client.getState()).toMatchObject({ connection: 'online', error: null });
  });

  it('that is stopped is not tried again', () => {
    const world = createFakeWorld();
    refuseAll(world, 'refused');
    const { tab } = started(world);
    tab.client.stop();
    expect(world.clock.timers).toBe(0);
  });

  it.each(['unavailable', 'internal', 'rate_limited'] as const)('as %s is tried again with back-off', (kind) => {
    const world = createFakeWorld();
    refuseAll(world, kind);
    const { tab } = started(world);
    for (const wait of [1000, 2000, 4000]) {
      expect(tab.client.getState()).toMatchObject({ connection: 'offline', error: { kind } });
      world.clock.elapse(wait - 1);
      expect(tab.socket.dialing).toBe(false);
      world.clock.elapse(1);
      tab.socket.dial();
    }
    world.server.intercept = null;
    world.clock.elapse(8000);
    tab.socket.settle();
    expect(tab.client.getState()).toMatchObject({ connection: 'online', error: null });
  });
});

describe('a server that welcomes and then is silent', () => {
  it('is asked less and less often, until it answers something', () => {
    const { world, tab } = started();
    tab.client.send('hello');
    const waits = [1000, 2000, 4000];
    for (const wait of waits) {
      tab.socket.drop('up');
      world.clock.elapse(8000);
      world.clock.elapse(wait - 1);
      expect(tab.socket.dialing).toBe(false);
      world.clock.elapse(1);
      tab.socket.dial();
      tab.socket.flush('down');
    }
    tab.socket.settle();
    tab.client.send('again');
    tab.socket.drop('up');
    world.clock.elapse(8000);
    world.clock.elapse(1000);
    expect(tab.socket.dialing).toBe(true);
  });
});

describe('goodbye', () => {
  it.each(['refused', 'upgrade_required'] as const)('with %s ends it', (kind) => {
    const { world, tab } = started();
    tab.socket.side.push('goodbye', error(kind));
    tab.socket.settle();
    world.clock.elapse(59_000);
    expect(tab.client.getState()).toMatchObject({ error: { kind } });
    expect(tab.socket.connected || tab.socket.dialing).toBe(false);
  });

  it.each(['unavailable', 'too_large'] as const)('with %s (a slow reader) comes back', (kind) => {
    const { world, tab } = started();
    tab.socket.side.push('goodbye', error(kind));
    tab.socket.settle();
    expect(connection(tab)).toBe('offline');
    world.clock.elapse(1000);
    tab.socket.settle();
    expect(connection(tab)).toBe('online');
    expect(world.server.visitors.size).toBe(1);
  });

  it('with unauthorized (erased) begins as someone new', () => {
    const { world, tab } = started();
    tab.client.send('hello');
    tab.socket.settle();
    world.server.visitors.clear();
    tab.socket.side.push('goodbye', error('unauthorized'));
    tab.socket.settle();
    world.clock.elapse(1000);
    tab.socket.settle();
    expect(tab.client.getState()).toMatchObject({ connection: 'online', items: [], conversation: null, erased: true });
    tab.client.send('hello again');
    tab.socket.settle();
    expect(tab.client.getState()).toMatchObject({ conversation: {}, erased: false });
  });

  it('that is not said before the server cuts the line comes back too', () => {
    const { world, tab } = started();
    tab.socket.side.cut();
    expect(connection(tab)).toBe('offline');
    world.clock.elapse(1000);
    tab.socket.settle();
    expect(connection(tab)).toBe('online');
  });
});

describe('waking', () => {
  it('resyncs at once', () => {
    const { world, tab } = started();
    tab.client.send('hello');
    tab.socket.settle();
    world.server.append(world.visitor, { type: 'bot_message', text: 'hi' });
    tab.socket.drop('down');
    tab.client.wake();
    tab.socket.settle();
    expect(tab.client.getState().lastSeq).toBe(2);
  });

  it('reconnects at once instead of waiting for the back-off', () => {
    const { tab } = started();
    tab.socket.side.cut();
    tab.client.wake();
    tab.socket.settle();
    expect(connection(tab)).toBe('online');
  });

  it('finds a half-open line within the time of an acknowledgement', () => {
    const { world, tab } = started();
    tab.client.wake();
    tab.socket.drop('up');
    world.clock.elapse(8000);
    expect(connection(tab)).toBe('offline');
  });

  it('starts nothing that was not started', () => {
    const world = createFakeWorld();
    const tab = world.open();
    tab.client.wake();
    tab.client.resync();
    expect(tab.sockets).toBe(0);
  });
});
