import { describe, expect, it } from '@jest/globals';
import type { LogEvent, WireError } from '@solodesk/protocol/visitor';
import { createFakeWorld } from '../testing/fake-world.ts';
import type { FakeTab, FakeWorld } from '../testing/fake-world.ts';
import type { OutboxItem } from './types.ts';

function online(): { world: FakeWorld; tab: FakeTab } {
  const world = createFakeWorld();
  const tab = world.open();
  tab.client.start();
  tab.socket.settle();
  return { world, tab };
}

const erased: LogEvent = { type: 'erased', seq: 1, at: 1 };
const outbox = (tab: FakeTab) =>
  tab.client.getState().items.filter((item): item is OutboxItem => item.type === 'outbox');
const statuses = (tab: FakeTab) => outbox(tab).map((item) => item.status);
const texts = (world: FakeWorld) =>
  world.visitor.conversation?.log.flatMap((event) => ('text' in event ? [event.text] : [])) ?? [];

/** Refuses the next `times` messages. */
function refuse(world: FakeWorld, error: WireError, times = 1) {
  let left = times;
  world.server.intercept = (event) => (event === 'message' && left-- > 0 ? error : undefined);
}

describe('sending', () => {
  it('shows a message as queued, on its way, and as the log has it when it is on disk', () => {
    const world = createFakeWorld();
    const tab = world.open();
    tab.client.send('hello');
    expect(statuses(tab)).toEqual(['queued']);
    tab.client.start();
    tab.socket.dial();
    tab.socket.flush('down');
    expect(statuses(tab)).toEqual(['sending']);
    tab.socket.flush('up');
    tab.socket.flush('acks');
    expect(tab.client.getState().items).toMatchObject([{ type: 'visitor_message', text: 'hello', seq: 1 }]);
  });

  it('shows a message as sent until an event tells it, where more happened than the message', () => {
    const { world, tab } = online();
    world.server.echoes = true;
    tab.client.send('hello');
    tab.socket.flush('up');
    tab.socket.flush('acks');
    expect(statuses(tab)).toEqual(['sent']);
    tab.socket.flush('down');
    expect(tab.client.getState().items).toMatchObject([{ type: 'visitor_message', text: 'hello', seq: 1 }]);
  });

  it('shows text as the server has it: half of a surrogate pair is no character', () => {
    const { world, tab } = online();
    tab.client.send('a\ud800b\0🧵');
    tab.socket.settle();
    expect(texts(world)).toEqual(['a\ufffdb\ufffd🧵']);
    expect(tab.client.getState().items).toMatchObject([{ text: 'a\ufffdb\ufffd🧵', seq: 1 }]);
  });

  it('takes a message out of the outbox when the log has it, though its acknowledgement is lost', () => {
    const { world, tab } = online();
    world.server.echoes = true;
    tab.client.send('hello');
    tab.socket.flush('up');
    tab.socket.drop('acks');
    tab.socket.settle();
    expect(statuses(tab)).toEqual([]);
    world.clock.elapse(8000);
    world.clock.elapse(2000);
    tab.socket.settle();
    expect(world.heard('message')).toHaveLength(1);
  });

  it('sends in order and one at a time, with intent', () => {
    const { world, tab } = online();
    tab.client.send('one', 'faq.one');
    tab.client.send('two');
    tab.client.send('three');
    expect(tab.socket.up.map((packet) => packet.event)).toEqual(['message']);
    tab.socket.settle();
    expect(texts(world)).toEqual(['one', 'two', 'three']);
    expect(world.heard('message')[0]).toMatchObject({ intent: 'faq.one' });
  });

  it('sends one at a time even if a listener sends, or stops, in the middle of it', () => {
    const { world, tab } = online();
    const once = (reaction: () => void) => {
      const unsubscribe = tab.client.subscribe(() => {
        if (!statuses(tab).includes('sending')) return;
        unsubscribe();
        reaction();
      });
    };
    once(() => tab.client.send('two'));
    tab.client.send('one');
    expect(tab.socket.up).toHaveLength(1);
    tab.socket.settle();
    expect(texts(world)).toEqual(['one', 'two']);
    once(() => tab.client.stop());
    tab.client.send('three');
    world.clock.elapse(60_000);
    expect(tab.client.getState()).toMatchObject({ connection: 'idle', error: null });
    expect(statuses(tab)).toEqual(['queued']);
  });

  it('cuts a line that does not acknowledge within 8 s and sends the same client id again', () => {
    const { world, tab } = online();
    const clientId = tab.client.send('hello');
    tab.socket.drop('up');
    world.clock.elapse(7999);
    expect(tab.client.getState().connection).toBe('online');
    world.clock.elapse(1);
    expect(tab.client.getState().connection).toBe('offline');
    expect(outbox(tab)).toMatchObject([{ status: 'queued', error: undefined }]);
    expect(tab.socket.connected).toBe(false);
    world.clock.elapse(1000);
    tab.socket.settle();
    expect(world.heard('message')).toEqual([{ clientId, text: 'hello' }]);
    expect(outbox(tab)).toEqual([]);
  });

  it('is stored once when the acknowledgement was lost with the line', () => {
    const { world, tab } = online();
    tab.client.send('hello');
    tab.socket.flush('up');
    tab.socket.cut();
    tab.socket.settle();
    expect(texts(world)).toEqual(['hello']);
    expect(outbox(tab)).toEqual([]);
  });

  it('waits as long as a rate limit says, longer by its jitter, and keeps the order', () => {
    const { world, tab } = online();
    refuse(world, { kind: 'rate_limited', message: 'slow down', retryAfterMs: 7000 });
    tab.client.send('one');
    tab.client.send('two');
    tab.socket.settle();
    expect(outbox(tab)).toMatchObject([{ status: 'queued', error: { kind: 'rate_limited' } }, { status: 'queued' }]);
    world.clock.elapse(6999);
    expect(tab.socket.up).toEqual([]);
    world.clock.elapse(1);
    tab.socket.settle();
    expect(texts(world)).toEqual(['one', 'two']);
  });

  it('backs off twice as long each time, up to 30 s, with jitter', () => {
    const world = createFakeWorld(() => 0.5);
    const tab = world.open();
    tab.client.start();
    tab.socket.settle();
    refuse(world, { kind: 'unavailable', message: 'disk full' }, 8);
    tab.client.send('hello');
    tab.socket.settle();
    const waits: number[] = [];
    for (let waited = 0; texts(world).length === 0; waited += 100) {
      if (world.heard('message').length > waits.length) waits.push(waited);
      world.clock.elapse(100);
      tab.socket.settle();
    }
    const gaps = waits.slice(1).map((at, index) => at - waits[index]!);
    expect(gaps).toEqual([1500, 3000, 6000, 12_000, 24_000, 45_000, 45_000]);
  });

  it('begins with a short back-off again after something was taken', () => {
    const { world, tab } = online();
    for (const text of ['one', 'two']) {
      refuse(world, { kind: 'unavailable', message: 'disk full' });
      tab.client.send(text);
      tab.socket.settle();
      world.clock.elapse(1000);
      tab.socket.settle();
    }
    expect(texts(world)).toEqual(['one', 'two']);
  });

  it('tries a waiting message at once when the visitor asks for it', () => {
    const { world, tab } = online();
    refuse(world, { kind: 'unavailable', message: 'disk full' });
    const clientId = tab.client.send('hello')!;
    tab.socket.settle();
    tab.client.retry(clientId);
    tab.socket.settle();
    expect(texts(world)).toEqual(['hello']);
  });

  it('gives up what cannot succeed, keeps its text, and goes on with the next', () => {
    const { world, tab } = online();
    refuse(world, { kind: 'refused', message: 'blocked' });
    const clientId = tab.client.send('one')!;
    tab.client.send('two');
    tab.socket.settle();
    expect(texts(world)).toEqual(['two']);
    expect(outbox(tab)).toMatchObject([{ text: 'one', status: 'failed', error: { kind: 'refused' } }]);
    tab.client.retry(clientId);
    tab.socket.settle();
    expect(texts(world)).toEqual(['two', 'one']);
    expect(world.heard('message').filter((message) => message.clientId === clientId)).toHaveLength(2);
  });

  it('does not even send what is too long, counted in code points', () => {
    const { world, tab } = online();
    tab.client.send('😀'.repeat(4000));
    tab.client.send('😀'.repeat(4001));
    tab.socket.settle();
    expect(world.heard('message')).toHaveLength(1);
    expect(outbox(tab)).toMatchObject([{ status: 'failed', error: { kind: 'too_large' } }]);
  });

  it('does not send blank text', () => {
    const { tab } = online();
    expect(tab.client.send(' \n')).toBeNull();
    expect(tab.client.getState().items).toEqual([]);
  });

  it('discards what failed or waits, not what is on its way', () => {
    const { world, tab } = online();
    const sending = tab.client.send('one')!;
    const waiting = tab.client.send('two')!;
    tab.client.discard(sending);
    tab.client.discard(waiting);
    tab.socket.settle();
    expect(texts(world)).toEqual(['one']);
    expect(outbox(tab)).toEqual([]);
  });

  it('asks for the event of an acknowledged message that is not heard', () => {
    const { world, tab } = online();
    world.server.echoes = true;
    tab.client.send('hello');
    tab.socket.flush('up');
    tab.socket.drop('down');
    tab.socket.settle();
    expect(statuses(tab)).toEqual(['sent']);
    world.clock.elapse(1500);
    tab.socket.settle();
    expect(statuses(tab)).toEqual([]);
    expect(tab.client.getState().items).toMatchObject([{ seq: 1, text: 'hello' }]);
  });

  it.each([
    ['erased before it was heard', (world: FakeWorld) => void (world.visitor.conversation!.log[0] = erased)],
    ['gone with its conversation', (world: FakeWorld) => void (world.visitor.conversation = null)],
  ])('lets go of an acknowledged message that is %s', (_, erase) => {
    const { world, tab } = online();
    tab.client.send('hello');
    tab.socket.flush('up');
    tab.socket.drop('down');
    tab.socket.flush('acks');
    erase(world);
    tab.client.resync();
    tab.socket.settle();
    expect(outbox(tab)).toEqual([]);
  });

  it('keeps a message over the end of the session, and sends it in the next', () => {
    const { world, tab } = online();
    refuse(world, { kind: 'unauthorized', message: 'ended' });
    tab.client.send('hello');
    tab.socket.settle();
    expect(statuses(tab)).toEqual(['queued']);
    world.clock.elapse(1000);
    tab.socket.settle();
    expect(world.server.visitors.size).toBe(2);
    expect(tab.client.getState().items).toMatchObject([{ seq: 1, text: 'hello' }]);
  });
});
