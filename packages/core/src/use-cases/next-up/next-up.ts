import type { Conversation } from '../../domain/conversation/conversation.ts';
import { chatReasons, MOST_QUESTIONS, weigh } from '../../domain/next-up/weigh.ts';
import type { SaidInChat } from '../../domain/next-up/weigh.ts';
import { compareQueue, queueId } from '../../domain/next-up/queue-item.ts';
import type { QueueItem, QueuePlace, QueueSubject } from '../../domain/next-up/queue-item.ts';
import { putAway } from '../../domain/next-up/queue-mark.ts';
import { BEFORE_MS, moodIn } from '../tickets/ticket-facts.ts';
import { snoozeUntil } from './snooze.ts';
import type { SnoozeChoice } from './snooze.ts';
import type { PriorityReason } from '../../domain/priority/score.ts';
import type { Site } from '../../domain/site.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { InboxRow } from '../../ports/conversation-store.ts';
import { DeskError } from '../../domain/desk-error.ts';
import type { Desk } from '../desk.ts';

/** So many of a kind are looked at, those that press most: one person does not see to more in a day. */
const MOST_OF_A_KIND = 200;
const MOST_MARKS = 2_000;
/** Of a chat's log so much is looked at, the newest. */
const MOST_EVENTS_OF_CHAT = 60;
/** From when on a deadline lifts a ticket into the queue whatever its priority. */
const DUE_AHEAD_MS = 4 * 3_600_000;
/** What was put away is remembered for so long. */
const MARK_LASTS_MS = 90 * 86_400_000;

export interface QueuedItem {
  readonly item: QueueItem;
  /** Null: it is to be done now. */
  readonly away: { readonly until: number | null } | null;
}

/** The reasons of chats, as they were the last time: only the log of a chat that has changed is read, and rules asked of it again. */
export class ChatWeights {
  readonly #known = new Map<
    number,
    { version: number; paying: boolean; site: Site; reasons: readonly PriorityReason[] }
  >();

  async of(
    desk: Desk,
    { conversation, visitor }: InboxRow,
    paying: boolean,
    site: Site,
  ): Promise<readonly PriorityReason[]> {
    const { key, version } = conversation;
    const known = this.#known.get(key);
    if (known?.version === version && known.paying === paying && known.site === site) return known.reasons;
    const moodOf = (said: string) => moodIn(desk.sentiment, [said], conversation.locale);
    const said = await saidOfLate(desk, conversation);
    const reasons = chatReasons(conversation, visitor, paying ? 'paying' : 'none', site, said, moodOf);
    if (this.#known.size > 2 * MOST_OF_A_KIND) this.#known.clear();
    this.#known.set(key, { version, paying, site, reasons });
    return reasons;
  }
}

/** What a visitor has said since a person answered last, as far as it belongs to what they wait for now. */
async function saidOfLate(
  { store }: Desk,
  { key, lastVisitorAt, state, waitingSince }: Conversation,
): Promise<SaidInChat[]> {
  const log = await store.readLog(key, { limit: MOST_EVENTS_OF_CHAT });
  const answered = log.map(({ entry }) => entry.type).lastIndexOf('owner_message');
  const waitsFrom = state === 'bot' ? null : waitingSince;
  return log
    .slice(answered + 1)
    .flatMap(({ entry, at }) =>
      entry.type === 'visitor_message' && entry.intent === undefined && at >= lastVisitorAt - BEFORE_MS
        ? [{ text: entry.text, toPerson: waitsFrom !== null && at >= waitsFrom }]
        : [],
    );
}

/** Everything that there is to do on a site, in the order of work; what was put away comes with it, marked as such. */
export async function readQueue(desk: Desk, site: Site, weights: ChatWeights): Promise<QueuedItem[]> {
  const now = desk.clock.now();
  const [subjects, marks] = await Promise.all([
    subjectsOf(desk, site, now),
    desk.store.queueMarks(site.id, MOST_MARKS),
  ]);
  const keys = subjects.flatMap((subject) => (subject.kind === 'chat' ? [subject.visitor.key] : []));
  const paying = new Set(keys.length === 0 ? [] : await desk.store.payingVisitors(site.id, keys));
  const put = new Map(marks.map((mark) => [queueId(mark.place), mark]));
  const items: QueueItem[] = [];
  for (const subject of subjects) {
    const own = subject.kind === 'chat' ? await weights.of(desk, subject, paying.has(subject.visitor.key), site) : [];
    items.push(weigh(subject, site.priority, own, now));
  }
  return items
    .sort(compareQueue)
    .map((item) => ({ item, away: putAway(item, put.get(queueId(item.place)), now) || null }));
}

async function subjectsOf(desk: Desk, site: Site, now: number): Promise<QueueSubject[]> {
  const { store } = desk;
  const { id, timeZone } = site;
  const midnight = desk.calendar.wallTime(now, { timeZone, days: 1, hour: 0 });
  const [waiting, pressing, due, booked, count, newest] = await Promise.all([
    store.inbox(id, { filter: 'waiting', limit: MOST_OF_A_KIND }),
    store.tickets(id, { filter: 'open', limit: MOST_OF_A_KIND }),
    store.ticketsDue(id, now + DUE_AHEAD_MS, MOST_OF_A_KIND),
    store.appointmentsBetween(id, { from: now, to: midnight }),
    store.countUnanswered(id, MOST_QUESTIONS),
    store.unanswered(id, { status: 'open', limit: 1 }),
  ]);
  const tickets = new Map([...pressing, ...due].map((ticket) => [ticket.key, ticket]));
  const chats = waiting
    .filter(({ conversation, visitor }) => visitor.blocked === 'no' && conversation.state !== 'closed')
    .map(({ conversation, visitor }): QueueSubject => {
      const own = [...tickets.values()].filter(({ conversationKey }) => conversationKey === conversation.key);
      // Who answers the chat answers the request: it is not shown twice.
      for (const ticket of own) tickets.delete(ticket.key);
      const ticket = own.sort((a, b) => b.priority - a.priority || a.key - b.key)[0] ?? null;
      return { kind: 'chat', conversation, visitor, ticket };
    });
  const appointments = booked.slice(0, MOST_OF_A_KIND).map(async (appointment): Promise<QueueSubject> => {
    const { contactKey } = appointment;
    const contact = contactKey === null ? null : await store.findContact(id, { key: contactKey });
    return { kind: 'appointment', appointment, contact };
  });
  const [question] = newest;
  return [
    ...chats,
    ...[...tickets.values()]
      .filter((ticket) => isOwners(ticket, now))
      .map((ticket): QueueSubject => ({ kind: 'ticket', ticket })),
    ...(await Promise.all(appointments)),
    ...(question === undefined
      ? []
      : [{ kind: 'questions' as const, count, newest: question.key, at: question.at, text: question.text }]),
  ];
}

/** What somebody else settles is the owner's only when the promise about it is in danger. */
function isOwners({ route, dueAt }: Ticket, now: number): boolean {
  return route.target.to === 'owner' || (dueAt !== null && dueAt - now < DUE_AHEAD_MS);
}

export type PutAway = SnoozeChoice | 'done';

/**
 * Puts an item away as the owner saw it.
 * @param seen its `stamp`: what has happened since brings it back at once
 * @returns until when; null: until something happens to it
 * @throws DeskError `not_found` for a site that is not there
 */
export async function putItemAway(
  desk: Desk,
  siteId: string,
  { place, seen, how }: { place: QueuePlace; seen: number; how: PutAway },
): Promise<number | null> {
  const site = desk.sites.get(siteId);
  if (site === null) throw new DeskError('not_found', 'no such site');
  const at = desk.clock.now();
  const until = how === 'done' ? null : snoozeUntil(how, site, desk.calendar, at);
  await desk.store.putQueueMark(siteId, { place, stamp: seen, until, at }, at - MARK_LASTS_MS);
  return until;
}
