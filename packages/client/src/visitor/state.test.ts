import { describe, expect, it } from '@jest/globals';
import { createFakeWorld, createTalkingWorld } from '../testing/fake-world.ts';
import type { FakeTab } from '../testing/fake-world.ts';

const state = (tab: FakeTab) => tab.client.getState();
const ups = (tab: FakeTab) => tab.socket.up.map(({ event, body }) => [event, body]);

describe('snapshots', () => {
  it('are the same object until something changes, and listeners hear of changes alone', () => {
    const { tab } = createTalkingWorld();
    let heard = 0;
    const unsubscribe = tab.client.subscribe(() => heard++);
    const before = state(tab);
    tab.client.setDraft('');
    tab.client.markSeen(0);
    tab.socket.side.push('seen', { seq: 0 });
    tab.socket.settle();
    expect(state(tab)).toBe(before);
    expect(heard).toBe(0);
    tab.client.setDraft('a');
    expect(heard).toBe(1);
    expect(state(tab)).not.toBe(before);
    expect(state(tab).items).toBe(before.items);
    expect(state(tab).conversation).toBe(before.conversation);
    unsubscribe();
    tab.client.setDraft('ab');
    expect(heard).toBe(1);
  });

  it('keep the items that did not change', () => {
    const { world, tab } = createTalkingWorld();
    const before = state(tab).items;
    world.server.append(world.visitor, { type: 'bot_message', text: 'hi' });
    tab.socket.settle();
    expect(state(tab).items[0]).toBe(before[0]);
  });
});

describe('seen marks', () => {
  it('count what bot and owner said after the mark, and never go back', () => {
    const { world, tab } = createTalkingWorld();
    for (const text of ['a', 'b']) world.server.append(world.visitor, { type: 'bot_message', text });
    world.server.append(world.visitor, { type: 'handoff', reason: 'asked' }, 'waiting');
    tab.socket.settle();
    expect(state(tab).unread).toBe(2);
    tab.client.markSeen(2);
    tab.client.markSeen(1);
    tab.socket.settle();
    expect(state(tab)).toMatchObject({ unread: 1, visitorSeenSeq: 2 });
    tab.client.markSeen(99);
    expect(state(tab)).toMatchObject({ unread: 0, visitorSeenSeq: 4 });
  });

  it('melt into one while another is on its way', () => {
    const { world, tab } = createTalkingWorld();
    for (const text of ['a', 'b', 'c']) world.server.append(world.visitor, { type: 'bot_message', text });
    tab.socket.settle();
    for (const seq of [1, 2, 3, 4]) tab.client.markSeen(seq);
    tab.socket.settle();
    expect(world.heard('seen')).toEqual([{ seq: 1 }, { seq: 4 }]);
  });

  it('that were lost with the line are told again after the welcome', () => {
    const { world, tab } = createTalkingWorld();
    tab.client.markSeen(1);
    tab.socket.cut();
    tab.socket.settle();
    expect(world.visitor.conversation?.visitorSeenSeq).toBe(1);
  });

  it('of the owner only grow', () => {
    const { tab } = createTalkingWorld();
    for (const seq of [1, 0]) tab.socket.side.push('seen', { seq });
    tab.socket.settle();
    expect(state(tab).conversation?.ownerSeenSeq).toBe(1);
  });
});

describe('typing', () => {
  it('of the visitor is said at most every 3 s, ends 5 s after the last key, and with the message', () => {
    const { world, tab } = createTalkingWorld();
    for (let keys = 0; keys < 8; keys++) {
      tab.client.setTyping(true);
      world.clock.elapse(500);
    }
    expect(ups(tab)).toEqual([
      ['typing', { on: true }],
      ['typing', { on: true }],
    ]);
    world.clock.elapse(5000);
    expect(ups(tab)[2]).toEqual(['typing', { on: false }]);
    tab.socket.settle();
    tab.client.setTyping(true);
    tab.client.send('done');
    expect(ups(tab).slice(0, 2)).toEqual([
      ['typing', { on: true }],
      ['typing', { on: false }],
    ]);
    tab.client.setTyping(false);
    expect(ups(tab)).toHaveLength(3);
  });

  it('of the others ends with their message, with the line, and by itself', () => {
    const { world, tab } = createTalkingWorld();
    const typing = (from: 'bot' | 'owner', on: boolean) => {
      tab.socket.side.push('typing', { from, on });
      tab.socket.settle();
    };
    typing('bot', true);
    expect(state(tab).typing).toBe('bot');
    typing('owner', false);
    expect(state(tab).typing).toBe('bot');
    world.server.append(world.visitor, { type: 'bot_message', text: 'hi' });
    tab.socket.settle();
    expect(state(tab).typing).toBeNull();
    typing('owner', true);
    world.clock.elapse(12_000);
    expect(state(tab).typing).toBeNull();
    typing('owner', true);
    tab.socket.cut();
    expect(state(tab).typing).toBeNull();
  });
});

describe('consent', () => {
  it('stands before any connection, and is kept with its version and time', () => {
    const world = createFakeWorld();
    const tab = world.open({ consentVersion: '2' });
    tab.client.start();
    tab.client.track({ name: 'view' });
    tab.client.wake();
    expect(tab.sockets).toBe(0);
    expect(state(tab)).toMatchObject({ connection: 'idle', needsConsent: true });
    expect([...world.storage.content]).toEqual([]);
    tab.client.agree();
    tab.socket.settle();
    expect(state(tab)).toMatchObject({ connection: 'online', needsConsent: false });
    expect(world.visitor.handshake.consent).toEqual({ version: '2', at: world.clock.now() });
    expect(world.visitor.tracked.size).toBe(1);
    const again = world.open({ consentVersion: '2' });
    again.client.start();
    again.socket.settle();
    expect(state(again).connection).toBe('online');
    expect(world.open({ consentVersion: '3' }).client.getState().needsConsent).toBe(true);
  });

  it('before a start connects nothing', () => {
    const tab = createFakeWorld().open({ consentVersion: '2' });
    tab.client.agree();
    expect(tab.sockets).toBe(0);
  });
});
