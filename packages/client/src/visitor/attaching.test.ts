import { describe, expect, it } from '@jest/globals';
import { createFakeWorld } from '../testing/fake-world.ts';

const FILE = { id: '0f1f2a94-9d4f-4c57-8a0e-6c2f5d1d1c11', name: '花瓶.png', type: 'image/png', bytes: 9 };

describe('a message with files', () => {
  it('goes out with their ids, also without a word, and stands in the log with them', () => {
    const world = createFakeWorld();
    const tab = world.open();
    tab.client.start();
    tab.socket.settle();
    expect(tab.client.send('  ')).toBeNull();
    expect(tab.client.send('', undefined, [FILE])).not.toBeNull();
    expect(tab.client.getState().items).toMatchObject([{ type: 'outbox', text: '', attachments: [FILE] }]);
    tab.socket.settle();
    expect(world.heard('message')).toMatchObject([{ text: '', attachments: [FILE.id] }]);
    expect(tab.client.getState().items).toMatchObject([{ type: 'visitor_message', attachments: [FILE] }]);
  });

  it('keeps them when the page goes away before it is sent', () => {
    const world = createFakeWorld();
    const first = world.open();
    first.client.send('broken', undefined, [FILE]);
    first.kill();
    const second = world.open();
    second.client.start();
    second.socket.settle();
    expect(world.heard('message')).toMatchObject([{ text: 'broken', attachments: [FILE.id] }]);
  });

  it('goes without what is kept of its files where that is broken, and holds up nothing after it', () => {
    const world = createFakeWorld();
    const first = world.open();
    first.client.send('broken', undefined, [FILE]);
    first.client.send('after it');
    first.kill();
    const kept = world.storage.content.get('solodesk:shop:outbox')!;
    world.storage.content.set('solodesk:shop:outbox', kept.replace(JSON.stringify(FILE), 'null'));
    const second = world.open();
    second.client.start();
    second.socket.settle();
    expect(world.heard('message')).toMatchObject([{ text: 'broken' }, { text: 'after it' }]);
  });

  it('has a token for what goes over HTTP, once it was welcomed', () => {
    const tab = createFakeWorld().open();
    expect(tab.client.token()).toBeUndefined();
    tab.client.start();
    tab.socket.settle();
    expect(tab.client.token()).toEqual(expect.any(String));
  });
});
