import type { WireError } from '@solodesk/protocol';
import type { InboxFilter, OwnerAcks, OwnerEvent } from '@solodesk/protocol/owner';
import { createOwnerActions } from './actions.ts';
import type { OwnerActions } from './actions.ts';
import { createAttention } from './attention.ts';
import type { Attention } from './attention.ts';
import { createCannedDesk } from './canned-desk.ts';
import type { CannedDesk } from './canned-desk.ts';
import { createClosings } from './closings.ts';
import type { Closings } from './closings.ts';
import { createCell } from './observable.ts';
import type { Observable } from './observable.ts';
import { createConversationReader } from './conversation-reader.ts';
import type { ConversationReader } from './conversation-reader.ts';
import { createOwnerContext } from './owner-context.ts';
import { hearPushes } from './owner-pushes.ts';
import type { TellChanged } from './owner-pushes.ts';
import { createOwnerCall } from './owner-socket.ts';
import type { OwnerClock, OwnerSocket } from './owner-socket.ts';
import { emptySite } from './owner-state.ts';
import type { ConnectionState, OwnerState } from './owner-state.ts';
import { createReplyOutbox } from './reply-outbox.ts';
import { createQueueDesk } from './queue-desk.ts';
import type { QueueDesk } from './queue-desk.ts';
import { createTicketDesk } from './ticket-desk.ts';
import type { TicketDesk } from './ticket-desk.ts';
import type { OutboxStorage, ReplyMore } from './reply-outbox.ts';
import { createSiteEvents } from './site-events.ts';
import { createSiteSync } from './site-sync.ts';

export interface OwnerClientOptions {
  /** Makes the socket, not yet connected. It connects again by itself, with jitter. */
  connect(): OwnerSocket;
  clock: OwnerClock;
  ids: { uuid(): string };
  /** Ids of the account's sites. */
  sites: readonly string[];
  storage?: OutboxStorage;
  /** Each event once, when it is heard of for the first time: for sound and notifications. */
  onEvents?(site: string, events: readonly OwnerEvent[]): void;
}

export interface OwnerClient
  extends
    Observable<OwnerState>,
    OwnerActions,
    Closings,
    Omit<ConversationReader, 'refresh'>,
    Pick<Attention, 'seen' | 'typing' | 'activity'> {
  readonly tickets: TicketDesk;
  readonly queue: QueueDesk;
  readonly canned: CannedDesk;
  readonly notes: NoteDesk;
  /** What is read elsewhere may read otherwise now: `what` are first parts of addresses, null after a time without a line; no site: of the account. */
  onChanged(tell: TellChanged): () => void;
  /** What the owner said before to questions like the last one of a conversation. */
  answeredBefore(site: string, conversation: string): Promise<OwnerAcks['answered_before']>;
  start(): void;
  /** Ends the connection; nothing is heard or sent after it. */
  stop(): void;
  /** Back from sleep, or the network is back: asks at once what was missed. */
  wake(): void;
  /** Follows one more site. */
  addSite(site: string): void;
  page(site: string, filter: InboxFilter): Promise<void>;
  /** @param ticket number of the one that it answers; left out: the one that was touched last */
  reply(site: string, conversation: string, text: string, more?: ReplyMore): string;
  retry(clientId: string): void;
  discard(clientId: string): void;
  dismiss(notice: number): void;
}

/** The owner's remarks beside conversations. What was written stands in `open[…].notes` of every console that shows it. */
export interface NoteDesk {
  put(
    site: string,
    conversation: string,
    note: { id: string; text: string; at?: number },
  ): Promise<OwnerAcks['note_put']>;
  drop(site: string, conversation: string, id: string): Promise<OwnerAcks['note_drop']>;
}

/** How often everything is asked for anew: heals a line that can send and not receive. */
const SYNC_EVERY_MS = 60_000;

const NO_STORAGE: OutboxStorage = { load: () => [], save: () => undefined };

/** The console without its looks: an observable store over the `/owner` namespace. */
export function createOwnerClient(options: OwnerClientOptions): OwnerClient {
  const { clock } = options;
  const socket = options.connect();
  const cell = createCell<OwnerState>({
    connection: 'connecting',
    sites: Object.fromEntries(options.sites.map((site) => [site, emptySite])),
    open: {},
    outbox: [],
    expected: {},
    notices: [],
  });
  const { call, drop } = createOwnerCall(socket, clock);
  const context = createOwnerContext(cell, call, clock, () => socket.connected);
  const { refresh, ...reading } = createConversationReader(context);
  const events = createSiteEvents(
    context,
    (site, fresh) => {
      outbox.settle(fresh);
      for (const event of fresh) {
        if (event.type !== 'visitor_message') continue;
        attention.visitorTyping(site, event.conversation, false);
        // What came now was not seen when it was to be closed.
        closings.undoClose(event.conversation);
      }
      options.onEvents?.(site, fresh);
    },
    (site, conversation) => void reading.open(site, conversation),
  );
  const reconnect = () => {
    socket.disconnect();
    socket.connect();
  };
  const sync = createSiteSync(context, events, reconnect);
  const storage = options.storage ?? NO_STORAGE;
  const outbox = createReplyOutbox(
    context,
    () => options.ids.uuid(),
    storage,
    (site) => void sync.sync(site),
    reconnect,
  );
  const attention = createAttention(context);
  const actions = createOwnerActions(context, (site, conversation) => void reading.open(site, conversation));
  const closings = createClosings(context, actions.close);
  const queue = createQueueDesk(context);
  const canned = createCannedDesk(call);
  const tickets = createTicketDesk(call);
  const changed = new Set<TellChanged>();
  let running = false;
  let cancelTick = () => undefined as void;

  const setConnection = (connection: ConnectionState) =>
    cell.update((state) => (state.connection === connection ? state : { ...state, connection }));
  const eachSite = (run: (site: string) => void) => Object.keys(cell.get().sites).forEach(run);

  function tick(): void {
    cancelTick = clock.after(SYNC_EVERY_MS, () => {
      if (socket.connected) {
        eachSite((site) => void sync.sync(site));
        queue.readFailed();
      }
      tick();
    });
  }

  function resume(): void {
    eachSite((site) => void sync.resume(site));
    eachSite((site) => void queue.read(site));
    refresh();
    canned.refresh();
    outbox.flush();
    attention.resume();
    attention.activity();
  }

  /** An end that connecting again cannot change; else the socket goes on trying. */
  function ended(error: WireError | null): boolean {
    if (error?.kind === 'unauthorized') setConnection('signed_out');
    else if (error?.kind === 'upgrade_required') setConnection('outdated');
    else return false;
    socket.disconnect();
    return true;
  }

  const isOver = () => ['signed_out', 'outdated'].includes(cell.get().connection);

  let connections = 0;
  socket.on('connect', () => {
    setConnection('online');
    resume();
    // What was told meanwhile was told to nobody here.
    if ((connections += 1) > 1) for (const tell of changed) tell(null, null);
  });
  socket.on('disconnect', () => {
    drop();
    if (!isOver()) setConnection('reconnecting');
  });
  socket.on('refused', (error) => {
    if (!ended(error) && cell.get().connection === 'online') setConnection('reconnecting');
  });
  socket.on('goodbye', (error) => void ended(error));
  hearPushes(socket, context, { events, attention, tickets, canned, queue, changed });

  return {
    get: cell.get,
    subscribe: cell.subscribe,
    ...actions,
    ...closings,
    ...reading,
    block(site, conversation, ...how) {
      closings.undoClose(conversation);
      return actions.block(site, conversation, ...how);
    },
    tickets: tickets.desk,
    queue: queue.desk,
    canned: canned.desk,
    onChanged(tell) {
      changed.add(tell);
      return () => void changed.delete(tell);
    },
    answeredBefore: (site, conversation) => call('answered_before', { site, conversation }),
    notes: {
      put: (site, conversation, note) => call('note_put', { site, conversation, ...note }),
      drop: (site, conversation, id) => call('note_drop', { site, conversation, id }),
    },
    seen: attention.seen,
    typing: attention.typing,
    activity: attention.activity,
    start() {
      if (running) return;
      running = true;
      socket.connect();
      tick();
    },
    stop() {
      running = false;
      cancelTick();
      socket.disconnect();
      drop();
    },
    wake() {
      if (!running || isOver()) return;
      if (socket.connected) resume();
      else socket.connect();
    },
    addSite(site) {
      if (cell.get().sites[site]) return;
      context.updateSite(site, (state) => ({ ...state, loaded: false }));
      if (!socket.connected) return;
      void sync.resume(site);
      void queue.read(site);
    },
    page: sync.page,
    reply(site, conversation, text, more) {
      attention.typing(site, conversation, false);
      closings.undoClose(conversation);
      return outbox.add(site, conversation, text, more);
    },
    retry: outbox.retry,
    discard: outbox.discard,
    dismiss: (notice) =>
      cell.update((state) => ({ ...state, notices: state.notices.filter(({ id }) => id !== notice) })),
  };
}
