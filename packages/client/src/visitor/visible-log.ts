import type { Link, LogEvent, QuickReply } from '@solodesk/protocol/visitor';

const MARKS = ['handoff', 'takeover', 'hand_back', 'closed', 'reopened', 'erased'];

const isText = (value: unknown): value is string => typeof value === 'string';
const list = <T>(value: T[] | undefined, good: (one: T) => boolean): T[] | undefined =>
  Array.isArray(value) ? value.filter((one) => one && good(one)) : undefined;

/**
 * The event as it may be rendered: what is to be text is text (an object where a string belongs was once rendered as
 * an element, CVE-2026-22028). Null for what this client cannot show: it only keeps its place in the order.
 */
function showable(event: LogEvent): LogEvent | null {
  switch (event.type) {
    case 'bot_message':
      return isText(event.text)
        ? {
            ...event,
            quickReplies: list<QuickReply>(event.quickReplies, (reply) => isText(reply.label)),
            links: list<Link>(event.links, (link) => isText(link.label) && isText(link.url)),
          }
        : null;
    case 'visitor_message':
      return isText(event.text) ? event : null;
    case 'owner_message':
      return isText(event.text) && isText(event.name) ? event : null;
    case 'takeover':
    case 'ticket':
      return isText(event.name) ? event : null;
    default:
      return MARKS.includes(event.type) ? event : null;
  }
}

/** A conversation's log: by `seq`, each once, without holes. What comes early is held until its turn. */
export interface VisibleLog {
  /** Everything up to here is in the log. */
  readonly lastSeq: number;
  /** What can be shown; another array after each change. */
  readonly shown: readonly LogEvent[];
  /** Whether a message with this client id is in the log. */
  has(clientId: string): boolean;
  /** Answers the events that took their place, in order. */
  add(events: readonly LogEvent[]): LogEvent[];
  reset(): void;
}

export function createVisibleLog(): VisibleLog {
  let lastSeq = 0;
  let shown: readonly LogEvent[] = [];
  const held = new Map<number, LogEvent>();
  const clientIds = new Set<string>();

  return {
    get lastSeq() {
      return lastSeq;
    },
    get shown() {
      return shown;
    },
    has: (clientId) => clientIds.has(clientId),
    add(events) {
      const added: LogEvent[] = [];
      for (const event of Array.isArray(events) ? (events as LogEvent[]) : []) {
        if (event?.seq > lastSeq) held.set(event.seq, event);
        // Erased while it is being looked at: the tombstone takes the place of what was said.
        else if (event?.type === 'erased') shown = shown.map((old) => (old.seq === event.seq ? event : old));
      }
      for (let next; (next = held.get(lastSeq + 1));) {
        held.delete(++lastSeq);
        added.push(next);
        if (next.type === 'visitor_message') clientIds.add(next.clientId);
      }
      if (added.length) shown = [...shown, ...added.flatMap((event) => showable(event) ?? [])];
      return added;
    },
    reset() {
      lastSeq = 0;
      shown = [];
      held.clear();
      clientIds.clear();
    },
  };
}
