import type { Clock } from '@solodesk/core';
import { ChatWeights, readQueue } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import { createSentiment } from '@solodesk/nlu';
import type {
  CannedReply,
  ConversationNote,
  ConversationSummary,
  OwnerDownEvents,
  OwnerPresence,
  QueueItem,
  TicketSummary,
  TicketView,
} from '@solodesk/protocol/owner';
import { calendar } from '../calendar.ts';
import { chattersOf, toQueueItem } from '../next-up/queue-wire.ts';
import { readCalled } from '../realtime/contact-names.ts';
import type { Owner } from './owner.ts';
import type { TestDesk } from './start-desk.ts';

const sentiment = createSentiment();

type Told<E extends keyof OwnerDownEvents> = Parameters<OwnerDownEvents[E]>[0];

interface Picture {
  queue: Record<string, QueueItem>;
  conversations: Record<string, ConversationSummary>;
  tickets: Record<string, TicketSummary>;
  views: Record<string, TicketView>;
  canned: Record<string, CannedReply>;
  /** Whether the owner is there, by the site. */
  presence: Record<string, OwnerPresence>;
  /** By conversation. */
  notes: Record<string, ConversationNote[]>;
}

/** Long enough for a slow machine, and far shorter than a look at the clock: the desk has to be started with `NO_LOOKS`. */
const WITHIN_MS = 15_000;
export const NO_LOOKS = { queueLookMs: 3_600_000 };

/**
 * A console that was told everything once, and has only listened since. After each action what it has must be what a console gets
 * that asks just now: queue, conversations and tickets. (Of more than a page of each it says nothing.)
 */
export class FollowedSite {
  readonly #desk: TestDesk;
  readonly #owner: Owner;
  readonly #clock: Clock;
  readonly #site: string;
  readonly #version: number;
  readonly #first: Picture;
  readonly #from: number;

  private constructor(of: {
    desk: TestDesk;
    owner: Owner;
    clock: Clock;
    site: string;
    version: number;
    first: Picture;
    from: number;
  }) {
    this.#desk = of.desk;
    this.#owner = of.owner;
    this.#clock = of.clock;
    this.#site = of.site;
    this.#version = of.version;
    this.#first = of.first;
    this.#from = of.from;
  }

  static async begin(desk: TestDesk, clock: Clock, site = 'shop'): Promise<FollowedSite> {
    const owner = await desk.console(site);
    const { version, items } = await owner.must('queue', {});
    const from = owner.heard.all.length;
    const followed = new FollowedSite({
      ...{ desk, owner, clock, site, version, from },
      first: { ...(await pictureOf(owner, desk, site)), queue: byName(items, ({ id }) => id) },
    });
    return followed;
  }

  get queue(): QueueItem[] {
    return Object.values(this.#told().queue).sort((a, b) => (a.order < b.order ? -1 : 1));
  }

  /** Does something, and waits until this console has the same as one that asks anew. @throws Error with both, if it never does */
  async after<T>(act: () => Promise<T>): Promise<T> {
    const done = await act();
    const end = performance.now() + WITHIN_MS;
    for (;;) {
      const [told, fresh] = [this.#told(), await this.#fresh()];
      const difference = differenceOf(told, fresh);
      if (difference === null) return done;
      if (performance.now() > end) throw new Error(`what was told is not what is there: ${difference}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** The first picture with everything that was heard since. */
  #told(): Picture {
    const picture: Picture = {
      queue: { ...this.#first.queue },
      conversations: { ...this.#first.conversations },
      tickets: { ...this.#first.tickets },
      views: this.#first.views,
      canned: this.#first.canned,
      presence: this.#first.presence,
      notes: { ...this.#first.notes },
    };
    let version = this.#version;
    for (const { event, body } of this.#owner.heard.all.slice(this.#from)) {
      if (event === 'queue') {
        const change = body as Told<'queue'>;
        if (change.version !== version + 1) throw new Error(`change ${change.version} came after ${version}`);
        version = change.version;
        Object.assign(
          picture.queue,
          byName(change.changed, ({ id }) => id),
        );
        for (const id of change.gone) delete picture.queue[id];
      } else if (event === 'events') {
        const { events, conversations } = body as Told<'events'>;
        Object.assign(
          picture.conversations,
          byName(conversations, ({ id }) => id),
        );
        for (const { type, conversation } of events) {
          if (type !== 'erased') continue;
          delete picture.conversations[conversation];
          delete picture.notes[conversation];
        }
      } else if (event === 'conversation') {
        const { conversation } = body as Told<'conversation'>;
        picture.conversations[conversation.id] = conversation;
      } else if (event === 'ticket') {
        const { ticket } = body as Told<'ticket'>;
        picture.tickets[ticket.number] = ticket;
      } else if (event === 'ticket_views') {
        picture.views = byName((body as Told<'ticket_views'>).views, ({ id }) => id);
      } else if (event === 'canned') {
        picture.canned = byName((body as Told<'canned'>).replies, ({ id }) => id);
      } else if (event === 'presence') {
        const { site, presence: told } = body as Told<'presence'>;
        picture.presence = { [site]: told };
      } else if (event === 'notes') {
        const { conversation, notes } = body as Told<'notes'>;
        if (notes.length === 0) delete picture.notes[conversation];
        else picture.notes[conversation] = notes;
      }
    }
    return picture;
  }

  /** Asked of the store: asking the server for its queue would push what it forgot to push. */
  async #fresh(): Promise<Picture> {
    const { store, server } = this.#desk;
    const site = server.sites.get(this.#site);
    if (site === null) throw new Error('there is no such site');
    const desk = { store, calendar, sentiment, clock: this.#clock } as Desk;
    const queue = await readQueue(desk, site, new ChatWeights());
    const called = await readCalled(store, this.#site, chattersOf(queue));
    const items = queue.map((item) => toQueueItem(item, site, called));
    return { ...(await pictureOf(this.#owner, this.#desk, this.#site)), queue: byName(items, ({ id }) => id) };
  }
}

async function pictureOf(owner: Owner, { store }: TestDesk, site: string): Promise<Omit<Picture, 'queue'>> {
  const [open, closed, { tickets, views }, { replies }] = [
    await owner.must('inbox', { filter: 'open' }),
    await owner.must('inbox', { filter: 'closed' }),
    await owner.must('tickets', { filter: 'all' }),
    await owner.must('canned', {}),
  ];
  const conversations = [...open.conversations, ...closed.conversations];
  const notes: Picture['notes'] = {};
  for (const { id } of conversations) {
    // Asked of the store: opening each would note that somebody looked.
    const key = (await store.findConversation(site, id))?.conversation.key ?? 0;
    const own = await store.notesOf(site, key);
    if (own.length > 0) notes[id] = own.map((note) => ({ ...note }));
  }
  return {
    conversations: byName(conversations, ({ id }) => id),
    notes,
    tickets: byName(tickets, ({ number }) => String(number)),
    views: byName(views, ({ id }) => id),
    canned: byName(replies, ({ id }) => id),
    presence: { [site]: open.presence },
  };
}

function byName<T>(all: readonly T[], name: (one: T) => string): Record<string, T> {
  return Object.fromEntries(all.map((one) => [name(one), one]));
}

/** The first part that differs, for people; null where all is the same. */
function differenceOf(told: Picture, fresh: Picture): string | null {
  for (const part of ['queue', 'conversations', 'tickets', 'views', 'canned', 'presence', 'notes'] as const) {
    for (const name of new Set([...Object.keys(told[part]), ...Object.keys(fresh[part])])) {
      const [one, other] = [JSON.stringify(told[part][name]), JSON.stringify(fresh[part][name])];
      if (one !== other) return `${part} ${name}: ${one} is not ${other}`;
    }
  }
  return null;
}
