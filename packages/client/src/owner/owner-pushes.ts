import type { Attention } from './attention.ts';
import type { createCannedDesk } from './canned-desk.ts';
import type { OwnerContext } from './owner-context.ts';
import type { OwnerSocket } from './owner-socket.ts';
import type { createQueueDesk } from './queue-desk.ts';
import type { SiteEvents } from './site-events.ts';
import type { createTicketDesk } from './ticket-desk.ts';

/** Whom a change of what is read elsewhere is told to; see `OwnerClient.onChanged`. */
export type TellChanged = (site: string | null, what: readonly string[] | null) => void;

/** Who keeps what is heard. */
export interface Hearers {
  readonly events: SiteEvents;
  readonly attention: Pick<Attention, 'visitorTyping'>;
  readonly tickets: Pick<ReturnType<typeof createTicketDesk>, 'heard' | 'heardViews'>;
  readonly canned: Pick<ReturnType<typeof createCannedDesk>, 'heard'>;
  readonly queue: Pick<ReturnType<typeof createQueueDesk>, 'heard'>;
  readonly changed: Iterable<TellChanged>;
}

/** What the server says by itself goes to whoever keeps it: of sites that are followed, notes of conversations that are open. */
export function hearPushes(socket: OwnerSocket, context: OwnerContext, hearers: Hearers): void {
  const { events, attention, tickets, canned, queue, changed } = hearers;
  const follows = (site: string) => context.cell.get().sites[site] !== undefined;
  socket.on('events', ({ site, events: pushed, conversations }) => {
    if (follows(site)) events.take(site, pushed, conversations);
  });
  socket.on('conversation', ({ site, conversation }) => {
    if (follows(site)) events.take(site, [], [conversation]);
  });
  socket.on('typing', ({ site, conversation, on }) => {
    if (follows(site)) attention.visitorTyping(site, conversation, on);
  });
  socket.on('ticket', ({ site, ticket }) => {
    if (follows(site)) tickets.heard(site, ticket);
  });
  socket.on('ticket_views', ({ site, views }) => {
    if (follows(site)) tickets.heardViews(site, views);
  });
  socket.on('canned', ({ site, replies }) => {
    if (follows(site)) canned.heard(site, replies);
  });
  socket.on('queue', (change) => {
    if (follows(change.site)) queue.heard(change);
  });
  socket.on('notes', ({ conversation, notes }) => {
    if (context.cell.get().open[conversation]) context.updateOpen(conversation, (open) => ({ ...open, notes }));
  });
  socket.on('presence', ({ site, presence }) => {
    if (follows(site)) context.updateSite(site, (state) => ({ ...state, presence }));
  });
  socket.on('problems', ({ site, problems }) => {
    if (follows(site)) context.updateSite(site, (state) => ({ ...state, problems }));
  });
  socket.on('changed', ({ site, what }) => {
    for (const tell of changed) tell(site, what);
  });
}
