import type { ConversationState, LogEvent, LogPage, VisitorEvents, Welcome } from '@solodesk/protocol/visitor';
import { createCourier } from './courier.ts';
import type { CourierOptions } from './courier.ts';
import { createTimer } from './timer.ts';
import type { ChatConversation } from './types.ts';
import { createVisibleLog } from './visible-log.ts';
import type { VisibleLog } from './visible-log.ts';

/** Asks even if nothing is heard: it heals a line that can send and not receive. */
const PULL_EVERY_MS = 60_000;
/** An acknowledged message's event follows at once; when it does not, it is asked for. */
const EXPECT_MS = 1500;

export interface ConversationOptions extends CourierOptions {
  changed(): void;
  /** The log was emptied: another conversation, or none. */
  restarted(): void;
}

/** The conversation and its log, made whole by pulling whatever has not been heard. */
export interface Conversation {
  readonly log: VisibleLog;
  readonly current: ChatConversation | null;
  readonly visitorSeenSeq: number;
  readonly loaded: boolean;
  welcome(body: Welcome): void;
  events(body: VisitorEvents): void;
  ownerSeen(seq: number): void;
  /** A message of ours is on the server's disk, with this `seq`; `event` is it, unless one is to follow. */
  acked(id: string, seq: number, event: LogEvent | null): void;
  /** Answers whether that is news. */
  visitorSeen(seq: number): boolean;
  pull(): void;
  /** No timer runs until the next welcome. */
  stop(): void;
  reset(): void;
}

export function createConversation(options: ConversationOptions): Conversation {
  const { line, clock } = options;
  const log = createVisibleLog();
  const tick = createTimer(clock);
  const expecting = createTimer(clock);
  let current: ChatConversation | null = null;
  let visitorSeenSeq = 0;
  let loaded = false;
  /** The last `seq` that is known to exist. */
  let head = 0;
  /** Up to here the welcome has told who took over; later events tell it themselves. */
  let toldUpTo = 0;
  let wanted = false;

  const update = (part: Partial<ChatConversation>) => {
    if (current) current = { ...current, ...part };
  };

  const restart = () => {
    log.reset();
    visitorSeenSeq = head = toldUpTo = 0;
    options.restarted();
  };

  const switchTo = (id: string | null) => {
    if (id === (current?.id ?? null)) return;
    current = id === null ? null : { id, state: 'bot', ownerName: null, ownerSeenSeq: 0 };
    restart();
  };

  const add = (body: Pick<VisitorEvents, 'events' | 'state'>, last: number) => {
    for (const event of log.add(body.events)) {
      if (event.seq <= toldUpTo) continue;
      if (event.type === 'takeover') update({ ownerName: event.name });
      if (event.type === 'hand_back' || event.type === 'closed') update({ ownerName: null });
    }
    // What was overtaken by something newer does not tell the state any more.
    if (last >= head) setState(body.state);
    head = Math.max(head, last, log.lastSeq);
  };

  const setState = (state: ConversationState) => {
    if (current && current.state !== state) update({ state });
  };

  const pulled = (page: LogPage, after: number, asked: ChatConversation | null) => {
    // Another conversation came up while this page was on its way: it may tell of the time before.
    if (current?.id !== asked?.id) return pull();
    switchTo(page.conversation);
    // The server has less than we had from it: it was restored from a backup, and goes on from there.
    if (page.lastSeq < log.lastSeq && page.lastSeq < after) restart();
    add(page, page.lastSeq);
    const behind = page.more || log.lastSeq < head;
    loaded ||= !behind;
    options.changed();
    if (behind && log.lastSeq !== after) pull();
    // The page brought nothing, though there is more: the server is not yet where it said it was.
    else if (behind) {
      wanted = true;
      courier.later();
    }
  };

  const courier = createCourier(options, () => {
    if (!wanted) return null;
    wanted = false;
    const after = log.lastSeq;
    const asked = current;
    return {
      event: 'pull',
      body: { after },
      done(answer, again) {
        wanted ||= again;
        if (!line.ready) return;
        tick.start(pull, PULL_EVERY_MS);
        if (answer.ok) pulled(answer, after, asked);
      },
    };
  });

  const pull = () => {
    wanted = true;
    courier.now();
  };

  return {
    log,
    get current() {
      return current;
    },
    get visitorSeenSeq() {
      return visitorSeenSeq;
    },
    get loaded() {
      return loaded;
    },
    welcome({ conversation }) {
      if (conversation) switchTo(conversation.id);
      tick.start(pull, PULL_EVERY_MS);
      if (conversation) {
        const { state, ownerName, ownerSeenSeq, lastSeq } = conversation;
        // An event may have been quicker than the welcome, which then tells of the time before it.
        if (lastSeq >= log.lastSeq) {
          update({ state, ownerName });
          toldUpTo = lastSeq;
        }
        update({ ownerSeenSeq: Math.max(ownerSeenSeq, current!.ownerSeenSeq) });
        visitorSeenSeq = Math.max(visitorSeenSeq, conversation.visitorSeenSeq);
        head = Math.max(head, lastSeq);
      }
      if (log.lastSeq === (conversation?.lastSeq ?? 0)) loaded = true;
      else pull();
    },
    events(body) {
      switchTo(body.conversation);
      add(body, body.events.at(-1)?.seq ?? 0);
      options.changed();
      if (log.lastSeq < head) pull();
    },
    ownerSeen(seq) {
      if (current && seq > current.ownerSeenSeq) update({ ownerSeenSeq: seq });
    },
    acked(id, seq, event) {
      switchTo(id);
      if (event) log.add([event]);
      head = Math.max(head, seq, log.lastSeq);
      if (!expecting.running) expecting.start(() => log.lastSeq < head && pull(), EXPECT_MS);
    },
    visitorSeen(seq) {
      const seen = Math.min(seq, log.lastSeq);
      if (!(seen > visitorSeenSeq)) return false;
      visitorSeenSeq = seen;
      return true;
    },
    pull,
    stop() {
      tick.stop();
      expecting.stop();
      courier.stop();
    },
    reset() {
      switchTo(null);
      loaded = false;
    },
  };
}
