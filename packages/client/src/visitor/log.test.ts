import { describe, expect, it } from '@jest/globals';
import type { LogEvent } from '@solodesk/protocol/visitor';
import { createFakeWorld, createTalkingWorld } from '../testing/fake-world.ts';
import type { FakeTab, FakeWorld } from '../testing/fake-world.ts';

const seqs = (tab: FakeTab) =>
  tab.client.getState().items.map((item) => (item.type === 'outbox' ? 'outbox' : item.seq));
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
function botSays(world: FakeWorld, times: number) {
  for (let said = 0; said < times; said++) world.server.append(world.visitor, { type: 'bot_message', text: `${said}` });
}

describe('the log', () => {
  it('is whole after the first load, page by page', () => {
    const { world, tab } = createTalkingWorld();
    botSays(world, 22);
    tab.client.stop();
    const fresh = world.open();
    fresh.client.start();
    fresh.socket.dial();
    fresh.socket.flush('down');
    expect(fresh.client.getState()).toMatchObject({ connection: 'online', loaded: false });
    fresh.socket.settle();
    expect(seqs(fresh)).toEqual(upTo(23));
    expect(fresh.client.getState().loaded).toBe(true);
    expect(world.heard('pull').map((pull) => pull.after)).toEqual([0, 5, 10, 15, 20]);
  });

  it('is loaded at once for someone new, without a pull', () => {
    const world = createFakeWorld();
    const tab = world.open();
    tab.client.start();
    tab.socket.settle();
    expect(tab.client.getState().loaded).toBe(true);
    expect(world.heard('pull')).toEqual([]);
  });

  it('pulls after a reconnection only what it missed, and nothing when it missed nothing', () => {
    const { world, tab } = createTalkingWorld();
    tab.socket.cut();
    tab.socket.settle();
    expect(world.heard('pull')).toEqual([]);
    tab.socket.cut();
    botSays(world, 2);
    tab.socket.settle();
    expect(world.heard('pull')).toEqual([{ after: 1 }]);
    expect(seqs(tab)).toEqual([1, 2, 3]);
  });

  it('holds an event that came early, shows no hole, and pulls what lies between', () => {
    const { world, tab } = createTalkingWorld();
    botSays(world, 2);
    tab.socket.drop('down');
    tab.socket.flush('down');
    expect(seqs(tab)).toEqual([1]);
    expect(tab.socket.up).toMatchObject([{ event: 'pull', body: { after: 1 } }]);
    tab.socket.settle();
    expect(seqs(tab)).toEqual([1, 2, 3]);
  });

  it('shows an event that is heard twice once', () => {
    const { world, tab } = createTalkingWorld();
    botSays(world, 1);
    tab.socket.down.push(tab.socket.down[0]!);
    tab.socket.settle();
    expect(seqs(tab)).toEqual([1, 2]);
  });

  it('asks every 60 s though nothing is heard, which heals a line that cannot receive', () => {
    const { world, tab } = createTalkingWorld();
    botSays(world, 1);
    tab.socket.drop('down');
    world.clock.elapse(60_000);
    tab.socket.settle();
    expect(seqs(tab)).toEqual([1, 2]);
    world.clock.elapse(60_000);
    expect(tab.socket.up).toMatchObject([{ event: 'pull', body: { after: 2 } }]);
  });

  it('asks again after a page that was on its way when more was asked for', () => {
    const { world, tab } = createTalkingWorld();
    tab.client.resync();
    tab.socket.flush('up');
    botSays(world, 1);
    tab.socket.drop('down');
    tab.client.wake();
    tab.socket.settle();
    expect(seqs(tab)).toEqual([1, 2]);
  });

  it('keeps an event that was quicker than a page of the time before it', () => {
    const { world, tab } = createTalkingWorld();
    tab.client.resync();
    tab.socket.flush('up');
    botSays(world, 1);
    tab.socket.flush('down');
    tab.socket.flush('acks');
    expect(seqs(tab)).toEqual([1, 2]);
  });

  it('tries a refused pull again with back-off', () => {
    const { world, tab } = createTalkingWorld();
    world.server.intercept = (event) => (event === 'pull' ? { kind: 'unavailable', message: 'busy' } : undefined);
    botSays(world, 1);
    tab.socket.drop('down');
    tab.client.resync();
    tab.socket.settle();
    world.server.intercept = null;
    world.clock.elapse(1000);
    tab.socket.settle();
    expect(seqs(tab)).toEqual([1, 2]);
  });

  it('does not ask in a circle when a page brings nothing though there is more', () => {
    const { world, tab } = createTalkingWorld();
    world.server.pageSize = 0;
    botSays(world, 1);
    tab.socket.drop('down');
    tab.client.resync();
    tab.socket.settle();
    expect(world.heard('pull')).toHaveLength(1);
    world.server.pageSize = 5;
    world.clock.elapse(1000);
    tab.socket.settle();
    expect(seqs(tab)).toEqual([1, 2]);
  });

  it('begins anew with another conversation, and is empty when all was erased', () => {
    const { world, tab } = createTalkingWorld();
    const { visitor } = world;
    visitor.conversation = { ...world.server.conversation(visitor), id: 'another', log: [] };
    botSays(world, 1);
    tab.socket.settle();
    expect(tab.client.getState()).toMatchObject({ conversation: { id: 'another' }, lastSeq: 1 });
    expect(tab.client.getState().items).toMatchObject([{ type: 'bot_message', seq: 1 }]);
    visitor.conversation = null;
    tab.client.resync();
    tab.socket.settle();
    expect(tab.client.getState()).toMatchObject({ conversation: null, items: [], lastSeq: 0 });
  });

  it('follows a server that was restored from a backup', () => {
    const { world, tab } = createTalkingWorld();
    botSays(world, 3);
    tab.socket.settle();
    tab.socket.cut();
    world.visitor.conversation!.log.length = 2;
    tab.socket.settle();
    expect(seqs(tab)).toEqual([1, 2]);
  });

  it('is not thrown over by a welcome that tells of the time before the newest event', () => {
    const { world, tab } = createTalkingWorld();
    tab.socket.cut();
    tab.socket.dial();
    world.server.append(world.visitor, { type: 'takeover', name: 'Ana' }, 'owner');
    tab.socket.flush('down', 1);
    tab.socket.flush('down', 0);
    expect(seqs(tab)).toEqual([1, 2]);
    expect(tab.client.getState().conversation).toMatchObject({ state: 'owner', ownerName: 'Ana' });
    tab.socket.settle();
    expect(seqs(tab)).toEqual([1, 2]);
  });

  it('keeps a first event that was quicker than the welcome, or than a page, of the time before it', () => {
    const world = createFakeWorld();
    const tab = world.open();
    tab.client.start();
    tab.socket.dial();
    botSays(world, 1);
    tab.socket.flush('down', 1);
    tab.socket.settle();
    expect(seqs(tab)).toEqual([1]);
    world.visitor.conversation = null;
    tab.client.resync();
    tab.socket.settle();
    tab.client.resync();
    tab.socket.flush('up');
    botSays(world, 1);
    tab.socket.flush('down');
    tab.socket.settle();
    expect(seqs(tab)).toEqual([1]);
  });

  it('puts the tombstone in the place of what was erased while it is looked at', () => {
    const { world, tab } = createTalkingWorld();
    const { id, state } = world.visitor.conversation!;
    const events: LogEvent[] = [{ type: 'erased', seq: 1, at: 1 }];
    tab.socket.side.push('events', { conversation: id, state, events });
    tab.socket.settle();
    expect(tab.client.getState().items).toEqual(events);
  });

  it('keeps the place of an event that it does not know, and does not show it', () => {
    const { world, tab } = createTalkingWorld();
    world.server.append(world.visitor, { type: 'a_later_wire' } as never);
    botSays(world, 1);
    tab.socket.settle();
    expect(seqs(tab)).toEqual([1, 3]);
    expect(tab.client.getState().lastSeq).toBe(3);
  });

  it('lets no object through where text belongs', () => {
    const { world, tab } = createTalkingWorld();
    const element = { type: 'script', props: {} } as never;
    const { server, visitor } = world;
    server.append(visitor, { type: 'bot_message', text: element });
    server.append(visitor, { type: 'owner_message', text: 'hi', name: element, clientId: 'x' });
    server.append(visitor, { type: 'takeover', name: element });
    server.append(visitor, {
      ...{ type: 'bot_message', text: 'good' },
      quickReplies: [{ label: element }, { label: 'Yes' }, null as never],
      links: [{ label: 'Shop', url: element }],
    });
    server.append(visitor, { type: 'bot_message', text: 'good', links: element });
    tab.socket.settle();
    expect(tab.client.getState().lastSeq).toBe(6);
    expect(tab.client.getState().items.slice(1)).toMatchObject([
      { seq: 5, quickReplies: [{ label: 'Yes' }], links: [] },
      { seq: 6, links: undefined },
    ]);
  });

  it('survives pushes without meaning', () => {
    const { tab } = createTalkingWorld();
    for (const body of [null, 7, { events: 'x' }, { events: null }]) tab.socket.side.push('events', body);
    tab.socket.settle();
    expect(seqs(tab)).toEqual([1]);
  });
});
