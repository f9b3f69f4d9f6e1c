import { isTooLong, timeOrderedId } from '@solodesk/protocol/visitor';
import type { Ack, Attachment, LogEvent } from '@solodesk/protocol/visitor';
import { createCourier } from './courier.ts';
import type { CourierOptions } from './courier.ts';
import type { Entry, Outbox } from './outbox.ts';
import type { ChatOptions } from './types.ts';

export interface SenderOptions extends CourierOptions, Pick<ChatOptions, 'ids'> {
  outbox: Outbox;
  changed(): void;
  /** A message is on the server's disk; `event` is it, unless an event of its own is to follow. */
  acked(conversation: string, seq: number, event: LogEvent | null): void;
}

type Answer = Ack<{ conversation?: string; seq: number; at?: number }>;

/** What the server would make of it: half of a surrogate pair, and U+0000, are no text (JSON could carry them). */
const mend = (text: string) => text.replace(/\p{Cs}|\0/gu, '\ufffd');

/** Sends the outbox in order, one at a time, until each is acknowledged or refused for good. */
export interface Sender {
  send(text: string, intent?: string, attachments?: Entry['attachments']): string | null;
  end(): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** Sends what is next, if there is a line and nothing on its way. */
  pump(): void;
  stop(): void;
}

export function createSender(options: SenderOptions): Sender {
  const { line, outbox, clock, ids } = options;

  const find = (clientId: string) => outbox.entries.find((entry) => entry.clientId === clientId);
  const drop = (clientId: string) => outbox.drop((entry) => entry.clientId === clientId);
  const put = (entry: Entry, status: Entry['status'], rest?: Partial<Entry>) =>
    outbox.put({ ...entry, error: undefined, status, ...rest });

  const answered = (clientId: string, answer: Answer, again: boolean) => {
    const entry = find(clientId);
    if (answer.ok && answer.conversation) {
      const { conversation, seq, at } = answer;
      options.acked(
        conversation,
        seq,
        entry && at
          ? {
              type: 'visitor_message',
              seq,
              at,
              text: entry.text,
              clientId,
              attachments: entry.attachments as Attachment[],
            }
          : null,
      );
    }
    // Its event may have been quicker than its acknowledgement.
    if (entry) {
      if (answer.ok) {
        if (entry.end) drop(clientId);
        else put(entry, 'sent', { seq: answer.seq });
        // No fault of the message's: it goes out again when the line is back.
      } else if (!line.ready) put(entry, 'queued');
      // "End chat" in conflict with what happened meanwhile is moot: it is over, or was taken up anew.
      else if (entry.end && (!again || answer.error.kind === 'conflict')) drop(clientId);
      else put(entry, again ? 'queued' : 'failed', { error: answer.error });
    }
    options.changed();
  };

  const courier = createCourier(options, () => {
    const entry = outbox.entries.find((one) => one.status === 'queued');
    if (!entry) return null;
    put(entry, 'sending');
    options.changed();
    const { clientId, text, intent, attachments, end } = entry;
    const done = (answer: Answer, again: boolean) => answered(clientId, answer, again);
    return end
      ? { event: 'end', body: { clientId }, done }
      : { event: 'message', body: { clientId, text, intent, attachments: attachments?.map(({ id }) => id) }, done };
  });

  const add = (part: Pick<Entry, 'text' | 'intent' | 'attachments' | 'end'>) => {
    const text = mend(part.text);
    const at = clock.now();
    const clientId = timeOrderedId(ids.uuid(), at);
    const entry: Entry = { type: 'outbox', clientId, at, status: 'queued', ...part, text };
    if (isTooLong(entry.text)) put(entry, 'failed', { error: { kind: 'too_large', message: 'too long a text' } });
    else outbox.put(entry);
    options.changed();
    courier.go();
    return entry.clientId;
  };

  return {
    send: (text, intent, attachments) => (text.trim() || attachments ? add({ text, intent, attachments }) : null),
    end: () => void add({ text: '', end: true }),
    retry(clientId) {
      const entry = find(clientId);
      if (!entry || (entry.status !== 'failed' && entry.status !== 'queued')) return;
      put(entry, 'queued');
      options.changed();
      courier.now();
    },
    discard(clientId) {
      outbox.drop((entry) => entry.clientId === clientId && (entry.status === 'failed' || entry.status === 'queued'));
      options.changed();
    },
    pump: courier.go,
    stop: courier.stop,
  };
}
