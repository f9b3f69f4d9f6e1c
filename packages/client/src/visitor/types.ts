import type {
  Attachment,
  Consent,
  ConversationState,
  Extras,
  Identity,
  Locale,
  LogEvent,
  Page,
  Presence,
  Suggestion,
  TrackEvent,
  VisitorAcks,
  VisitorHandshake,
  VisitorUp,
  WireError,
} from '@solodesk/protocol/visitor';

/**
 * What the client needs of a socket.io-client `Socket`. Sockets should be made with `autoConnect: false` (the client
 * calls `connect()` once its listeners are in place) and with jittered reconnection of their own.
 */
export interface ChatSocket {
  readonly connected: boolean;
  on(event: string, listener: (body: never) => void): unknown;
  off(event: string, listener: (body: never) => void): unknown;
  /** The acknowledgement callback, where there is one, is the last argument. */
  emit(event: string, ...args: unknown[]): unknown;
  connect(): unknown;
  disconnect(): unknown;
}

/** Where token, outbox, draft and consent survive a reload. May throw, be full, or hold foreign content. */
export interface ChatStorage {
  get(key: string): string | null;
  /** Answers whether it was kept. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
}

export interface ChatClock {
  /** UTC milliseconds. */
  now(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

export interface ChatOptions {
  /** The site's id; also the name space of what is kept in `storage`. */
  site: string;
  /**
   * Makes the socket of namespace `/visitor`. Called once a start. `auth` is socket.io-client's option of that name, to
   * be passed on as it is: socket.io asks it at each connection, so that what is said is the newest.
   */
  connect(auth: (tell: (handshake: VisitorHandshake) => void) => void): ChatSocket;
  storage: ChatStorage;
  clock: ChatClock;
  ids: { uuid(): string };
  /** From 0 to 1, exclusive; the jitter of back-off. */
  random(): number;
  locale: Locale;
  /** IANA zone of the browser. */
  timeZone?: string;
  page?: Page;
  identity?: Identity;
  /** The version that the visitor must have agreed to: nothing is connected or sent before. */
  consentVersion?: string;
  /** A consent that was given elsewhere. */
  consent?: Consent;
}

/**
 * - `idle`: not started, stopped, or waiting for consent
 * - `connecting`: started, nothing heard yet
 * - `online`: welcomed
 * - `offline`: the line is lost; it comes back by itself
 * - `refused`: the server will not have us (see `error`); `start()` tries again, and after a block so does time, now and then
 * - `upgrade`: this client is too old; reload once, draft and outbox are kept
 */
export type Connection = 'idle' | 'connecting' | 'online' | 'offline' | 'refused' | 'upgrade';

/**
 * - `queued`: waits for its turn or the line; with `error`, it was tried in vain and will be tried again by itself
 * - `sending`: on its way
 * - `sent`: acknowledged, so on the server's disk; its event is about to take its place
 * - `failed`: given up, see `error`; `retry` and `discard` are offered
 */
export type OutboxStatus = 'queued' | 'sending' | 'sent' | 'failed';

/** A message of the visitor's that is not in the log yet. */
export interface OutboxItem {
  readonly type: 'outbox';
  readonly clientId: string;
  readonly text: string;
  readonly intent?: string;
  /** Files that the server has already. */
  readonly attachments?: readonly Attachment[];
  /** UTC milliseconds by this browser's clock. */
  readonly at: number;
  readonly status: OutboxStatus;
  readonly error?: WireError;
}

export type ChatItem = LogEvent | OutboxItem;

export interface ChatConversation {
  readonly id: string;
  readonly state: ConversationState;
  /** Who took over, while a person has the conversation. */
  readonly ownerName: string | null;
  /** The last `seq` that the owner has seen. */
  readonly ownerSeenSeq: number;
}

/** An immutable snapshot: the same object until something in it changes; unchanged parts keep their identity. */
export interface ChatState {
  readonly connection: Connection;
  /** Why the line is `refused`, `upgrade` or lost; null when all is well. */
  readonly error: WireError | null;
  /** `start()` waits for `agree()`. */
  readonly needsConsent: boolean;
  /** Whether the server believes the identity. */
  readonly verified: boolean;
  readonly presence: Presence | null;
  /** What only some visitors are told. */
  readonly extras?: Extras | undefined;
  readonly conversation: ChatConversation | null;
  /** The log by `seq` (only what can be shown), then the outbox. */
  readonly items: readonly ChatItem[];
  /** Who is typing to the visitor. */
  readonly typing: 'bot' | 'owner' | null;
  /** Messages of bot and owner after `visitorSeenSeq`. */
  readonly unread: number;
  /** The last `seq` up to which the log is here without a hole. */
  readonly lastSeq: number;
  readonly visitorSeenSeq: number;
  readonly draft: string;
  /** The log has been here as a whole; before, an empty `items` says nothing. */
  readonly loaded: boolean;
  /** What was talked about before is gone from the server; until something new is said. */
  readonly erased: boolean;
}

/** Something the visitor did; the client adds id, time and page. */
export interface Track {
  name: string;
  props?: TrackEvent['props'];
}

export interface ChatClient {
  getState(): ChatState;
  /** Calls after each change of state; returns how to stop that. */
  subscribe(listener: () => void): () => void;

  /** Connects, or, where consent is needed, does so after `agree()`. Harmless when started. */
  start(): void;
  /** Disconnects; state, outbox and token stay. */
  stop(): void;
  /** Stops and forgets token, outbox, draft, consent, identity and log, here and in storage. */
  forget(): void;
  /** Records the consent to `consentVersion` with the time, and goes on with a waiting `start()`. */
  agree(): void;

  /** Puts a message, or with `intent` a pressed quick reply, into the outbox. Blank text without files is not sent: null. */
  send(text: string, intent?: string, attachments?: readonly Attachment[]): string | null;
  /** Tries a failed or waiting message again, now, under the same client id. */
  retry(clientId: string): void;
  /** Takes a message that is not on its way out of the outbox. */
  discard(clientId: string): void;
  /** "End chat"; takes its turn after the messages before it. */
  end(): void;
  setDraft(text: string): void;

  /** Call at each key stroke with true; turns itself off when that ends. */
  setTyping(on: boolean): void;
  /** The visitor has seen everything up to `seq`. */
  markSeen(seq: number): void;
  /** FAQ questions that fit the text; none when offline, or when a later call overtook this one. Never rejects. */
  suggest(text: string): Promise<Suggestion[]>;

  /** Asks to hear when a known problem is fixed, or says how it was. Only while `online`; `done` is called once. */
  ask<E extends 'await_fix' | 'rate'>(event: E, body: VisitorUp[E], done: (answer: VisitorAcks[E]) => void): void;

  /** Of the session, for what goes over HTTP; undefined before the first welcome. */
  token(): string | undefined;
  setLocale(locale: Locale): void;
  identify(identity: Identity): void;
  setPage(page: Page): void;
  /** Kept in memory (the newest 200) until there is a line. */
  track(event: Track): void;

  /** Asks for what is after `lastSeq`. */
  resync(): void;
  /** Call on `visibilitychange` and `online`: reconnects or resyncs at once. */
  wake(): void;
}
