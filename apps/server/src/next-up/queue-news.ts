import { queueId } from '@solodesk/core';
import type { Announcement, Bus, RecordWrite, Store, Visitor, VisitorChange } from '@solodesk/core';
import type { QueueFeed } from './queue-feed.ts';

/** The site of a call of the store that changes the queue and that the bus does not announce; null where it changes nothing there. */
type SiteOf = (given: readonly unknown[], done: unknown) => string | null;

const first: SiteOf = ([site]) => site as string;

/** What tells of contacts and orders says its site last. */
const written: SiteOf = (given) => (given.at(-1) as RecordWrite).site;

const SILENT: Partial<Record<keyof Store, SiteOf>> = {
  // Who somebody is, how to reach them, and whether they pay.
  saveContacts: written,
  changeContact: first,
  noteVisitorContact: written,
  linkVerifiedVisitor: written,
  saveOrders: written,
  mergeContacts: first,
  undoMerge: first,
  undoBatch: first,
  changeProfile: first,
  bookAppointment: ([appointment]) => (appointment as { site: string }).site,
  moveAppointment: first,
  cancelAppointment: first,
  setUnanswered: first,
  keepSearch: first,
  putQueueMark: first,
  dropQueueMark: first,
  erasePerson: first,
  // Pages that a visitor walks through change nothing; whoever is blocked or let in does.
  updateVisitor: ([, change], visitor) =>
    (change as VisitorChange).blocked === undefined ? null : ((visitor as Visitor | null)?.site ?? null),
};

/** Those after which a contact may be called otherwise, or be another's. */
const NAMING: ReadonlySet<string> = new Set<keyof Store>([
  ...(['saveContacts', 'noteVisitorContact', 'linkVerifiedVisitor', 'saveOrders'] as const),
  ...(['changeContact', 'mergeContacts', 'undoMerge', 'undoBatch', 'erasePerson'] as const),
]);

/**
 * The store, telling of each change that concerns the queue after it is on disk: whoever makes it, a console, a program or the bot.
 * @param changed is called with the site
 * @param renamed is called with it as well, and before, where it is who somebody is or what they are called
 * @param concerned is called with it where somebody is blocked or let in, or stands elsewhere in the life cycle than before
 */
export function tellingStore(
  store: Store,
  changed: (site: string) => void,
  renamed: (site: string) => void,
  concerned: (site: string) => void,
): Store {
  // A copy and no Proxy, which would stand in the way of each message.
  const telling: Record<string, unknown> = { ...store };
  for (const [name, siteOf] of Object.entries(SILENT)) {
    const method = telling[name] as (...given: unknown[]) => Promise<unknown>;
    telling[name] = async (...given: unknown[]): Promise<unknown> => {
      const done = await method.apply(store, given);
      const site = siteOf(given, done);
      if (site === null) return done;
      if (NAMING.has(name)) renamed(site);
      if (name === 'updateVisitor') concerned(site);
      changed(site);
      return done;
    };
  }
  telling['tendLife'] = async (...[site, work]: Parameters<Store['tendLife']>): ReturnType<Store['tendLife']> => {
    let isNews = false;
    const more = await store.tendLife(site, { ...work, onPlaced: () => (isNews = true) });
    if (isNews) concerned(site);
    return more;
  };
  return telling as unknown as Store;
}

/** Tells the queue of what the bus announces. A message that the bot answers costs two comparisons here. */
export function followBus(bus: Bus, queue: QueueFeed): void {
  bus.subscribe((announcement) => {
    const site = concerns(announcement, queue);
    if (site !== null) queue.changed(site);
  });
}

function concerns(announcement: Announcement, queue: QueueFeed): string | null {
  switch (announcement.kind) {
    case 'events': {
      const { conversation, events } = announcement;
      const isQueued = conversation.waitingSince !== null || queue.shows(conversation.site, chatId(conversation.key));
      return isQueued || events.some(leavesQuestion) ? conversation.site : null;
    }
    case 'ticket':
      return announcement.ticket.site;
    case 'visitor':
      return queue.shows(announcement.site, chatId(announcement.visitorKey)) ? announcement.site : null;
    case 'seen':
    case 'survey':
      return null;
  }
}

const chatId = (subject: number) => queueId({ kind: 'chat', subject });

/** The bot left a question open, or the visitor chose what was offered for one. */
function leavesQuestion({ entry, reason }: Extract<Announcement, { kind: 'events' }>['events'][number]): boolean {
  if (entry.type === 'visitor_message') return entry.intent !== undefined;
  return reason?.kind === 'unsure' || reason?.kind === 'suggested' || reason?.kind === 'handed_off';
}
