import type { ChatSocket } from '@solodesk/client';
import { PROTOCOL_VERSION } from '@solodesk/protocol/visitor';
import type { LogEvent, Presence, VisitorUp, Welcome } from '@solodesk/protocol/visitor';

export interface PreviewOptions {
  presence: Presence;
  /** What is answered to everything that is said. */
  answer(): string;
  /** UTC milliseconds. */
  now(): number;
  /** Runs something a moment later. */
  later(run: () => void): void;
}

type Listener = (body: never) => void;

const CONVERSATION = 'preview';

/**
 * A desk that is nobody's: the widget of a preview talks with it. Nothing leaves the page, nothing is kept, and whoever
 * tries the chat out makes no visitor and no conversation.
 */
export function createPreviewSocket({ presence, answer, now, later }: PreviewOptions): ChatSocket {
  const listeners = new Map<string, Set<Listener>>();
  const log: LogEvent[] = [];
  let connected = false;

  const fire = (event: string, body?: unknown) => {
    for (const listener of [...(listeners.get(event) ?? [])]) listener(body as never);
  };
  const append = (event: { type: 'visitor_message' | 'bot_message'; text: string; clientId?: string }): LogEvent => {
    const placed = { ...event, seq: log.length + 1, at: now() } as LogEvent;
    log.push(placed);
    return placed;
  };
  const welcome: Welcome = {
    v: PROTOCOL_VERSION,
    token: CONVERSATION,
    verified: false,
    presence,
    conversation: null,
    serverTime: now(),
  };
  const reply = () => {
    const events = [append({ type: 'bot_message', text: answer() })];
    fire('typing', { from: 'bot', on: false });
    fire('events', { conversation: CONVERSATION, state: 'bot', events });
  };
  const answerTo = (event: string, body: unknown): object => {
    switch (event) {
      case 'message': {
        const { text, clientId } = body as VisitorUp['message'];
        const { seq, at } = append({ type: 'visitor_message', text, clientId });
        later(() => fire('typing', { from: 'bot', on: true }));
        later(() => later(reply));
        return { ok: true, conversation: CONVERSATION, seq, at };
      }
      case 'pull':
        return { ok: true, conversation: CONVERSATION, state: 'bot', events: log, more: false, lastSeq: log.length };
      case 'suggest':
        return { ok: true, suggestions: [] };
      case 'end':
        return { ok: true, seq: log.length };
      default:
        return { ok: true, verified: false };
    }
  };

  return {
    get connected() {
      return connected;
    },
    on: (event, listener) => listeners.set(event, (listeners.get(event) ?? new Set()).add(listener)),
    off: (event, listener) => listeners.get(event)?.delete(listener),
    emit(event, body, ack) {
      const told = answerTo(event, body);
      if (typeof ack === 'function') later(() => (ack as (answer: object) => void)(told));
    },
    connect() {
      connected = true;
      later(() => {
        if (!connected) return;
        fire('connect');
        fire('welcome', welcome);
      });
    },
    disconnect() {
      connected = false;
    },
  };
}
