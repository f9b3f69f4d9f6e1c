import type { ErrorKind } from '@solodesk/protocol';
import { isRetryable, timeOrderedId } from '@solodesk/protocol';
import type { OwnerEvent } from '@solodesk/protocol/owner';
import type { OwnerContext } from './owner-context.ts';
import { NO_ANSWER } from './owner-socket.ts';
import type { OutboxReply } from './owner-state.ts';

/** Where replies on their way outlive a reload. */
export interface OutboxStorage {
  load(): OutboxReply[];
  save(replies: readonly OutboxReply[]): void;
}

/** What a reply may be besides words: about a ticket (its number), and with files that the server has already. */
export type ReplyMore = Pick<OutboxReply, 'ticket' | 'attachments'>;

export interface ReplyOutbox {
  /** Puts a reply into the outbox and sends it when its turn comes. Returns its client id. */
  add(site: string, conversation: string, text: string, more?: ReplyMore): string;
  /** Sends a failed reply once more, under the same client id, so that it can never arrive twice. */
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** Sends what waits: after a connection was made. */
  flush(): void;
  /** Forgets the replies that these events show to be in the log. */
  settle(events: readonly OwnerEvent[]): void;
}

/** Tries after an error that may pass, before the reply is shown as not sent. */
const MAX_TRIES = 3;

/**
 * Replies wait here until they are seen in the log; each conversation sends one at a time, in the order of writing.
 *
 * @param onUnseen a stored reply does not come back as an event
 * @param onStale no answer came although the line looks open
 */
export function createReplyOutbox(
  context: OwnerContext,
  uuid: () => string,
  storage: OutboxStorage,
  onUnseen: (site: string) => void,
  onStale: () => void,
): ReplyOutbox {
  const tries = new Map<string, number>();

  const update = (change: (replies: readonly OutboxReply[]) => readonly OutboxReply[]) => {
    context.cell.update((state) => ({ ...state, outbox: change(state.outbox) }));
    storage.save(context.cell.get().outbox);
  };
  const patch = (clientId: string, changes: Partial<OutboxReply>) =>
    update((replies) => replies.map((reply) => (reply.clientId === clientId ? { ...reply, ...changes } : reply)));
  const fail = (clientId: string, error: ErrorKind) => patch(clientId, { status: 'failed', error });

  async function send(reply: OutboxReply): Promise<void> {
    const { clientId, site, conversation, text, ticket, attachments } = reply;
    patch(clientId, { status: 'sending' });
    const body = {
      ...{ site, conversation, clientId, text },
      ...(ticket !== undefined && { ticket }),
      ...(attachments !== undefined && { attachments: attachments.map(({ id }) => id) }),
    };
    const answer = await context.call('reply', body);
    if (answer.ok) {
      tries.delete(clientId);
      patch(clientId, { status: 'sent' });
      // The event comes by itself; where it does not, it is fetched.
      context.clock.after(5000, () => {
        if (context.cell.get().outbox.some((other) => other.clientId === clientId)) onUnseen(site);
      });
    } else if (answer.error.message === NO_ANSWER.offline || answer.error.message === NO_ANSWER.lost) {
      patch(clientId, { status: 'queued' });
      return;
    } else if (!isRetryable(answer.error.kind)) {
      fail(clientId, answer.error.kind);
    } else {
      const tried = (tries.get(clientId) ?? 0) + 1;
      tries.set(clientId, tried);
      if (tried >= MAX_TRIES) {
        fail(clientId, answer.error.kind);
      } else if (answer.error.message === NO_ANSWER.timeout) {
        // A line that swallows a reply is dead, whatever it says: the new one sends it.
        patch(clientId, { status: 'queued' });
        onStale();
        return;
      } else {
        const wait = answer.error.retryAfterMs ?? 1000 * 2 ** (tried - 1);
        context.clock.after(wait, () => {
          patch(clientId, { status: 'queued' });
          flush();
        });
        return;
      }
    }
    flush();
  }

  function flush(): void {
    if (!context.isConnected()) return;
    const busy = new Set<string>();
    for (const reply of context.cell.get().outbox) {
      if (reply.status === 'sending') busy.add(reply.conversation);
      if (reply.status !== 'queued' || busy.has(reply.conversation)) continue;
      busy.add(reply.conversation);
      void send(reply);
    }
  }

  const kept = storage
    .load()
    .map((reply) => ({ ...reply, status: reply.status === 'failed' ? reply.status : 'queued' }));
  if (kept.length > 0) update(() => kept as OutboxReply[]);

  return {
    add(site, conversation, text, more) {
      const at = context.clock.now();
      const clientId = timeOrderedId(uuid(), at);
      update((replies) => [...replies, { clientId, site, conversation, text, at, status: 'queued', ...more }]);
      flush();
      return clientId;
    },
    retry(clientId) {
      tries.delete(clientId);
      const reply = context.cell.get().outbox.find((other) => other.clientId === clientId);
      if (reply?.status !== 'failed') return;
      patch(clientId, { status: 'queued', error: undefined });
      flush();
    },
    discard: (clientId) => update((replies) => replies.filter((reply) => reply.clientId !== clientId)),
    flush,
    settle(events) {
      const arrived = new Set(events.flatMap((event) => (event.type === 'owner_message' ? [event.clientId] : [])));
      if (!context.cell.get().outbox.some(({ clientId }) => arrived.has(clientId))) return;
      update((replies) => replies.filter(({ clientId }) => !arrived.has(clientId)));
      flush();
    },
  };
}
