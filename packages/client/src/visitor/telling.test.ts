import { describe, expect, it } from '@jest/globals';
import { createFakeWorld, createTalkingWorld } from '../testing/fake-world.ts';
import type { FakeTab } from '../testing/fake-world.ts';

const state = (tab: FakeTab) => tab.client.getState();

describe('what is told while online', () => {
  it('is locale, page and identity, whose verification is answered', () => {
    const { world, tab } = createTalkingWorld();
    tab.client.setLocale('zh');
    tab.client.setPage({ url: 'https://shop.example/', title: 'Shop' });
    tab.client.identify({ userId: 'u1', hash: 'good' });
    tab.socket.settle();
    expect(world.server.heard.slice(1, 4).map((one) => one.event)).toEqual(['locale', 'page', 'identify']);
    expect(state(tab).verified).toBe(true);
    tab.client.identify({ userId: 'u1', hash: 'wrong' });
    tab.socket.settle();
    expect(state(tab).verified).toBe(false);
  });

  it('may lead to the conversation that the identity has already', () => {
    const { world, tab } = createTalkingWorld();
    tab.client.identify({ userId: 'u1', hash: 'good' });
    tab.socket.flush('up');
    world.visitor.conversation = { ...world.visitor.conversation!, id: 'of u1', log: [] };
    tab.socket.settle();
    expect(state(tab)).toMatchObject({ conversation: { id: 'of u1' }, items: [] });
  });

  it('is told again after a refusal that passes', () => {
    const { world, tab } = createTalkingWorld();
    world.server.intercept = () => ({ kind: 'rate_limited', message: 'slow down', retryAfterMs: 3000 });
    tab.client.setLocale('zh');
    tab.socket.settle();
    world.server.intercept = null;
    tab.client.setLocale('en');
    expect(tab.socket.up).toEqual([]);
    world.clock.elapse(3000);
    tab.socket.settle();
    expect(world.heard('locale')).toEqual([{ locale: 'zh' }, { locale: 'en' }]);
  });

  it('is told again as it was when nothing newer came', () => {
    const { world, tab } = createTalkingWorld();
    world.server.intercept = () => ({ kind: 'unavailable', message: 'busy' });
    tab.client.markSeen(1);
    tab.socket.settle();
    world.server.intercept = null;
    world.clock.elapse(1000);
    tab.socket.settle();
    expect(world.visitor.conversation?.visitorSeenSeq).toBe(1);
  });

  it('is not told again after a refusal for good', () => {
    const { world, tab } = createTalkingWorld();
    world.server.intercept = () => ({ kind: 'refused', message: 'no' });
    tab.client.identify({ userId: 'u1' });
    tab.socket.settle();
    world.clock.elapse(30_000);
    expect(world.heard('identify')).toHaveLength(1);
  });

  it('updates who is there', () => {
    const { tab } = createTalkingWorld();
    expect(state(tab).presence).toEqual({ here: true, name: 'Ana' });
    tab.socket.side.push('presence', { here: false, name: 'Ana' });
    tab.socket.settle();
    expect(state(tab).presence?.here).toBe(false);
  });
});

describe('suggestions', () => {
  it('come for the latest text; who asked before gets none', async () => {
    const { tab } = createTalkingWorld();
    const asked = ['del', 'delivery'].map((text) => tab.client.suggest(text));
    tab.socket.settle();
    await expect(Promise.all(asked)).resolves.toEqual([[], [{ intent: 'faq.delivery', question: 'delivery?' }]]);
  });

  it('are none when offline, for blank text, and when the line is lost', async () => {
    const { tab } = createTalkingWorld();
    await expect(tab.client.suggest(' ')).resolves.toEqual([]);
    const asked = tab.client.suggest('del');
    tab.socket.cut();
    await expect(asked).resolves.toEqual([]);
    await expect(tab.client.suggest('del')).resolves.toEqual([]);
  });
});

describe('tracking', () => {
  it('keeps the newest 200 until there is a line, then sends packets of at most 50', () => {
    const world = createFakeWorld();
    const tab = world.open({ page: { url: 'https://shop.example/', title: 'Shop' } });
    for (let index = 0; index < 230; index++) tab.client.track({ name: `view${index}`, props: { index } });
    tab.client.start();
    tab.socket.settle();
    expect(world.heard('track').map((packet) => packet.events.length)).toEqual([50, 50, 50, 50]);
    const events = [...world.visitor.tracked.values()];
    expect(events).toHaveLength(200);
    expect(events[0]).toMatchObject({ name: 'view30', props: { index: 30 }, page: 'https://shop.example/' });
  });

  it('repeats a packet that was lost or refused for a while; each event counts once', () => {
    const { world, tab } = createTalkingWorld();
    tab.client.track({ name: 'cart' });
    tab.socket.flush('up');
    tab.socket.cut();
    tab.socket.dial();
    world.server.intercept = (event) => (event === 'track' ? { kind: 'internal', message: 'oops' } : undefined);
    tab.socket.settle();
    world.server.intercept = null;
    world.clock.elapse(1000);
    tab.socket.settle();
    expect(world.heard('track')).toHaveLength(3);
    expect(world.visitor.tracked.size).toBe(1);
    tab.client.track({ name: 'purchase' });
    tab.socket.settle();
    expect(world.heard('track').at(-1)?.events).toMatchObject([{ name: 'purchase' }]);
  });

  it('has one packet on its way at a time', () => {
    const { world, tab } = createTalkingWorld();
    for (const name of ['view', 'cart', 'purchase']) tab.client.track({ name });
    tab.socket.settle();
    expect(world.heard('track').map((packet) => packet.events.map((event) => event.name))).toEqual([
      ['view'],
      ['cart', 'purchase'],
    ]);
  });

  it('drops what the wire would refuse, so that the rest of the packet is taken', () => {
    const { world, tab } = createTalkingWorld();
    tab.client.track({ name: '' });
    tab.client.track({ name: 'x'.repeat(99), props: { a: 'y'.repeat(999), b: NaN, c: { d: 1 } as never, e: null } });
    tab.socket.settle();
    const [event, ...others] = world.visitor.tracked.values();
    expect(others).toEqual([]);
    expect(event).toMatchObject({ name: 'x'.repeat(64), props: { a: 'y'.repeat(500), e: null } });
    expect(Object.keys(event!.props)).toEqual(['a', 'e']);
  });
});
