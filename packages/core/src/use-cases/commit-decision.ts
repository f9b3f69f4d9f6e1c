import type { Conversation } from '../domain/conversation/conversation.ts';
import type { Decision } from '../domain/conversation/decision.ts';
import { DeskError } from '../domain/desk-error.ts';
import type { JobChange } from '../domain/notice/job.ts';
import { ownerCalls } from '../domain/notice/owner-calls.ts';
import { followTickets } from '../domain/ticket/follow-conversation.ts';
import { ticketTexts } from '../domain/ticket/ticket-words.ts';
import { ticketName } from '../domain/ticket/ticket.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import type { Site } from '../domain/site.ts';
import { promiseChanges } from '../domain/promise/promise-change.ts';
import { unseenAnswers } from '../domain/notice/unseen-answers.ts';
import { happeningsIn } from '../domain/outbox/happenings.ts';
import type { OutboxEntry } from '../domain/outbox/outbox-entry.ts';
import type { Commit, StoredEvent } from '../ports/conversation-store.ts';
import { complaintAlerts } from './complaints/alert-of-complaints.ts';
import { askAfter } from './satisfaction/ask-satisfaction.ts';
import { beforeTicket } from './tickets/before-ticket.ts';
import { customerRecord } from './customers/customer-record.ts';
import type { Desk } from './desk.ts';
import { noteConsents } from './customers/note-consents.ts';
import { withContacts } from './tickets/request-contact.ts';
import { StoreNeeded } from './store-needed.ts';
import { TicketNumberNeeded, TicketHand } from './tickets/ticket-hand.ts';
import { momentText } from './conversation/person-outlook.ts';
import { confirmation, solvedMail } from './tickets/ticket-mails.ts';
import { webhookEntries } from './notices/webhook-entries.ts';

export interface Committed {
  readonly conversation: Conversation;
  readonly events: readonly StoredEvent[];
  /** The same client id was stored before: `events` holds that first event, and nothing new happened. */
  readonly duplicate: boolean;
}

/** What saving a decision needs: less than the whole, so that a program beside the server can decide too. */
export type CommittingDesk = Pick<
  Desk,
  'store' | 'bus' | 'sites' | 'presence' | 'clock' | 'ids' | 'mailer' | 'webhooks'
> & {
  readonly replyTimes: Pick<Desk['replyTimes'], 'forget'>;
  /** To say by when an answer was promised; a program to which no visitor writes has none. */
  readonly calendar?: Desk['calendar'];
  /** Left out by a program beside the server, which tells the owner of nothing. */
  readonly consoleUrl?: Desk['consoleUrl'];
};

/** How often a decision is made anew when others keep being faster. */
const ATTEMPTS = 5;

/**
 * Load → decide → save → announce. The decision is made again on fresh state when somebody else was faster. Null when
 * `decide` says that there is nothing to do.
 * @throws DeskError `conflict` after five lost races, `unavailable` when it cannot be stored.
 */
export async function commitDecision(
  desk: CommittingDesk,
  load: () => Promise<Conversation>,
  decide: (conversation: Conversation, hand: TicketHand) => Decision | null | Promise<Decision | null>,
): Promise<Committed | null> {
  let hand = TicketHand.EMPTY;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const conversation = await load();
    const tickets = conversation.tickets.length === 0 ? undefined : await ticketsOf(desk, conversation);
    let decided: Decision | null;
    try {
      decided = await decide(conversation, hand.again(tickets));
    } catch (cause) {
      if (!(cause instanceof StoreNeeded)) throw cause;
      hand = await fetched(desk, conversation, hand, cause);
      // A need that is met is no lost race.
      attempt--;
      continue;
    }
    if (decided === null) return null;
    const follows = tickets === undefined ? decided : followed(desk, decided, tickets);
    const decision = follows.tickets === undefined ? follows : await linked(desk, conversation, follows, tickets ?? []);
    const jobs = jobsOf(desk, conversation, decision);
    const told = outboxOf(desk, conversation, withSolvedMails(desk, decision));
    const alerts = decision.tickets === undefined ? [] : await alertsOf(desk, decision);
    const outbox = alerts.length === 0 ? told : [...(told ?? []), ...alerts];
    const promises = promiseChanges(conversation, decision);
    const asking = askAfter(desk, conversation, decision);
    const survey = asking === null ? null : await asking;
    const { events, next } = decision;
    const commit: { -readonly [K in keyof Commit]: Commit[K] } = {
      expectedVersion: conversation.version,
      events,
      next,
    };
    if (jobs.length > 0) commit.jobs = jobs;
    if (decision.tickets !== undefined) commit.tickets = decision.tickets;
    if (outbox !== undefined) commit.outbox = outbox;
    if (promises.length > 0) commit.promises = promises;
    if (survey !== null) commit.survey = survey;
    const outcome = await desk.store.commit(commit);
    if (outcome.kind === 'conflict') continue;
    if (outcome.kind === 'duplicate') {
      return { conversation: outcome.conversation, events: [outcome.event], duplicate: true };
    }
    if (promises.length > 0 && promises.some(({ op }) => op === 'reply')) desk.replyTimes.forget(conversation.site);
    desk.bus.publish({ kind: 'events', conversation: outcome.conversation, events: outcome.events });
    if (survey !== null) {
      const { site, visitorKey } = survey;
      desk.bus.publish({ kind: 'survey', site, visitorKey, request: null });
    }
    if (decision.consents !== undefined) {
      await noteConsents(desk, desk.sites.get(conversation.site), decision.consents, outcome.tickets ?? []);
    }
    for (const ticket of outcome.tickets ?? []) desk.bus.publish({ kind: 'ticket', ticket });
    return { conversation: outcome.conversation, events: outcome.events, duplicate: false };
  }
  throw new DeskError('conflict', 'the conversation kept changing');
}

async function fetched(
  desk: CommittingDesk,
  conversation: Conversation,
  hand: TicketHand,
  needed: StoreNeeded,
): Promise<TicketHand> {
  if (!(needed instanceof TicketNumberNeeded)) return hand.withRecord(await customerRecord(desk, conversation));
  const known = hand.known ?? (await beforeTicket(desk, conversation, needed.draft));
  return hand.with(await desk.store.drawTicketNumber(conversation.site), known);
}

/** What the owner is told at once. */
async function alertsOf({ consoleUrl, ...desk }: CommittingDesk, decision: Decision): Promise<OutboxEntry[]> {
  const site = desk.sites.get(decision.next.site);
  if (site === null || consoleUrl === undefined) return [];
  return complaintAlerts({ ...desk, consoleUrl }, site, decision);
}

/** The turn's tickets with the person whose they are. */
async function linked(
  desk: CommittingDesk,
  conversation: Conversation,
  decision: Decision,
  before: readonly Ticket[],
): Promise<Decision> {
  const earlier = (number: number) => before.find((ticket) => ticket.number === number);
  return { ...decision, tickets: await withContacts(desk, conversation, decision.tickets ?? [], earlier) };
}

function ticketsOf(desk: CommittingDesk, { site, key }: Conversation): Promise<Ticket[]> {
  return desk.store.ticketsOfConversation(site, key);
}

/** What the turn does to the tickets that the conversation has. */
function followed(desk: CommittingDesk, decision: Decision, tickets: readonly Ticket[]): Decision {
  const site = desk.sites.get(decision.next.site);
  if (site === null) return decision;
  const { words } = ticketTexts(site.voice, decision.next.locale);
  const after = followTickets(decision, tickets, { prefix: site.ticketPrefix, words });
  const confirmed = confirmations(desk, site, after, tickets);
  return confirmed.length === 0 ? after : { ...after, outbox: [...(after.outbox ?? []), ...confirmed] };
}

/** Who leaves an address only now is told now that the request is there. */
function confirmations(
  { calendar, ...desk }: CommittingDesk,
  site: Site,
  after: Decision,
  before: readonly Ticket[],
): OutboxEntry[] {
  return (after.tickets ?? []).flatMap(({ next }) => {
    const earlier = before.find(({ id }) => id === next.id);
    if (earlier === undefined || earlier.contact.email === next.contact.email || earlier.contact.email) return [];
    const name = ticketName(site.ticketPrefix, next.number);
    const { dueAt } = next;
    const promise =
      dueAt === null || !calendar ? null : momentText({ calendar, clock: desk.clock }, site, after.next, dueAt);
    return confirmation(desk, site, next, { name, promise, missing: [], conversation: after.next.id });
  });
}

/** With the mails of what is settled by it; nearly every decision settles no ticket. */
function withSolvedMails(desk: CommittingDesk, decision: Decision): Decision {
  const { tickets, next } = decision;
  const site = tickets === undefined ? null : desk.sites.get(next.site);
  if (tickets === undefined || site === null) return decision;
  const mails = tickets.flatMap((change) => solvedMail(desk, site, change, next.id) ?? []);
  return mails.length === 0 ? decision : { ...decision, outbox: [...(decision.outbox ?? []), ...mails] };
}

/** With what other programs are told of it, where any of them wants to hear. */
function outboxOf(desk: CommittingDesk, before: Conversation, decision: Decision): readonly OutboxEntry[] | undefined {
  const { site } = decision.next;
  if (desk.webhooks.endpoints(site).length === 0) return decision.outbox;
  const told = webhookEntries(
    desk,
    site,
    happeningsIn(before, decision, desk.sites.get(site)?.ticketPrefix ?? site.toUpperCase()),
  );
  return told.length === 0 ? decision.outbox : [...(decision.outbox ?? []), ...told];
}

function jobsOf(desk: CommittingDesk, before: Conversation, decision: Decision): readonly JobChange[] {
  const { site } = decision.next;
  const now = desk.clock.now();
  const calls = ownerCalls(before, decision, {
    now,
    here: () => desk.presence.isHere(site),
    mailAfterMinutes: () => desk.sites.get(site)?.policy.mailAfterMinutes ?? 2,
  });
  if (!desk.mailer.available) return calls;
  const answers = unseenAnswers(decision, now);
  return answers.length === 0 ? calls : [...calls, ...answers];
}
