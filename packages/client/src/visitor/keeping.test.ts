import { describe, expect, it } from '@jest/globals';
import { createFakeWorld } from '../testing/fake-world.ts';
import type { FakeTab, FakeWorld } from '../testing/fake-world.ts';

const OUTBOX = 'solodesk:shop:outbox';
const ID = '0000000a-0000-4000-8000-000000000001';

function started(world: FakeWorld): FakeTab {
  const tab = world.open();
  tab.client.start();
  tab.socket.settle();
  return tab;
}
const shown = (tab: FakeTab) => tab.client.getState().items.map((item) => ('text' in item ? item.text : item.type));
const said = (world: FakeWorld) =>
  world.visitor.conversation?.log.map((event) => ('text' in event ? event.text : event.type)) ?? [];

describe('over a reload', () => {
  it('keeps the session, the draft and what was not sent, and sends it under the same client id', () => {
    const world = createFakeWorld();
    const before = started(world);
    before.socket.cut();
    const clientId = before.client.send('hello');
    before.client.setDraft('and an');
    before.client.stop();
    const after = world.open();
    expect(after.client.getState()).toMatchObject({ draft: 'and an', items: [{ clientId, status: 'queued' }] });
    after.client.start();
    after.socket.settle();
    expect(said(world)).toEqual(['hello']);
    expect(world.heard('message')).toEqual([{ clientId, text: 'hello' }]);
    expect(world.storage.content.has(OUTBOX)).toBe(false);
  });

  it('sends once what was stored without the acknowledgement being heard', () => {
    const world = createFakeWorld();
    const before = started(world);
    before.client.send('hello');
    before.socket.flush('up');
    const after = started(world);
    expect(said(world)).toEqual(['hello']);
    expect(shown(after)).toEqual(['hello']);
  });

  it('still shows what failed, and why', () => {
    const world = createFakeWorld();
    const before = started(world);
    world.server.intercept = (event) => (event === 'message' ? { kind: 'refused', message: 'blocked' } : undefined);
    before.client.send('hello');
    before.socket.settle();
    before.client.stop();
    const after = started(world);
    expect(after.client.getState().items).toMatchObject([{ status: 'failed', error: { kind: 'refused' } }]);
    expect(world.heard('message')).toHaveLength(1);
  });
});

describe('two tabs', () => {
  it('do not destroy each other’s entries', () => {
    const world = createFakeWorld();
    const one = world.open();
    const two = world.open();
    one.client.send('from one');
    two.client.send('from two');
    one.client.send('from one again');
    const texts = (JSON.parse(world.storage.content.get(OUTBOX)!) as { text: string }[]).map((entry) => entry.text);
    expect(texts).toEqual(['from one', 'from two', 'from one again']);
  });

  it('may both send an entry, which is stored once and leaves both outboxes', () => {
    const world = createFakeWorld();
    const one = started(world);
    one.client.send('hello');
    const two = started(world);
    one.socket.settle();
    two.socket.settle();
    one.socket.settle();
    expect(said(world)).toEqual(['hello']);
    expect(shown(one)).toEqual(['hello']);
    expect(shown(two)).toEqual(['hello']);
    expect(world.storage.content.has(OUTBOX)).toBe(false);
  });

  it('take over what a closed tab left behind when they are woken', () => {
    const world = createFakeWorld();
    const one = started(world);
    const two = started(world);
    one.socket.cut();
    one.client.send('hello');
    one.client.stop();
    two.client.wake();
    two.socket.settle();
    expect(said(world)).toEqual(['hello']);
  });

  it('take over what a closed tab left behind when they come back', () => {
    const world = createFakeWorld();
    const one = started(world);
    const two = started(world);
    two.socket.cut();
    one.client.send('hello');
    one.kill();
    two.socket.settle();
    expect(said(world)).toEqual(['hello']);
  });

  it('that write at the same moment do not bring back what this one has seen through', () => {
    const world = createFakeWorld();
    const tab = started(world);
    tab.client.send('hello');
    tab.client.end();
    const stale = world.storage.content.get(OUTBOX)!;
    tab.socket.settle();
    world.storage.content.set(OUTBOX, stale);
    tab.client.wake();
    tab.client.send('again');
    tab.socket.settle();
    const told = world.server.heard.map((one) => one.event).filter((event) => event !== 'pull');
    expect(told).toEqual(['message', 'end', 'message']);
    expect(world.storage.content.has(OUTBOX)).toBe(false);
  });

  it('that begin at once become one visitor', () => {
    const world = createFakeWorld();
    const one = world.open();
    const two = world.open();
    one.client.start();
    two.client.start();
    one.socket.dial();
    two.socket.dial();
    one.socket.settle();
    two.socket.settle();
    two.socket.settle();
    one.client.send('one');
    two.client.send('two');
    one.socket.settle();
    two.socket.settle();
    one.socket.settle();
    expect(shown(one)).toEqual(['one', 'two']);
    expect(shown(two)).toEqual(['one', 'two']);
  });

  it('do not take the new token from each other when an old one is refused', () => {
    const world = createFakeWorld();
    world.storage.content.set('solodesk:shop:token', 'old');
    const one = world.open();
    const two = world.open();
    for (const tab of [one, two]) tab.client.start();
    for (const tab of [one, two, one, two, one, two]) tab.socket.dial();
    for (const tab of [one, two, one, two]) tab.socket.settle();
    const token = world.storage.content.get('solodesk:shop:token');
    expect([...world.server.sides].map((side) => side.visitor?.token)).toEqual([token, token]);
  });
});

describe('storage', () => {
  it.each([
    ['no JSON', '{"clientId":'],
    ['no list', '{"clientId":"x"}'],
    ['null', 'null'],
    ['foreign entries', JSON.stringify([null, 7, 'x', [], { clientId: ID }, { clientId: 'x', text: 'a', at: 1 }])],
    ['an object as text', JSON.stringify([{ clientId: ID, text: { type: 'b' }, at: 1 }])],
  ])('with %s in it is ignored', (_, content) => {
    const world = createFakeWorld();
    for (const name of ['outbox', 'consent', 'token']) world.storage.content.set(`solodesk:shop:${name}`, content);
    const tab = started(world);
    tab.socket.settle();
    tab.client.send('hello');
    tab.socket.settle();
    expect(said(world)).toEqual(['hello']);
    expect(shown(tab)).toEqual(['hello']);
  });

  it.each(['full', 'throwing'] as const)('that is %s leaves everything working in memory', (mode) => {
    const world = createFakeWorld();
    world.storage.mode = mode;
    const tab = started(world);
    tab.client.setDraft('draft');
    tab.client.send('one');
    tab.client.send('two');
    tab.socket.cut();
    tab.socket.settle();
    expect(said(world)).toEqual(['one', 'two']);
    expect(world.server.visitors.size).toBe(1);
    expect(tab.client.getState().draft).toBe('draft');
    tab.client.forget();
  });

  it('that will not let go of a refused token does not make us try it for ever', () => {
    const world = createFakeWorld();
    world.storage.content.set('solodesk:shop:token', 'old');
    world.storage.remove = () => undefined;
    const tab = started(world);
    tab.socket.settle();
    expect(tab.client.getState().connection).toBe('online');
  });

  it('of two sites is apart', () => {
    const world = createFakeWorld();
    world.open().client.send('hello');
    expect(world.open({ site: 'other' }).client.getState().items).toEqual([]);
  });
});

describe('forget', () => {
  it('leaves nothing behind, here and in storage, and begins as someone new', () => {
    const world = createFakeWorld();
    const tab = world.open({ consentVersion: '1', identity: { userId: 'u1', hash: 'good' } });
    tab.client.start();
    tab.client.agree();
    tab.socket.settle();
    tab.client.send('hello');
    tab.socket.settle();
    tab.client.send('on its way');
    tab.client.setDraft('draft');
    tab.client.forget();
    expect([...world.storage.content]).toEqual([]);
    expect(tab.client.getState()).toMatchObject({
      ...{ connection: 'idle', verified: false, conversation: null, items: [], draft: '', lastSeq: 0, unread: 0 },
      ...{ loaded: false, needsConsent: true, presence: null },
    });
    expect(world.clock.timers).toBe(0);
    tab.client.start();
    tab.client.agree();
    tab.socket.settle();
    expect(world.server.visitors.size).toBe(2);
    expect(tab.client.getState().items).toEqual([]);
  });
});
