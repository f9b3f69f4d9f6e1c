/** What words say about whether a message complains. */
export type ComplaintSign =
  /** Says so itself, or asks for an apology or a compensation. */
  | 'explicit'
  /** An outrage, an accusation, a threat. */
  | 'strong'
  /** Is not content. */
  | 'discontent'
  /** Has tried before, or was not heard. */
  | 'unheard'
  /** Something went wrong; alone it is only a report. */
  | 'trouble'
  /** Asks about a case that has not happened, or about how something is done. */
  | 'hypothetical'
  /** The trouble is the writer's own, or another business's. */
  | 'elsewhere'
  /** Takes it back: "no complaints". */
  | 'content';
