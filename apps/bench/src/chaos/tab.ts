import { createChatClient } from '@solodesk/client';
import type { ChatClient, ChatSocket, ChatState, ChatStorage } from '@solodesk/client';
import { ACTION_INTENTS } from '@solodesk/protocol/visitor';
import type { VisitorAcks, VisitorUp } from '@solodesk/protocol/visitor';
import { io } from 'socket.io-client';
import { lineTo } from '../desk/connect.ts';
import { between, seededUuid } from '../desk/seeded-random.ts';
import type { Random } from '../desk/seeded-random.ts';
import type { ViewerHistory } from './history.ts';
import { answerForm, isAsked } from './answer-form.ts';
import { BEGIN_BOOKING } from './sell-times.ts';

export interface TabOptions {
  name: string;
  url: string;
  site: string;
  /** Shared with the visitor's other tabs, and with the same tab after a reload. */
  storage: ChatStorage;
  random: Random;
  nextText: () => string;
}

/** A browser tab of a visitor who writes at their own pace, with the product's own client over a real connection. */
export interface Tab {
  readonly state: ChatState;
  /** Writes now and then until told to be quiet. */
  talk(): void;
  quiet(): void;
  /** Loses the connection for a while, like a laptop that sleeps. */
  sleep(ms: number): void;
  /** The tab is gone; `history` stays. */
  leave(): void;
  history(): ViewerHistory;
}

/** The most that one tab lets pile up while there is no server. */
const MOST_UNSENT = 4;
/** So often, or a little less, somebody who is asked nothing wants a time. */
const BOOKS = 0.4;
/** Of a hundred packets so many are sent twice, as by a network that repeats itself. */
const REPEATED_PERCENT = 4;

export function openTab(options: TabOptions): Tab {
  const { random, site, storage } = options;
  const sent = new Set<string>();
  const acked: ViewerHistory['acked'][number][] = [];
  const seen: ViewerHistory['seen'][number][] = [];
  const timers = new Set<NodeJS.Timeout>();
  const shown = new Map<string, number>();
  const promised: { conversation: string; name: string }[] = [];
  let left = false;

  const heard = (clientId: string) => (answer: VisitorAcks['message']) => {
    if (answer.ok) acked.push({ clientId, conversation: answer.conversation, seq: answer.seq });
  };

  /** Notes what is sent and what is confirmed, and now and then sends a packet twice. */
  const listenIn = (socket: ChatSocket): ChatSocket => ({
    get connected() {
      return socket.connected;
    },
    on: (event, listener) => socket.on(event, listener),
    off: (event, listener) => socket.off(event, listener),
    connect: () => socket.connect(),
    disconnect: () => socket.disconnect(),
    emit(event, ...args) {
      if (event !== 'message') return socket.emit(event, ...args);
      const [body, ack] = args as [VisitorUp['message'], (answer: VisitorAcks['message']) => void];
      const note = heard(body.clientId);
      sent.add(body.clientId);
      if (random() * 100 < REPEATED_PERCENT) socket.emit(event, body, note);
      return socket.emit(event, body, (answer: VisitorAcks['message']) => {
        note(answer);
        ack(answer);
      });
    },
  });

  const client: ChatClient = createChatClient({
    site,
    storage,
    connect(auth) {
      const socket = io(`${options.url}/visitor`, {
        ...lineTo(options.url),
        auth: (tell) => auth(tell),
        autoConnect: false,
        reconnectionDelay: 150,
        reconnectionDelayMax: 800,
      });
      return listenIn(socket as unknown as ChatSocket);
    },
    clock: {
      now: Date.now,
      setTimeout: (run, ms) => setTimeout(run, ms),
      clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
    },
    ids: { uuid: () => seededUuid(random) },
    random,
    locale: 'en',
  });
  client.subscribe(() => noteShown(client.getState(), shown, seen, promised));
  client.start();

  const later = (ms: number, run: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
  };
  // What the bot asks is answered soon: a booking takes several answers, and a run a few seconds.
  const speakSometimes = () =>
    later(isAsked(client) ? between(random, 50, 300) : between(random, 150, 1100), () => {
      speak(client, options);
      speakSometimes();
    });
  const quiet = () => {
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
    if (!left) client.start();
  };

  return {
    get state() {
      return client.getState();
    },
    talk: speakSometimes,
    quiet,
    sleep(ms) {
      client.stop();
      later(ms, () => client.start());
    },
    leave() {
      left = true;
      quiet();
      client.stop();
    },
    history: () => ({
      viewer: options.name,
      sent: [...sent],
      acked,
      seen,
      promised,
      unsent: unsent(client.getState()),
      stuck: stuck(client.getState()),
      left,
    }),
  };
}

/** The bot names the ticket that it has made. */
const NUMBER = /Your request has the number ([A-Z0-9-]+-T\d+)\./;

/** What has been appended to the log since the last look, by its place on the screen: an insertion would show. */
function noteShown(
  state: ChatState,
  shown: Map<string, number>,
  seen: ViewerHistory['seen'][number][],
  promised: { conversation: string; name: string }[],
): void {
  const conversation = state.conversation?.id;
  if (conversation === undefined) return;
  const from = shown.get(conversation) ?? 0;
  let place = from;
  for (const item of state.items.slice(from)) {
    if (item.type === 'outbox') break;
    const clientId = 'clientId' in item ? item.clientId : undefined;
    seen.push({ conversation, seq: item.seq, type: item.type, clientId });
    if (item.type === 'bot_message') {
      const [, name] = NUMBER.exec(item.text) ?? [];
      if (name !== undefined) promised.push({ conversation, name });
    }
    place += 1;
  }
  shown.set(conversation, place);
}

export const unsent = (state: ChatState): string[] =>
  state.items.flatMap((item) => (item.type === 'outbox' ? [item.clientId] : []));

/** Why nothing is sent, in the client's own words. */
function stuck({ connection, loaded, items }: ChatState): string {
  const waiting = items.flatMap((item) => (item.type === 'outbox' ? [item] : []));
  const of = waiting.map(({ status, error }) => (error === undefined ? status : `${status} (${error.kind})`));
  return `${connection}, ${loaded ? 'loaded' : 'not loaded'}, ${of.join(', ')}`;
}

function speak(client: ChatClient, { random, nextText }: TabOptions): void {
  const state = client.getState();
  if (unsent(state).length >= MOST_UNSENT) return;
  const chance = random();
  const waits = state.conversation?.state === 'waiting';
  if (chance < 0.03) client.end();
  else if (chance < 0.06) client.send('A person, please', ACTION_INTENTS.person);
  else if (answerForm(client, random)) return;
  else if (chance < 0.12)
    client.send(
      `TL-${between(random, 1000, 999_999)} return, too small, money back, v${between(random, 1, 9_999)}@mail.example`,
    );
  else if (chance < BOOKS) client.send('Book a fitting', BEGIN_BOOKING);
  else if (waits && chance < 0.6) client.send('Go on with the bot', ACTION_INTENTS.resumeBot);
  else client.send(nextText());
}
