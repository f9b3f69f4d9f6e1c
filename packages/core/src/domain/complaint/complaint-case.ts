/** What the owner offered to make good. */
export interface RemedyProposal {
  /** Of the site's list; null for the owner's own words. */
  readonly remedy: string | null;
  /** As the customer reads it. */
  readonly text: string;
  readonly by: string;
  /** UTC milliseconds. */
  readonly at: number;
}

/** What the customer says to it. */
export interface ComplaintVerdict {
  readonly accepted: boolean;
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
