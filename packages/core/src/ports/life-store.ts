import type { ContactFilter } from '../domain/crm/contact-filter.ts';
import type { LifeMove, LifeRules, LifeStage, LifeStanding } from '../domain/crm/life-cycle.ts';
import type { OutboxEntry } from '../domain/outbox/outbox-entry.ts';
import type { Contact } from '../domain/records/contact.ts';

export interface LifeWork {
  readonly rules: LifeRules;
  readonly now: number;
  /** Contacts of one transaction. */
  readonly limit: number;
  /** Told of each who stands elsewhere than before, or somewhere for the first time; within the transaction. */
  readonly onPlaced?: (contactKey: number) => void;
  /** What is to be sent because somebody moved: saved with the move, so it must neither wait nor throw. */
  readonly aftermath?: (move: LifeMove, contact: Contact) => readonly OutboxEntry[];
}

/** Where each contact stands, worked out behind what changes it: from order, request or talk on, and when time passes. */
export interface LifeStore {
  /**
   * Works out at most `limit` contacts that something happened with, or whose time has come; all of a site, bit by bit, after
   * its rules changed. Resolves to whether there are more.
   */
  tendLife(site: string, work: LifeWork): Promise<boolean>;
  /** Null while it was not worked out yet. */
  lifeOf(site: string, contactKey: number): Promise<LifeStanding | null>;
  /** Of those named, what is worked out. */
  stagesOf(site: string, contactKeys: readonly number[]): Promise<ReadonlyMap<number, LifeStage>>;
  lifeCounts(site: string): Promise<Readonly<Record<LifeStage, number>>>;
  /** Since a moment, the newest first. Whoever is seen for the first time has not moved. */
  lifeMoves(
    site: string,
    since: number,
    limit: number,
  ): Promise<{ readonly move: LifeMove; readonly contact: Contact }[]>;
}

/** Whom a message is due to, because they moved or their order came. */
export interface LifeMailDue {
  /** The `after` of the next page. */
  readonly place: number;
  readonly contact: Contact;
  /** The store's number of the order that came; 0 for a move. */
  readonly order: number;
}

/** Moments are UTC milliseconds: after `from`, at `until` or before. */
export interface LifeMailSpan {
  readonly message: string;
  readonly from: number;
  readonly until: number;
  readonly after: number;
  readonly limit: number;
  /** Null: everybody. */
  readonly filter: ContactFilter | null;
  readonly now: number;
}

/** A mail that was planned. */
export interface LifeMail {
  readonly site: string;
  readonly message: string;
  readonly contactKey: number;
  readonly address: string;
  readonly at: number;
  readonly unsubscribedAt: number | null;
}

export interface LifeMailPlan {
  readonly site: string;
  readonly message: string;
  readonly contactKey: number;
  readonly order: number;
  readonly at: number;
  /** Nobody gets two messages within this time, of whatever names. Milliseconds. */
  readonly restMs: number;
  /** Lower case. */
  readonly address: string;
  readonly tokenHash: string;
  readonly entry: OutboxEntry;
}

/**
 * Messages that a move, or the days after a delivery, start. They go to those alone who have an address, allowed it, are not
 * blocked, and did not unsubscribe since.
 */
export interface LifeMailStore {
  /** Those who came into a stage in the span, are in it now, and did not get the message. By place, ascending. */
  movedForMail(site: string, to: LifeStage, span: LifeMailSpan): Promise<LifeMailDue[]>;
  /** Those whose order came in the span, which had no message of that name. By place, ascending. */
  deliveredForMail(site: string, span: LifeMailSpan): Promise<LifeMailDue[]>;
  /**
   * Plans a mail. @returns false where they got that message (for a move: ever; else: for that order) or any within the time to rest, or
   * may not get one any more.
   */
  planLifeMail(plan: LifeMailPlan): Promise<boolean>;
  /** Of whatever site: the token is proof enough. */
  findLifeMail(tokenHash: string): Promise<LifeMail | null>;
  /** Takes consent from every contact of the site with the mail's address, and takes back what waits for it. @returns false where there is no such mail. */
  unsubscribe(tokenHash: string, at: number): Promise<boolean>;
  /** How many got each message, and how many left by it. */
  lifeMailCounts(site: string): Promise<{ readonly message: string; readonly sent: number; readonly left: number }[]>;
}
