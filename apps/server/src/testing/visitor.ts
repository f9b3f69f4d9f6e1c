import { randomUUID } from 'node:crypto';
import type { Ack, LogEvent, VisitorAcks, VisitorEvents, VisitorUp, Welcome } from '@solodesk/protocol/visitor';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { Heard } from './heard.ts';

export interface VisitOptions {
  site?: string;
  token?: string;
  locale?: 'en' | 'zh';
  /** More of the handshake, or something wrong in place of it. */
  auth?: Record<string, unknown>;
  headers?: Record<string, string>;
  transports?: ('websocket' | 'polling')[];
}

/** A widget's side of the wire, on a real connection. */
export class Visitor {
  readonly socket: Socket;
  readonly heard = new Heard();
  /** Resolves to the welcome; rejects with the refusal's kind. */
  readonly welcomed: Promise<Welcome>;
  welcome: Welcome | null = null;

  constructor(url: string, options: VisitOptions) {
    this.socket = io(`${url}/visitor`, {
      forceNew: true,
      reconnection: false,
      transports: options.transports ?? ['websocket'],
      auth: {
        v: 1,
        site: options.site ?? 'shop',
        locale: options.locale ?? 'en',
        ...(options.token !== undefined && { token: options.token }),
        ...options.auth,
      },
      ...(options.headers && { extraHeaders: options.headers }),
    });
    this.socket.onAny((event: string, body: unknown) => this.heard.add(event, body));
    this.welcomed = new Promise((resolve, reject) => {
      this.socket.once('welcome', (welcome: Welcome) => {
        this.welcome = welcome;
        resolve(welcome);
      });
      this.socket.once('connect_error', (error: Error & { data?: { kind: string } }) =>
        reject(new Error(error.data?.kind ?? 'no connection', { cause: error })),
      );
    });
    // Who only wants to see somebody refused need not handle it here as well.
    this.welcomed.catch(() => undefined);
  }

  get token(): string {
    if (this.welcome === null) throw new Error('not welcomed yet');
    return this.welcome.token;
  }

  /** Says something in the protocol's words. */
  emit<E extends keyof VisitorUp>(event: E, body: VisitorUp[E]): Promise<VisitorAcks[E]> {
    return this.emitAnything(event, body) as Promise<VisitorAcks[E]>;
  }

  emitAnything(event: string, ...body: unknown[]): Promise<Ack<Record<string, unknown>>> {
    return this.socket.timeout(120_000).emitWithAck(event, ...body) as Promise<Ack<Record<string, unknown>>>;
  }

  /** Says something; what the ack alone tells is heard like everything else. */
  async say(text: string, clientId: string = randomUUID()): Promise<VisitorAcks['message']> {
    const ack = await this.emit('message', { clientId, text });
    if (ack.ok && ack.at !== undefined) {
      const event: LogEvent = { type: 'visitor_message', seq: ack.seq, at: ack.at, text, clientId };
      this.heard.add('events', { conversation: ack.conversation, events: [event] });
    }
    return ack;
  }

  /** Says something, and returns its place once it is acknowledged. */
  async mustSay(text: string): Promise<{ conversation: string; seq: number }> {
    const ack = await this.say(text);
    if (!ack.ok) throw new Error(`refused: ${ack.error.kind}`);
    return ack;
  }

  get events(): LogEvent[] {
    return this.heard.of<VisitorEvents>('events').flatMap(({ events }) => events);
  }

  /** The first event that fits, if it came already or comes soon. */
  async hears(fits: (event: LogEvent) => boolean): Promise<LogEvent> {
    const packet = await this.heard.until<VisitorEvents>('events', ({ events }) => events.some(fits));
    return packet.events.find(fits)!;
  }

  /** The bot's answer to the message at `seq`. */
  async answerTo(seq: number): Promise<LogEvent & { type: 'bot_message' }> {
    return (await this.hears((event) => event.type === 'bot_message' && event.replyTo === seq)) as LogEvent & {
      type: 'bot_message';
    };
  }

  /** Sends an Engine.IO message as it is: `2/visitor,["message"]` is an event packet of Socket.IO. */
  sendRaw(packet: string): void {
    this.socket.io.engine.write(packet);
  }

  leave(): void {
    this.socket.disconnect();
  }
}
