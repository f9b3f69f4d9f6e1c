import type { VisitorUp } from '@solodesk/protocol/visitor';
import { createChatClient } from '../visitor/chat-client.ts';
import type { ChatClient, ChatOptions } from '../visitor/types.ts';
import { createFakeClock } from './fake-clock.ts';
import type { FakeClock } from './fake-clock.ts';
import { createFakeServer } from './fake-server.ts';
import type { FakeServer, FakeVisitor } from './fake-server.ts';
import { createFakeSocketPair } from './fake-socket-pair.ts';
import type { FakeSocketPair } from './fake-socket-pair.ts';
import { createFakeStorage } from './fake-storage.ts';
import type { FakeStorage } from './fake-storage.ts';
import { createIds } from './seeded.ts';

export interface FakeTab {
  client: ChatClient;
  /** Of the newest `start()`. */
  readonly socket: FakeSocketPair;
  /** How many sockets were made. */
  readonly sockets: number;
  /** The page goes away in the middle of whatever it does: no timer runs any more, and the server sees the line drop. */
  kill(): void;
}

/** A browser with its storage, a server, and one clock for both. */
export interface FakeWorld {
  clock: FakeClock;
  storage: FakeStorage;
  server: FakeServer;
  /** A new page with the widget in it, on the browser's storage. */
  open(options?: Partial<ChatOptions>): FakeTab;
  /** The only visitor that the server knows. */
  readonly visitor: FakeVisitor;
  /** The bodies of what the server heard of one kind. */
  heard<E extends keyof VisitorUp>(event: E): VisitorUp[E][];
}

export function createFakeWorld(random: () => number = () => 0): FakeWorld {
  const clock = createFakeClock();
  const storage = createFakeStorage();
  const server = createFakeServer(clock.now);
  let tabs = 0;
  return {
    clock,
    storage,
    server,
    open(options) {
      const sockets: FakeSocketPair[] = [];
      let alive = true;
      const client = createChatClient({
        site: 'shop',
        connect(auth) {
          sockets.push(createFakeSocketPair(server, auth));
          return sockets.at(-1)!;
        },
        storage,
        clock: { ...clock, setTimeout: (run, ms) => clock.setTimeout(() => alive && run(), ms) },
        ids: createIds(++tabs),
        random,
        locale: 'en',
        ...options,
      });
      return {
        client,
        get socket() {
          const socket = sockets.at(-1);
          if (!socket) throw new Error('no connection was made');
          return socket;
        },
        get sockets() {
          return sockets.length;
        },
        kill() {
          alive = false;
          for (const socket of sockets) server.sides.delete(socket.side);
        },
      };
    },
    get visitor() {
      const [visitor, ...others] = server.visitors.values();
      if (!visitor || others.length) throw new Error(`expected one visitor, have ${server.visitors.size}`);
      return visitor;
    },
    heard: (event) => server.heard.filter((one) => one.event === event).map((one) => one.body as never),
  };
}

/** A visitor with one message in the log, connected. */
export function createTalkingWorld(): { world: FakeWorld; tab: FakeTab } {
  const world = createFakeWorld();
  const tab = world.open();
  tab.client.start();
  tab.client.send('hello');
  tab.socket.settle();
  return { world, tab };
}
