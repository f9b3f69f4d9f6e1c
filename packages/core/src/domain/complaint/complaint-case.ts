/** One thing that is offered to make good. */
export interface RemedyChoice {
  /** Of the site's list; null for the owner's own words. */
  readonly remedy: string | null;
  /** As the customer reads it. */
  readonly text: string;
  /** On its button; null: the text itself. */
  readonly label: string | null;
}

/** What was offered to make good: one thing, or several of which the customer takes one. */
export interface RemedyProposal {
  /** One at least. */
  readonly choices: readonly RemedyChoice[];
  /** Who offered it; null: the bot, as the site's policy allows it to. */
  readonly by: string | null;
  /** UTC milliseconds. Its buttons name it by this. */
  readonly at: number;
}

/** What the customer says to it. */
export interface ComplaintVerdict {
  readonly accepted: boolean;
  /** What was taken of the offer; null when nothing was. */
  readonly chosen: RemedyChoice | null;
  readonly at: number;
}

/** What a ticket has that is a complaint; its `dueAt` is the deadline. */
export interface ComplaintCase {
  /** When the owner is reminded of the deadline; null: they have been, or have answered. UTC milliseconds. */
  readonly warnAt: number | null;
  /** The last one; the history has all of them. */
  readonly proposal: RemedyProposal | null;
  /** About that proposal. */
  readonly verdict: ComplaintVerdict | null;
}
