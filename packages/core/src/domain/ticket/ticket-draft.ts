import type { Attachment } from '../attachment/attachment.ts';
import type { Locale } from '../locale.ts';

/** One thing that was asked for or found out. */
export interface TicketDetail {
  /** The slot's name in its form. */
  readonly slot: string;
  /** What people read before the value, in the ticket's language. */
  readonly label: string;
  readonly value: string;
  /** Shown to the owner only: in no mail, log, webhook, report or search. */
  readonly sensitive: boolean;
  /** What was sent for it; `value` is their names. */
  readonly files?: readonly Attachment[];
}

/** How the person can be reached, as far as it was said. */
export interface TicketContact {
  readonly name?: string;
  readonly email?: string;
  /** E.164. */
  readonly phone?: string;
}

/** What a request comes to, before it has a number: all that a form (or a person's own words) gave. */
export interface TicketDraft {
  /** Of the site's FAQ categories or its forms; what routing looks at. */
  readonly category: string;
  /** The form that collected it; null for free words. */
  readonly form: string | null;
  /** One line without anything sensitive. */
  readonly subject: string;
  readonly details: readonly TicketDetail[];
  readonly contact: TicketContact;
  /** Slots that were asked for and left open. */
  readonly missing: readonly string[];
  readonly locale: Locale;
  /** It is a complaint: its ticket has the deadline of the site's policy. */
  readonly complaint?: true;
  /** Number of the order that it is about, as it was said. */
  readonly order?: string;
  /** Whether messages of marketing are allowed, where the form asked for that. */
  readonly marketing?: boolean;
  /** Details that are told on the way: they reach the ticket at once, and nothing is said or mailed of it yet. */
  readonly quiet?: true;
  /** Number of the ticket whose details these are: it was made when the form began, and no other is made. */
  readonly completes?: number;
}

/** Longest subject, in UTF-16 units. */
const SUBJECT_LENGTH = 120;

/** A person's words as one line that fits above a ticket. */
export function subjectOf(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  if (line.length <= SUBJECT_LENGTH) return line;
  const last = line.charCodeAt(SUBJECT_LENGTH - 2);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${line.slice(0, SUBJECT_LENGTH - (splitsPair ? 2 : 1))}…`;
}

/** What an earlier draft and a later one of the same request give together; the later word counts. */
export function completedBy(
  earlier: Pick<TicketDraft, 'details' | 'contact'>,
  later: Pick<TicketDraft, 'details' | 'contact' | 'missing'>,
): Pick<TicketDraft, 'details' | 'contact' | 'missing'> {
  const said = new Set(later.details.map(({ slot }) => slot));
  return {
    details: [...earlier.details.filter(({ slot }) => !said.has(slot)), ...later.details],
    contact: { ...earlier.contact, ...later.contact },
    missing: later.missing,
  };
}
