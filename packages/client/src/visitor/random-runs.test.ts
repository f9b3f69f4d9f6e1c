import { describe, expect, it } from '@jest/globals';
import { createFakeWorld } from '../testing/fake-world.ts';
import type { FakeTab, FakeWorld } from '../testing/fake-world.ts';
import { createRandom } from '../testing/seeded.ts';

const RUNS = 400;
const STEPS = 120;
const QUEUES = ['up', 'down', 'acks'] as const;

/** One seeded life of a browser with one to three tabs, on a line that does whatever it likes. */
function createRun(seed: number) {
  const random = createRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const world = createFakeWorld(random);
  world.server.bot = true;
  const tabs: FakeTab[] = [];
  const sent: string[][] = [];

  const open = (slot: number) => {
    tabs[slot] = world.open();
    sent[slot] ??= [];
    tabs[slot].client.start();
  };

  const actions: ((slot: number, tab: FakeTab) => void)[] = [
    (slot, tab) => {
      const text = `${slot}.${sent[slot]!.length}`;
      sent[slot]!.push(text);
      tab.client.send(text);
    },
    (_, tab) => tab.socket.dial(),
    (_, tab) => tab.socket.settle(),
    (_, tab) => {
      const queue = QUEUES[below(3)]!;
      tab.socket.flush(queue, below(tab.socket[queue].length || 1));
    },
    (_, tab) => tab.socket.flush(QUEUES[below(3)]!),
    (_, tab) => tab.socket.flush(QUEUES[below(3)]!),
    (_, tab) => random() < 0.3 && tab.socket.drop(QUEUES[below(3)]!),
    (_, tab) => random() < 0.3 && tab.socket.cut(),
    (_, tab) => random() < 0.1 && tab.socket.side.cut(),
    (_, tab) => random() < 0.3 && tab.socket.fail(),
    () => world.clock.elapse(below(12_000)),
    (slot, tab) => {
      if (random() > 0.2) return;
      tab.kill();
      open(slot);
    },
    () => tabs.length < 3 && random() < 0.1 && open(tabs.length),
    (_, tab) => tab.client.wake(),
    (_, tab) => tab.client.markSeen(below(20)),
    () => {
      for (const visitor of world.server.visitors.values()) {
        if (visitor.conversation && random() < 0.5) {
          world.server.append(visitor, { type: 'owner_message', name: 'Ana', text: 'hm', clientId: 'o' });
        }
      }
    },
    () => {
      const kind = (['unavailable', 'rate_limited', 'internal', 'conflict'] as const)[below(4)]!;
      const often = random() * 0.5;
      world.server.intercept =
        random() < 0.5 ? null : () => (random() < often ? { kind, message: kind, retryAfterMs: 500 } : undefined);
    },
  ];

  const checked = new WeakSet<object>();
  const step = () => {
    const slot = below(tabs.length);
    actions[below(actions.length)]!(slot, tabs[slot]!);
    for (const tab of tabs) {
      const { items } = tab.client.getState();
      if (!checked.has(items)) checkNoHoles(world, tab);
      checked.add(items);
    }
  };

  /** The line is well again: time passes, everything travels. */
  const heal = () => {
    world.server.intercept = null;
    for (let round = 0; round < 12; round++) {
      for (const tab of tabs) tab.client.wake();
      for (const tab of tabs) tab.socket.settle();
      world.clock.elapse(10_000);
    }
    for (const tab of tabs) tab.socket.settle();
  };

  open(0);
  return { world, tabs, sent, step, heal };
}

/** At every moment: a beginning of the log, each event once, in order. */
function checkNoHoles(world: FakeWorld, { client }: FakeTab) {
  const { items, conversation, lastSeq } = client.getState();
  const log = items.filter((item) => item.type !== 'outbox');
  const known = [...world.server.visitors.values()].find((one) => one.conversation?.id === conversation?.id);
  expect(log).toEqual(known?.conversation?.log.slice(0, lastSeq) ?? []);
}

function checkConverged({ world, tabs, sent }: ReturnType<typeof createRun>) {
  const log = world.server.visitors.get(world.storage.content.get('solodesk:shop:token')!)?.conversation?.log ?? [];
  const stored = log.flatMap((event) => (event.type === 'visitor_message' ? [event.text] : []));
  sent.forEach((texts, slot) => expect(stored.filter((text) => text.startsWith(`${slot}.`))).toEqual(texts));
  expect(stored).toHaveLength(sent.flat().length);
  for (const { client } of tabs) {
    expect(client.getState().items).toEqual(log);
    expect(client.getState()).toMatchObject({ connection: 'online', error: null, loaded: true, lastSeq: log.length });
  }
  expect(world.storage.content.has('solodesk:shop:outbox')).toBe(false);
}

function live(seed: number) {
  const run = createRun(seed);
  try {
    for (let step = 0; step < STEPS; step++) run.step();
    run.heal();
    checkConverged(run);
  } catch (error) {
    throw new Error(`seed ${seed}`, { cause: error });
  }
}

describe('on a line that delays, reorders, loses, breaks and lies still', () => {
  it(`every message is stored once and in order, and every tab converges, in ${RUNS} seeded lives`, () => {
    for (let seed = 1; seed <= RUNS; seed++) live(seed);
  });
});
