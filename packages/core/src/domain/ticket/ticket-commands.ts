import { isUnsettled } from './ticket.ts';
import type {
  Ticket,
  TicketActor,
  TicketChange,
  TicketHappening,
  TicketHistoryEntry,
  TicketPriority,
  TicketState,
} from './ticket.ts';
import { completedBy } from './ticket-draft.ts';
import type { TicketDraft } from './ticket-draft.ts';
import type { TicketRoute } from './ticket-route.ts';

const DAY = 86_400_000;
/** How long a solved ticket can be reopened. */
export const CLOSES_AFTER_DAYS = 14;

/** The states that a person may set. */
export type SettableState = 'open' | 'waiting' | 'solved';

/** The visitor writes on about it: whoever waited for that, or thought it solved, has it open again. Null when it is closed. */
export function visitorAdds(ticket: Ticket, seq: number | null, at: number): TicketChange | null {
  if (ticket.state === 'closed') return null;
  const by: TicketActor = { kind: 'visitor' };
  const draft = new TicketDraftChange(ticket, by, at).tell({ type: 'added', seq });
  if (ticket.state === 'waiting' || ticket.state === 'solved') draft.move('open');
  return draft.again().done();
}

/** The visitor takes it back: nobody need answer it, and whoever writes on has it open again. Null when it is settled. */
export function visitorWithdraws(ticket: Ticket, seq: number | null, at: number): TicketChange | null {
  if (!isUnsettled(ticket.state)) return null;
  const draft = new TicketDraftChange(ticket, { kind: 'visitor' }, at).tell({ type: 'withdrawn', seq });
  return draft.move('solved').set({ withdrawn: true }).done();
}

/** A person of the desk answers: now it is the customer's turn. A word after "solved" changes nothing about that. */
export function ownerAnswers(ticket: Ticket, name: string, seq: number | null, at: number): TicketChange | null {
  if (ticket.state === 'closed') return null;
  const draft = new TicketDraftChange(ticket, { kind: 'owner', name }, at).tell({ type: 'answered', seq });
  if (ticket.state === 'new' || ticket.state === 'open') draft.move('waiting');
  // The answer that was promised is there; a complaint's deadline is for its settlement.
  if (ticket.complaint === undefined && ticket.dueAt !== null) draft.set({ dueAt: null });
  return draft.done();
}

/** Null when it is in that state already, or closed for good. */
export function setTicketState(ticket: Ticket, to: SettableState, by: TicketActor, at: number): TicketChange | null {
  if (ticket.state === to || ticket.state === 'closed') return null;
  return new TicketDraftChange(ticket, by, at).move(to).done();
}

/** Whether nobody has come back to it for so long that it is closed for good. */
function isOverdueToClose(ticket: Pick<Ticket, 'state' | 'solvedAt'>, now: number): boolean {
  return ticket.state === 'solved' && ticket.solvedAt !== null && now - ticket.solvedAt >= CLOSES_AFTER_DAYS * DAY;
}

/** Null while it can still be reopened. */
export function closeByTime(ticket: Ticket, now: number): TicketChange | null {
  if (!isOverdueToClose(ticket, now)) return null;
  return new TicketDraftChange(ticket, { kind: 'time' }, now).move('closed').done();
}

/** More of what was asked for has come in. Null when it is closed, or nothing of it is new. */
export function completeTicket(
  ticket: Ticket,
  more: Pick<TicketDraft, 'details' | 'contact' | 'missing'>,
  by: TicketActor,
  at: number,
): TicketChange | null {
  if (ticket.state === 'closed') return null;
  const known = new Map(ticket.details.map(({ slot, value }) => [slot, value]));
  const slots = more.details.filter(({ slot, value }) => known.get(slot) !== value).map(({ slot }) => slot);
  const reached = Object.entries(more.contact).filter(([way, value]) => ticket.contact[way as 'email'] !== value);
  slots.push(...reached.map(([way]) => way).filter((way) => !slots.includes(way)));
  if (slots.length === 0) return null;
  const draft = new TicketDraftChange(ticket, by, at).tell({ type: 'completed', slots }).set(completedBy(ticket, more));
  if (ticket.state === 'waiting' || ticket.state === 'solved') draft.move('open');
  return draft.again().done();
}

/** Null when it is of that category already, or closed. */
export function recategorize(ticket: Ticket, to: string, by: TicketActor, at: number): TicketChange | null {
  if (ticket.category === to || ticket.state === 'closed') return null;
  const what: TicketHappening = { type: 'category', from: ticket.category, to };
  return new TicketDraftChange(ticket, by, at).tell(what).set({ category: to }).again().done();
}

/** Sends it to somebody else. Null when it is there already, or closed. */
export function reroute(ticket: Ticket, route: TicketRoute, by: TicketActor, at: number): TicketChange | null {
  if (ticket.state === 'closed' || isSameRoute(ticket.route, route)) return null;
  return new TicketDraftChange(ticket, by, at).tell({ type: 'routed', route }).set({ route }).done();
}

/** The owner's own remark; also about what is closed. */
export function addNote(ticket: Ticket, text: string, name: string, at: number): TicketChange {
  return new TicketDraftChange(ticket, { kind: 'owner', name }, at).tell({ type: 'note', text }).done();
}

/** Its priority as of now. History tells only of another level. Null when nothing is different, or when it is settled. */
export function rescore(ticket: Ticket, priority: TicketPriority, at: number): TicketChange | null {
  if (ticket.state === 'solved' || ticket.state === 'closed') return null;
  const isSame = priority.priority === ticket.priority && priority.level === ticket.level;
  if (isSame && priority.rescoreAt === ticket.rescoreAt) return null;
  const draft = new TicketDraftChange(ticket, { kind: 'time' }, at);
  // Waiting alone adds a few points each hour, which nobody wants to read: only another level is told.
  if (priority.level !== ticket.level) draft.tell({ type: 'priority', from: ticket.priority, to: priority.priority });
  // Then it is the same ticket to whoever reads it, and what was put away stays away.
  else draft.set({ updatedAt: ticket.updatedAt });
  return draft.set(priority).done();
}

function isSameRoute(a: TicketRoute, b: TicketRoute): boolean {
  return JSON.stringify(a.target) === JSON.stringify(b.target);
}

/** Collects what one decision does to a ticket: state, moments and history in one place. */
export class TicketDraftChange {
  readonly #from: Ticket;
  readonly #by: TicketActor;
  readonly #at: number;
  readonly #history: TicketHistoryEntry[] = [];
  #next: Ticket;

  constructor(from: Ticket, by: TicketActor, at: number) {
    // A clock that was set back must not turn the history around.
    this.#at = Math.max(at, from.updatedAt);
    this.#from = from;
    this.#by = by;
    this.#next = { ...from, version: from.version + 1, updatedAt: this.#at };
  }

  tell(what: TicketHappening): this {
    this.#history.push({ at: this.#at, by: this.#by, what });
    return this;
  }

  move(to: TicketState): this {
    const { state: from } = this.#next;
    const reopened = from === 'solved' && to !== 'closed';
    this.tell({ type: 'state', from, to, ...(reopened && { reopened: true }) });
    const settled = to === 'solved' || to === 'closed';
    const solvedAt = settled ? (this.#next.solvedAt ?? this.#at) : null;
    if (!settled) this.#stands();
    // What is settled does not rise any more; whose turn it is decides how it rises.
    return this.set({ state: to, solvedAt, rescoreAt: settled ? null : this.#at });
  }

  /** Who took it back and writes on wants it after all. */
  #stands(): void {
    const { withdrawn: _, ...standing } = this.#next;
    this.#next = standing;
  }

  /** What its priority is made of may have changed: it is looked at again at once, unless it is settled. */
  again(): this {
    return this.#next.solvedAt === null ? this.set({ rescoreAt: this.#at }) : this;
  }

  set(change: Partial<Ticket>): this {
    this.#next = { ...this.#next, ...change };
    return this;
  }

  done(): TicketChange {
    return { expectedVersion: this.#from.version, next: this.#next, history: this.#history };
  }
}
