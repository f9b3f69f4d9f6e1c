export type DigestWhat = 'promises' | 'first' | 'questions' | 'unhappy' | 'moved';

/** What a link of a digest does: `open` leads into the console, the others to a page that asks first. */
export type DigestAct = 'open' | 'snooze' | 'done' | 'ignore';

/** One thing that the owner should know in the morning. */
export interface DigestLine {
  readonly text: string;
  /** Why it stands here, in words; null where it says so itself. */
  readonly why: string | null;
  readonly links: readonly { readonly act: DigestAct; readonly link: string }[];
  /** Whom it is about: public ids, a ticket's name, an address; by them an erasure finds it. Not shown. */
  readonly of: readonly string[];
}

export interface DigestSection {
  readonly what: DigestWhat;
  readonly lines: readonly DigestLine[];
}
