import type { ConversationState, LogEvent } from '@solodesk/protocol/visitor';
import type { Page } from '@playwright/test';

type BotMessage = Extract<LogEvent, { type: 'bot_message' }>;

/** Hears what a widget is told, to know when the bot has finished and which detail it asks for: neither is to be read off the screen. */
export class WireEar {
  #state: ConversationState = 'bot';
  readonly #events = new Map<number, LogEvent>();

  constructor(page: Page) {
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => this.#hear(String(payload))));
  }

  get state(): ConversationState {
    return this.#state;
  }

  get botMessages(): BotMessage[] {
    return [...this.#events.values()].flatMap((event) => (event.type === 'bot_message' ? [event] : []));
  }

  #hear(frame: string): void {
    const packet = /^4[23](?:\/visitor,)?\d*(\[.*\])$/s.exec(frame)?.[1];
    if (packet === undefined) return;
    for (const part of JSON.parse(packet) as unknown[]) {
      if (typeof part !== 'object' || part === null) continue;
      const { events, state, conversation } = part as Partial<{
        events: LogEvent[];
        state: ConversationState;
        conversation: { state: ConversationState } | string | null;
      }>;
      for (const event of events ?? []) this.#events.set(event.seq, event);
      // The welcome says it of the conversation, news beside their events.
      this.#state = state ?? (typeof conversation === 'object' ? conversation?.state : undefined) ?? this.#state;
    }
  }
}
