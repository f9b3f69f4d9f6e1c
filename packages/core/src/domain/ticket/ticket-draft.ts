import type { Locale } from '../locale.ts';

/** One detail of a request, as people read it. */
export interface TicketDetail {
  /** Name of the form's slot. */
  readonly slot: string;
  readonly label: string;
  readonly value: string;
  /** Never in logs, reports, webhooks or the subject of a mail. */
  readonly sensitive: boolean;
}

/** What a form has collected: everything that a ticket is made of. */
export interface TicketDraft {
  readonly category: string;
  /** Name of the form; null when none was filled in. */
  readonly form: string | null;
  readonly subject: string;
  readonly details: readonly TicketDetail[];
  readonly contact: { readonly name?: string; readonly email?: string; readonly phone?: string };
  /** Names of required slots that nobody filled. */
  readonly missing: readonly string[];
  readonly locale: Locale;
}
