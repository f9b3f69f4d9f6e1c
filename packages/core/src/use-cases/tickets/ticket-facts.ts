import { customerStanding } from '../../domain/priority/customer-standing.ts';
import { moodOf, worseMood } from '../../domain/priority/mood.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Mood } from '../../domain/priority/mood.ts';
import { localDay } from '../../domain/priority/local-day.ts';
import type { PriorityFacts } from '../../domain/priority/score.ts';
import type { Site } from '../../domain/site.ts';
import type { Ticket, TicketHistoryEntry } from '../../domain/ticket/ticket.ts';
import type { StoredEvent } from '../../ports/conversation-store.ts';
import type { Sentiment } from '../../ports/sentiment.ts';
import type { Store } from '../../ports/store.ts';

/** What the facts are read from. */
export interface FactSources {
  readonly store: Pick<
    Store,
    'readLog' | 'rows' | 'ticketHistory' | 'findContact' | 'contactOfVisitor' | 'ordersOfContact'
  >;
  readonly sentiment: Sentiment;
}

/** What was said before a ticket was made belongs to it for so long. */
export const BEFORE_MS = 24 * 3_600_000;
export const MOST_EVENTS = 200;
const MOST_ORDERS = 200;
/** Moods are read of the last few messages: reading one takes some tens of microseconds. */
const MOST_MOODS = 20;

/**
 * What a ticket's priority is made of, as the store knows it now. Sensitive details are left out: a reason may quote the words that a
 * rule looks for.
 * @param until what came later does not count. UTC milliseconds
 */
export async function ticketFacts(
  { store, sentiment }: FactSources,
  site: Site,
  ticket: Ticket,
  until: number,
): Promise<PriorityFacts> {
  const { conversationKey } = ticket;
  const log = conversationKey === null ? [] : await store.readLog(conversationKey, { limit: MOST_EVENTS });
  const [row] = conversationKey === null ? [] : await store.rows(site.id, [conversationKey]);
  const events = log.filter(({ at }) => at >= ticket.createdAt - BEFORE_MS && at <= until);
  const said = visitorWords(events);
  return {
    said: [...said, ...told(ticket)],
    category: ticket.category,
    intents: answeredIntents(events),
    mood: moodIn(sentiment, said.length > 0 ? said : [ticket.subject], ticket.locale),
    messagesToday: messagesOnLastDay(events, site.timeZone),
    ...(await standingOf(store, site, ticket)),
    complaint: ticket.complaint !== undefined,
    danger: events.some(({ entry }) => entry.type === 'handoff' && entry.reason === 'emergency'),
    locale: ticket.locale,
    verified: row?.visitor.verified ?? false,
    waitingSince: waitingSince(ticket, await store.ticketHistory(site.id, ticket.key)),
  };
}

/** What a request says of itself; a reason may quote it, so nothing sensitive. */
export function told({ subject, details }: Pick<Ticket, 'subject' | 'details'>): string[] {
  return [subject, ...details.filter(({ sensitive }) => !sensitive).map(({ value }) => value)];
}

/** A button's words are the bot's. */
export function visitorWords(events: readonly StoredEvent[]): string[] {
  return events.flatMap(({ entry }) =>
    entry.type === 'visitor_message' && entry.intent === undefined ? [entry.text] : [],
  );
}

function answeredIntents(events: readonly StoredEvent[]): string[] {
  const intents = events.flatMap(({ reason }) =>
    reason?.kind === 'answered' || reason?.kind === 'form' || reason?.kind === 'complaint'
      ? reason.guesses.slice(0, 1).map(({ intent }) => intent)
      : [],
  );
  return [...new Set(intents)];
}

/** The worst of their last words. */
export function moodIn(sentiment: Sentiment, said: readonly string[], locale: Locale): Mood {
  return said
    .slice(-MOST_MOODS)
    .reduce<Mood>((worst, text) => worseMood(worst, moodOf(sentiment.read(text, locale), text)), 'neutral');
}

/** Answers to a form's questions are no messages of their own; pressed buttons neither. */
export function ownMessages(events: readonly StoredEvent[]): StoredEvent[] {
  const toForms = new Set<number>();
  let isOpen = false;
  for (const { entry, reason } of events) {
    if (entry.type !== 'bot_message') continue;
    // The message that a form began with is one.
    if (reason?.kind === 'form' && isOpen && entry.replyTo !== undefined) toForms.add(entry.replyTo);
    isOpen = reason?.kind === 'form' || reason?.kind === 'complaint';
  }
  return events.filter(
    ({ entry, seq }) => entry.type === 'visitor_message' && entry.intent === undefined && !toForms.has(seq),
  );
}

function messagesOnLastDay(events: readonly StoredEvent[], timeZone: string): number {
  const messages = ownMessages(events);
  const last = messages.at(-1);
  if (last === undefined) return 0;
  const day = localDay(last.at, timeZone);
  return messages.filter(({ at }) => localDay(at, timeZone) === day).length;
}

export async function standingOf(
  store: Pick<FactSources['store'], 'findContact' | 'contactOfVisitor' | 'ordersOfContact'>,
  site: Site,
  { contactKey, conversationKey }: Pick<Ticket, 'contactKey' | 'conversationKey'>,
) {
  const contact =
    contactKey !== null
      ? await store.findContact(site.id, { key: contactKey })
      : // A conversation has its visitor's key.
        conversationKey === null
        ? null
        : await store.contactOfVisitor(site.id, conversationKey);
  const orders = contact === null ? [] : await store.ordersOfContact(site.id, contact.key, MOST_ORDERS);
  return customerStanding(contact, orders, site.recognise.currency);
}

/** Since when it is the desk's turn: since it was made, or since it was opened again last. */
function waitingSince({ state, createdAt }: Ticket, history: readonly TicketHistoryEntry[]): number | null {
  if (state !== 'new' && state !== 'open') return null;
  const opened = history.filter(
    ({ what }) => what.type === 'state' && what.to === 'open' && (what.from === 'waiting' || what.from === 'solved'),
  );
  return opened.at(-1)?.at ?? createdAt;
}
