import type { ComplaintCase, RemedyChoice } from '../complaint/complaint-case.ts';
import type { Locale } from '../locale.ts';
import type { PriorityLevel } from '../priority/priority-rule.ts';
import type { PriorityReason } from '../priority/score.ts';
import type { TicketContact, TicketDetail, TicketDraft } from './ticket-draft.ts';
import type { TicketRoute } from './ticket-route.ts';

/**
 * `new` (nobody has looked) → `open` → `waiting` (for the customer) → `solved` → `closed` (14 days after solved). Whoever
 * answers a solved one reopens it: it is `open` again, and its history says so. `closed` is final.
 */
export type TicketState = 'new' | 'open' | 'waiting' | 'solved' | 'closed';

/** How much a ticket presses. */
export interface TicketPriority {
  /** 0 to 100. */
  readonly priority: number;
  readonly level: PriorityLevel;
  readonly reasons: readonly PriorityReason[];
  /** When time alone changes the sum next. UTC milliseconds; null: never. */
  readonly rescoreAt: number | null;
}

/** Until something is known about how much it presses. */
export const PLAIN_PRIORITY: TicketPriority = { priority: 30, level: 'normal', reasons: [], rescoreAt: null };

/** A request that somebody has to settle. */
export interface Ticket extends TicketPriority {
  /** The store's own number; 0 before the first commit. */
  readonly key: number;
  /** Public, unguessable. */
  readonly id: string;
  readonly site: string;
  /** 1, 2, 3 … a site; a number may be lost by a crash, and is never used twice. */
  readonly number: number;
  /** Raised by each change; one that expected another version is refused. */
  readonly version: number;
  readonly state: TicketState;
  readonly subject: string;
  readonly category: string;
  readonly form: string | null;
  readonly details: readonly TicketDetail[];
  readonly contact: TicketContact;
  readonly missing: readonly string[];
  readonly locale: Locale;
  readonly route: TicketRoute;
  /** The known person whose request it is. */
  readonly contactKey: number | null;
  /** The conversation it came from; a new ticket gets the one of its commit. */
  readonly conversationKey: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Until when it has to be answered: the promise, or a complaint's deadline. Null: nothing was promised. */
  readonly dueAt: number | null;
  /** What a complaint has besides; left out for all other requests. */
  readonly complaint?: ComplaintCase;
  /** Since when it counts as solved; null unless `solved` or `closed`. */
  readonly solvedAt: number | null;
  /** It is settled because the visitor took it back: nobody solved it. Left out otherwise. */
  readonly withdrawn?: true;
}

/** Who did something to a ticket. */
export type TicketActor =
  { readonly kind: 'visitor' | 'bot' | 'time' | 'api' } | { readonly kind: 'owner'; readonly name: string };

/** What happened to a ticket. */
export type TicketHappening =
  | { readonly type: 'made' }
  | { readonly type: 'state'; readonly from: TicketState; readonly to: TicketState; readonly reopened?: true }
  /** The visitor wrote on; `seq` is the message's place in the conversation's log. */
  | { readonly type: 'added'; readonly seq: number | null }
  | { readonly type: 'answered'; readonly seq: number | null }
  /** The visitor took it back, by the message `seq`. */
  | { readonly type: 'withdrawn'; readonly seq: number | null }
  | { readonly type: 'completed'; readonly slots: readonly string[] }
  | { readonly type: 'category'; readonly from: string; readonly to: string }
  | { readonly type: 'routed'; readonly route: TicketRoute }
  /** Something was offered to make good for a complaint. */
  | { readonly type: 'proposed'; readonly choices: readonly RemedyChoice[] }
  /** `text`: what was taken of it. */
  | { readonly type: 'verdict'; readonly accepted: boolean; readonly text: string | null }
  /** The owner was reminded that a complaint's deadline nears. */
  | { readonly type: 'warned' }
  | { readonly type: 'priority'; readonly from: number; readonly to: number }
  /** The owner's own words, shown to nobody else. */
  | { readonly type: 'note'; readonly text: string };

export interface TicketHistoryEntry {
  readonly at: number;
  readonly by: TicketActor;
  readonly what: TicketHappening;
}

/** What one decision does to one ticket, saved as a whole with everything else that was decided, or not at all. */
export interface TicketChange {
  /** The version that was decided on; 0 makes the ticket. */
  readonly expectedVersion: number;
  readonly next: Ticket;
  readonly history: readonly TicketHistoryEntry[];
}

/** Its name for people: `SHOP-T17`. */
export function ticketName(prefix: string, number: number): string {
  return `${prefix}-T${number}`;
}

/** The number in a ticket's name, whatever its case; null when it is none of this site's. */
export function ticketNumberIn(text: string, prefix: string): number | null {
  const wanted = `${prefix}-T`.toUpperCase();
  const said = text.trim().toUpperCase().replace(/^#/, '');
  const digits = said.startsWith(wanted) ? said.slice(wanted.length) : said.replace(/^T(?=\d)/, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** Whether it is somebody's turn to do something about it. */
export function isUnsettled(state: TicketState): boolean {
  return state === 'new' || state === 'open' || state === 'waiting';
}

/** Facts of a new ticket that do not come from what was said. */
export interface TicketBirth {
  readonly id: string;
  readonly site: string;
  readonly number: number;
  readonly at: number;
  readonly by: TicketActor;
  readonly route: TicketRoute;
  readonly priority: TicketPriority;
  readonly contactKey: number | null;
  readonly dueAt: number | null;
  readonly complaint?: ComplaintCase;
}

/** A ticket of a draft. */
export function newTicket(draft: TicketDraft, birth: TicketBirth): TicketChange {
  const { id, site, number, at, by, route, priority, contactKey, dueAt, complaint } = birth;
  const { category, form, subject, details, contact, missing, locale } = draft;
  const next: Ticket = {
    ...{
      key: 0,
      id,
      site,
      number,
      version: 1,
      state: 'new',
      subject,
      category,
      form,
      details,
      contact,
      missing,
      locale,
    },
    ...{ route, contactKey, conversationKey: null, createdAt: at, updatedAt: at, dueAt, solvedAt: null },
    ...(complaint !== undefined && { complaint }),
    ...{ priority: priority.priority, level: priority.level, reasons: priority.reasons, rescoreAt: priority.rescoreAt },
  };
  const history: TicketHistoryEntry[] = [{ at, by, what: { type: 'made' } }];
  if (route.target.to !== 'owner') history.push({ at, by: { kind: 'bot' }, what: { type: 'routed', route } });
  return { expectedVersion: 0, next, history };
}
