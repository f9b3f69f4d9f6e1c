import { wordsOf } from '../conversation/words-of.ts';
import { DecisionDraft, together } from '../conversation/decision.ts';
import type { Decision } from '../conversation/decision.ts';
import type { LogEvent } from '../conversation/log-event.ts';
import { ownerAnswers, visitorAdds, visitorWithdraws } from './ticket-commands.ts';
import { subjectOf } from './ticket-draft.ts';
import type { Ticket, TicketChange } from './ticket.ts';
import { isUnsettled, ticketName } from './ticket.ts';

/** What is missing from a ticket of somebody who asked for a person and has not said yet what for. */
export const WORDS = 'words';

/**
 * What a turn of the conversation does to its tickets: the one that was touched last goes with it. A person's answer makes it
 * wait for the visitor, and the visitor's answer opens it again. What the bot settles by itself (a question that it is sure of,
 * small talk, a form) is about no ticket, so that a "thanks" reopens nothing.
 * @param tickets of this conversation
 * @param texts label of the visitor's words among the details
 */
export function followTickets(
  decision: Decision,
  tickets: readonly Ticket[],
  texts: { prefix: string; words: string },
): Decision {
  const { next, events } = decision;
  const ticket = tickets.find(({ number }) => number === next.tickets.at(-1));
  // A ticket that this very turn makes or changes has what was said already.
  if (ticket === undefined || decision.tickets !== undefined) return decision;
  const change = changeBy(decision, ticket, texts.words);
  if (change === null) return decision;
  const at = events.at(-1)?.at ?? next.lastAt;
  const draft = new DecisionDraft(next, at);
  const { number, state } = change.next;
  const withdrawn = change.history.some(({ what }) => what.type === 'withdrawn');
  if (state !== ticket.state) {
    const reopened = ticket.state === 'solved';
    draft.append({
      type: 'ticket',
      ...{ number, name: ticketName(texts.prefix, number), state },
      ...(reopened && { reopened: true }),
      ...(withdrawn && { withdrawn: true }),
    });
  }
  // Nobody is awaited for what is taken back.
  if (withdrawn && next.state === 'bot' && tickets.every((other) => other === ticket || !isUnsettled(other.state)))
    draft.set({ waitingSince: null, promisedFor: null });
  return together(decision, { ...draft.done(), tickets: [change] });
}

function changeBy(decision: Decision, ticket: Ticket, label: string): TicketChange | null {
  let change: TicketChange | null = null;
  for (const event of decision.events) {
    const from = change?.next ?? ticket;
    const next = changeOf(event, decision, from, label);
    if (next === null) continue;
    change =
      change === null
        ? next
        : { ...next, expectedVersion: change.expectedVersion, history: [...change.history, ...next.history] };
  }
  return change;
}

function changeOf(event: LogEvent, decision: Decision, ticket: Ticket, label: string): TicketChange | null {
  const { entry, seq, at } = event;
  if (entry.type === 'owner_message') return ownerAnswers(ticket, entry.name, seq, at);
  if (entry.type === 'visitor_message' && reasonFor(seq, decision)?.withdraws === true)
    return visitorWithdraws(ticket, seq, at);
  if (entry.type !== 'visitor_message' || !isForPeople(seq, decision)) return null;
  const added = withAddress(visitorAdds(ticket, seq, at), entry.text);
  if (added === null || entry.intent !== undefined || !ticket.missing.includes(WORDS)) return added;
  // Now it is known what it is about.
  const words = wordsOf(entry) ?? '';
  const details = [
    ...ticket.details.filter(({ slot }) => slot !== WORDS),
    { slot: WORDS, label, value: words, sensitive: false },
  ];
  const missing = ticket.missing.filter((slot) => slot !== WORDS);
  return { ...added, next: { ...added.next, subject: subjectOf(words), details, missing } };
}

/** No part longer than mail allows (RFC 5321, 4.5.3.1): else a long text without an address is walked through from each of its letters. */
const ADDRESS = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/u;

/** Whoever leaves an address where none is known wants to be written to there. */
function withAddress(change: TicketChange | null, text: string): TicketChange | null {
  if (change === null || change.next.contact.email !== undefined) return change;
  const email = /[@＠]/.test(text) ? ADDRESS.exec(text.normalize('NFKC'))?.[0].toLowerCase() : undefined;
  return email === undefined
    ? change
    : { ...change, next: { ...change.next, contact: { ...change.next.contact, email } } };
}

/** Whether a message is somebody's to read: a person has the conversation, or the bot put it with the ticket. */
function isForPeople(seq: number, { events, next }: Decision): boolean {
  if (next.state === 'waiting' || next.state === 'owner') return true;
  if (next.form !== null) return false;
  return reasonFor(seq, { events })?.kind === 'ticket';
}

/** Of what the bot answered to a message in this turn. */
function reasonFor(seq: number, { events }: Pick<Decision, 'events'>) {
  return events.find(({ entry }) => entry.type === 'bot_message' && entry.replyTo === seq)?.reason;
}
