import { describe, expect, it } from '@jest/globals';
import { createTalkingWorld } from '../testing/fake-world.ts';

describe('the conversation', () => {
  it('tells who took over until it is handed back, also after a reload', () => {
    const { world, tab } = createTalkingWorld();
    const { server, visitor } = world;
    const conversation = visitor.conversation!;
    conversation.ownerName = 'Ana';
    server.append(visitor, { type: 'takeover', name: 'Ana' }, 'owner');
    tab.socket.settle();
    expect(tab.client.getState().conversation).toMatchObject({ state: 'owner', ownerName: 'Ana' });
    const fresh = world.open();
    fresh.client.start();
    fresh.socket.settle();
    expect(fresh.client.getState().conversation).toMatchObject({ state: 'owner', ownerName: 'Ana' });
    conversation.ownerName = null;
    server.append(visitor, { type: 'hand_back', by: 'owner' }, 'bot');
    fresh.socket.settle();
    expect(fresh.client.getState().conversation).toMatchObject({ state: 'bot', ownerName: null });
  });

  it('is not set back by an old event that comes late', () => {
    const { world, tab } = createTalkingWorld();
    world.server.append(world.visitor, { type: 'handoff', reason: 'asked' }, 'waiting');
    world.server.append(world.visitor, { type: 'takeover', name: 'Ana' }, 'owner');
    tab.socket.flush('down', 1);
    tab.socket.flush('down', 0);
    expect(tab.client.getState().conversation?.state).toBe('owner');
  });
});
