import { randomUUID } from 'node:crypto';
import type { Ack } from '@solodesk/protocol';
import type { ConversationSummary, OwnerAcks, OwnerDownEvents, OwnerEvent, OwnerUp } from '@solodesk/protocol/owner';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { Heard } from './heard.ts';
import { until } from './until.ts';

type Events = Parameters<OwnerDownEvents['events']>[0];

export const OWNER = { name: 'Mia', email: 'mia@shop.example', password: 'a quiet blue lamp' };

/** Calls the console's HTTP interface as its page does. */
export function postToConsole(url: string, path: string, body: unknown, cookie = ''): Promise<Response> {
  return fetch(`${url}/console/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-solodesk': '1', cookie },
    body: JSON.stringify(body),
  });
}

/** `name=value` of the session cookie that an answer sets. */
export function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** Opens a socket of the console. */
export function ownerSocket(url: string, cookie: string, headers: Record<string, string> = {}): Socket {
  return io(`${url}/owner`, {
    forceNew: true,
    reconnection: false,
    transports: ['websocket'],
    auth: { v: 1 },
    extraHeaders: { cookie, ...headers },
  });
}

/** A console's side of the wire, on a real connection. */
export class Owner {
  readonly heard = new Heard();
  readonly cookie: string;
  readonly #url: string;
  #site = 'shop';
  #socket: Socket | null = null;

  constructor(url: string, cookie: string) {
    this.#url = url;
    this.cookie = cookie;
  }

  static async setUp(url: string, token: string): Promise<Owner> {
    const response = await postToConsole(url, '/setup', { token, ...OWNER });
    if (!response.ok) throw new Error(`the set-up failed: ${await response.text()}`);
    return new Owner(url, cookieOf(response));
  }

  /** Another console of the same session. */
  async connect(): Promise<Owner> {
    const owner = new Owner(this.#url, this.cookie);
    const socket = ownerSocket(this.#url, this.cookie);
    owner.#socket = socket;
    socket.onAny((event: string, body: unknown) => owner.heard.add(event, body));
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return owner;
  }

  get socket(): Socket {
    if (this.#socket === null) throw new Error('not connected');
    return this.#socket;
  }

  async watch(site: string): Promise<void> {
    this.#site = site;
    await this.must('inbox', { filter: 'open' });
  }

  /** Says something about the watched site, or about another that the body names. */
  emit<E extends keyof OwnerUp>(event: E, body: Omit<OwnerUp[E], 'site'> & { site?: string }): Promise<OwnerAcks[E]> {
    return this.emitAnything(event, { site: this.#site, ...body }) as Promise<OwnerAcks[E]>;
  }

  emitAnything(event: string, ...body: unknown[]): Promise<Ack<Record<string, unknown>>> {
    return this.socket.timeout(120_000).emitWithAck(event, ...body) as Promise<Ack<Record<string, unknown>>>;
  }

  /** The same for what has to work. */
  async must<E extends keyof OwnerUp>(
    event: E,
    body: Omit<OwnerUp[E], 'site'> & { site?: string },
  ): Promise<Extract<OwnerAcks[E], { ok: true }>> {
    const ack = await this.emit(event, body);
    if (!ack.ok) throw new Error(`refused: ${ack.error.kind} ${ack.error.message}`);
    return ack as Extract<OwnerAcks[E], { ok: true }>;
  }

  reply(conversation: string, text: string, clientId: string = randomUUID()): Promise<OwnerAcks['reply']> {
    return this.emit('reply', { conversation, text, clientId });
  }

  get events(): OwnerEvent[] {
    return this.heard.of<Events>('events').flatMap(({ events }) => events);
  }

  async hears(fits: (event: OwnerEvent) => boolean): Promise<OwnerEvent> {
    const packet = await this.heard.until<Events>('events', ({ events }) => events.some(fits));
    return packet.events.find(fits)!;
  }

  /** Waits until this console is shown a conversation like that, whichever packet brings it. */
  async sees(fits: (summary: ConversationSummary) => boolean): Promise<void> {
    await until(() => {
      const alone = this.heard.of<Parameters<OwnerDownEvents['conversation']>[0]>('conversation');
      const withEvents = this.heard.of<Events>('events').flatMap(({ conversations }) => conversations);
      return [...withEvents, ...alone.map(({ conversation }) => conversation)].some(fits);
    }, 'to see a conversation');
  }

  leave(): void {
    this.#socket?.disconnect();
  }
}
