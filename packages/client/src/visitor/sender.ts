import { isTooLong } from '@solodesk/protocol/visitor';
import type { Ack } from '@solodesk/protocol/visitor';
import { createCourier } from './courier.ts';
import type { CourierOptions } from './courier.ts';
import type { Entry, Outbox } from './outbox.ts';
import type { ChatOptions } from './types.ts';

export interface SenderOptions extends CourierOptions, Pick<ChatOptions, 'ids'> {
  outbox: Outbox;
  changed(): void;
  acked(conversation: string, seq: number): void;
}

/** Sends the outbox in order, one at a time, until each is acknowledged or refused for good. */
export interface Sender {
  send(text: string, intent?: string): string | null;
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

  const answered = (clientId: string, answer: Ack<{ conversation?: string; seq: number }>, again: boolean) => {
    if (answer.ok && answer.conversation) options.acked(answer.conversation, answer.seq);
    const entry = find(clientId);
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
    const { clientId, text, intent, end } = entry;
    const done = (answer: Ack<{ conversation?: string; seq: number }>, again: boolean) =>
      answered(clientId, answer, again);
    return end
      ? { event: 'end', body: { clientId }, done }
      : { event: 'message', body: { clientId, text, intent }, done };
  });

  const add = (part: Pick<Entry, 'text' | 'intent' | 'end'>) => {
    const entry: Entry = { type: 'outbox', clientId: ids.uuid(), at: clock.now(), status: 'queued', ...part };
    if (isTooLong(entry.text)) put(entry, 'failed', { error: { kind: 'too_large', message: 'too long a text' } });
    else outbox.put(entry);
    options.changed();
    courier.go();
    return entry.clientId;
  };

  return {
    send: (text, intent) => (text.trim() === '' ? null : add({ text, intent })),
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
