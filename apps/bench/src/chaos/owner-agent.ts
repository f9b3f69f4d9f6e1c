import type { OwnerAcks, OwnerEvent } from '@solodesk/protocol/owner';
import { connectOwner, followSite } from '../desk/connect.ts';
import type { Owner, OwnerSocket } from '../desk/connect.ts';
import { between, pick, seededUuid } from '../desk/seeded-random.ts';
import type { Random } from '../desk/seeded-random.ts';
import type { ViewerHistory } from './history.ts';

/** A console that follows one site and cuts into its conversations. */
export interface OwnerAgent {
  /** The last event that it has heard of. */
  readonly lastId: number;
  work(): void;
  quiet(): void;
  leave(): void;
  history(): ViewerHistory;
}

/** As long as a console waits for an answer. */
const ACK_TIMEOUT_MS = 5000;
/** Of a hundred messages of visitors so many are answered by the owner at the very moment the bot is about to. */
const CUTS_IN_PERCENT = 12;

interface Reply {
  conversation: string;
  clientId: string;
}

export async function openOwnerAgent(url: string, owner: Owner, site: string, random: Random): Promise<OwnerAgent> {
  const socket = await connectOwner(url, owner, true);
  const heard = new Map<number, OwnerEvent>();
  const unsent = new Map<string, Reply>();
  const acked: ViewerHistory['acked'][number][] = [];
  const sent: string[] = [];
  const recent: string[] = [];
  let cursor = 0;
  let timer: NodeJS.Timeout | undefined;
  let quiet = true;
  let catchingUp: Promise<void> = Promise.resolve();

  const hear = (events: readonly OwnerEvent[]) => {
    for (const event of events) {
      heard.set(event.id, event);
      if (event.type !== 'visitor_message') continue;
      recent.push(event.conversation);
      if (recent.length > 50) recent.shift();
      if (!quiet && random() * 100 < CUTS_IN_PERCENT) reply(event.conversation);
    }
  };

  const send = async ({ conversation, clientId }: Reply) => {
    const answer = await ask(socket, 'reply', { site, conversation, clientId, text: `This is Mei: ${clientId}` });
    // Without an answer it stays unsent, and goes out again with the next connection.
    if (answer === null || (!answer.ok && answer.error.kind !== 'not_found')) return;
    unsent.delete(clientId);
    if (answer.ok && 'seq' in answer) acked.push({ clientId, conversation, seq: answer.seq });
  };
  const reply = (conversation: string) => {
    const made = { conversation, clientId: seededUuid(random) };
    unsent.set(made.clientId, made);
    sent.push(made.clientId);
    void send(made);
  };

  const sync = async () => {
    await followSite(socket, site);
    for (let more = true; more;) {
      const page = await ask(socket, 'sync', { site, cursor });
      if (page === null || !page.ok) return;
      const { events, ...rest } = page as Extract<OwnerAcks['sync'], { ok: true }>;
      hear(events);
      ({ cursor, more } = rest);
    }
    for (const waiting of [...unsent.values()]) await send(waiting);
  };
  const catchUp = () => {
    catchingUp = catchingUp.then(sync).catch((cause: unknown) => {
      // The line broke meanwhile: the next connection does it again.
      if (socket.connected) throw cause;
    });
  };

  const act = () => {
    timer = setTimeout(act, between(random, 50, 200));
    const conversation = recent.length === 0 ? null : pick(random, recent);
    if (conversation === null || !socket.connected) return;
    const chance = random();
    if (chance < 0.3) reply(conversation);
    else if (chance < 0.5) void ask(socket, 'takeover', { site, conversation });
    else if (chance < 0.9) void ask(socket, 'hand_back', { site, conversation });
    else void ask(socket, 'close', { site, conversation });
  };

  const inbox = await socket.timeout(ACK_TIMEOUT_MS).emitWithAck('inbox', { site, filter: 'open' });
  if (!inbox.ok) throw new Error(`the inbox was refused: ${inbox.error.kind}`);
  cursor = inbox.cursor;
  const first = cursor;
  socket.on('events', ({ events }) => hear(events));
  socket.on('connect', catchUp);

  return {
    get lastId() {
      return Math.max(first, ...heard.keys());
    },
    work() {
      quiet = false;
      act();
    },
    quiet() {
      quiet = true;
      clearTimeout(timer);
    },
    leave() {
      clearTimeout(timer);
      socket.disconnect();
    },
    history: () => ({ viewer: `owner of ${site}`, sent, acked, seen: inOrder(heard), unsent: [...unsent.keys()] }),
  };
}

/** What the console shows in the end: everything that it heard, by the number of the event. */
function inOrder(heard: ReadonlyMap<number, OwnerEvent>): ViewerHistory['seen'] {
  return [...heard.values()]
    .sort((one, other) => one.id - other.id)
    .map((event) => ({
      conversation: event.conversation,
      seq: event.seq,
      type: event.type,
      clientId: 'clientId' in event ? event.clientId : undefined,
    }));
}

type Question = 'reply' | 'sync' | 'takeover' | 'hand_back' | 'close';

/** Null when no answer came in time: the line is lost. */
async function ask<E extends Question>(
  socket: OwnerSocket,
  event: E,
  body: Parameters<OwnerSocket['emit']>[1] & object,
): Promise<OwnerAcks[E] | null> {
  try {
    const timed = socket.timeout(ACK_TIMEOUT_MS) as unknown as {
      emitWithAck(event: string, body: object): Promise<OwnerAcks[E]>;
    };
    return await timed.emitWithAck(event, body);
  } catch {
    return null;
  }
}
