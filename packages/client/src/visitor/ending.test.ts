import { describe, expect, it } from '@jest/globals';
import { createFakeWorld, createTalkingWorld } from '../testing/fake-world.ts';

describe('ending the chat', () => {
  it('takes its turn after what was said before it, and before what is said after', () => {
    const world = createFakeWorld();
    const tab = world.open();
    tab.client.send('one');
    tab.client.end();
    tab.client.send('two');
    expect(tab.client.getState().items.map((item) => 'text' in item && item.text)).toEqual(['one', 'two']);
    tab.client.start();
    tab.socket.settle();
    expect(world.visitor.conversation?.log.map((event) => event.type)).toEqual([
      'visitor_message',
      'closed',
      'visitor_message',
    ]);
    expect(tab.client.getState().conversation?.state).toBe('closed');
  });

  it('is moot when the server says that the state changed meanwhile', () => {
    const { world, tab } = createTalkingWorld();
    world.server.intercept = (event) => (event === 'end' ? { kind: 'conflict', message: 'closed' } : undefined);
    tab.client.end();
    tab.socket.settle();
    world.clock.elapse(60_000);
    tab.socket.settle();
    expect(world.heard('end')).toHaveLength(1);
  });
});
