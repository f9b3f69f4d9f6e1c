import type { Conversation } from '../../domain/conversation/conversation.ts';
import { DecisionDraft } from '../../domain/conversation/decision.ts';
import type { Decision } from '../../domain/conversation/decision.ts';
import { DeskError } from '../../domain/desk-error.ts';
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import { addNote, recategorize, reroute, setTicketState } from '../../domain/ticket/ticket-commands.ts';
import type { SettableState } from '../../domain/ticket/ticket-commands.ts';
import type { RouteTarget } from '../../domain/ticket/ticket-route.ts';
import { isUnsettled, ticketName } from '../../domain/ticket/ticket.ts';
import type { Ticket, TicketActor, TicketChange } from '../../domain/ticket/ticket.ts';
import { isSolving } from '../../domain/survey/resolution.ts';
import { askAfterTicket } from '../satisfaction/ask-satisfaction.ts';
import { commitDecision } from '../commit-decision.ts';
import type { CommittingDesk } from '../commit-decision.ts';
import type { Desk } from '../desk.ts';
import { routedMail, solvedMail } from './ticket-mails.ts';
import { ticketWebhooks } from './ticket-webhooks.ts';

/** What acting on tickets needs. */
export type TicketDesk = CommittingDesk & Pick<Desk, 'lanes'>;

/** Which ticket somebody acts on; the caller has checked that they may act for `site`. */
export interface TicketTarget {
  site: string;
  number: number;
  by: TicketActor;
}

/** What can be changed by hand. */
export interface TicketEdit {
  category?: string;
  target?: RouteTarget;
}

const ATTEMPTS = 5;

/**
 * Opens, parks or solves a ticket. Its conversation says so to both sides, and nobody waits there any more once nothing is left
 * to settle. @throws DeskError `not_found`, or `refused` for one that is closed for good.
 */
export async function setStateOfTicket(desk: TicketDesk, target: TicketTarget, state: SettableState): Promise<Ticket> {
  const first = await ticketOf(desk, target);
  if (first.state === 'closed') throw new DeskError('refused', 'this ticket is closed for good');
  return change(desk, first, (ticket) => setTicketState(ticket, state, target.by, desk.clock.now()));
}

/** Another category, or somebody else's hands; who is told by mail is told. @throws DeskError as `setStateOfTicket`. */
export async function changeTicket(desk: TicketDesk, target: TicketTarget, edit: TicketEdit): Promise<Ticket> {
  const { by } = target;
  let ticket = await ticketOf(desk, target);
  if (ticket.state === 'closed') throw new DeskError('refused', 'this ticket is closed for good');
  const { category, target: to } = edit;
  if (category !== undefined)
    ticket = await save(desk, ticket, (now) => recategorize(now, category, by, desk.clock.now()));
  if (to === undefined) return ticket;
  const route = { target: to, rule: null, because: [], byHand: true };
  return save(
    desk,
    ticket,
    (now) => reroute(now, route, by, desk.clock.now()),
    (routed) => {
      const site = desk.sites.get(target.site);
      const mail = site && routedMail(desk, site, routed, nameOf(desk, routed));
      return mail === null ? [] : [mail];
    },
  );
}

/** A remark of the owner, which nobody else reads. @throws DeskError `not_found` */
export async function noteOnTicket(
  desk: TicketDesk,
  target: TicketTarget,
  text: string,
  name: string,
): Promise<Ticket> {
  return save(desk, await ticketOf(desk, target), (ticket) => addNote(ticket, text, name, desk.clock.now()));
}

/** Closes for good, or changes otherwise, what its conversation should tell. Null from `decide`: nothing is to be done. */
export async function change(
  desk: TicketDesk,
  first: Ticket,
  decide: (ticket: Ticket) => TicketChange | null,
): Promise<Ticket> {
  const { site, conversationKey } = first;
  const rows = conversationKey === null ? [] : await desk.store.rows(site, [conversationKey]);
  const row = rows[0];
  if (row === undefined) return save(desk, first, decide);
  const { visitorKey } = row.conversation;
  let ticket = first;
  let others: readonly Ticket[] = [];
  const load = async (): Promise<Conversation> => {
    const conversation = await desk.store.findConversationOfVisitor(site, visitorKey);
    if (conversation === null) throw new DeskError('not_found', 'the conversation is gone');
    const all = await desk.store.ticketsOfConversation(site, conversation.key);
    const current = all.find(({ number }) => number === first.number);
    if (current === undefined) throw new DeskError('not_found', 'no such ticket');
    ticket = current;
    others = all.filter(({ number }) => number !== first.number);
    return conversation;
  };
  await desk.lanes.run(visitorKey, () =>
    commitDecision(desk, load, (conversation) => {
      const changed = decide(ticket);
      if (changed === null) return null;
      const before = ticket;
      ticket = changed.next;
      return told(conversation, before, changed, { name: nameOf(desk, ticket), others, at: desk.clock.now() });
    }),
  );
  return ticket;
}

/** The change with its line in the conversation's log. */
function told(
  conversation: Conversation,
  before: Ticket,
  changed: TicketChange,
  { name, others, at }: { name: string; others: readonly Ticket[]; at: number },
): Decision {
  const draft = new DecisionDraft(conversation, at);
  const { number, state } = changed.next;
  if (state !== before.state) {
    const reopened = before.state === 'solved' && state !== 'closed';
    draft.append({ type: 'ticket', number, name, state, ...(reopened && { reopened: true }) });
  }
  const rest = conversation.tickets.filter((each) => each !== number);
  draft.set({ tickets: state === 'closed' ? rest : [...rest, number] });
  const isSettled = !isUnsettled(state) && others.every((other) => !isUnsettled(other.state));
  // The bot has the conversation, and only for its tickets somebody was awaited.
  if (isSettled && conversation.state === 'bot') draft.set({ waitingSince: null, promisedFor: null });
  return { ...draft.done(), tickets: [changed] };
}

async function save(
  desk: TicketDesk,
  first: Ticket,
  decide: (ticket: Ticket) => TicketChange | null,
  mails: (changed: Ticket) => OutboxEntry[] = () => [],
): Promise<Ticket> {
  let ticket = first;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const changed = decide(ticket);
    if (changed === null) return ticket;
    const ofSite = desk.sites.get(first.site);
    const solved = ofSite && solvedMail(desk, ofSite, changed, null);
    const outcome = await desk.store.saveTicket(changed, [
      ...mails(changed.next),
      ...(solved === null ? [] : [solved]),
      ...ticketWebhooks(desk, changed, await conversationOf(desk, ticket)),
    ]);
    if (outcome.kind === 'saved') {
      desk.bus.publish({ kind: 'ticket', ticket: outcome.ticket });
      // With a conversation its commit asks.
      if (isSolving(changed) && changed.next.conversationKey === null) await askAfterTicket(desk, outcome.ticket);
      return outcome.ticket;
    }
    const { site, number } = first;
    ticket = await ticketOf(desk, { site, number });
  }
  throw new DeskError('conflict', 'the ticket kept changing');
}

/** Its public id, where somebody wants to hear of it. */
async function conversationOf(desk: TicketDesk, { site, conversationKey }: Ticket): Promise<string | null> {
  if (conversationKey === null || desk.webhooks.endpoints(site).length === 0) return null;
  const [row] = await desk.store.rows(site, [conversationKey]);
  return row?.conversation.id ?? null;
}

async function ticketOf(desk: TicketDesk, { site, number }: { site: string; number: number }): Promise<Ticket> {
  const ticket = await desk.store.findTicketByNumber(site, number);
  if (ticket === null) throw new DeskError('not_found', 'no such ticket');
  return ticket;
}

function nameOf(desk: TicketDesk, { site, number }: Ticket): string {
  return ticketName(desk.sites.get(site)?.ticketPrefix ?? site.toUpperCase(), number);
}
