import type { ErasedRows, Erasure } from '../domain/privacy/erasure.ts';
import type { Person, PersonQuestion } from '../domain/privacy/person.ts';

/** What is known of one person, as a whole. A person of another site is nobody. */
export interface PrivacyStore {
  findPerson(site: string, question: PersonQuestion): Promise<Person | null>;
  /** What `erasePerson` would do now; tables of which it would touch nothing are left out. Null when there is no such person. */
  rehearseErasure(site: string, question: PersonQuestion): Promise<{ person: Person; rows: ErasedRows[] } | null>;
  /**
   * Every row that `erasePerson` would touch, by table, as it is stored and without what opens a door (hashes of tokens); for
   * the person to take along. Null when there is no such person.
   */
  personRows(site: string, question: PersonQuestion): Promise<Record<string, unknown[]> | null>;
  /**
   * Erases a person: what was said first and in slices, as it may be much, then all the rest at once. Whoever is stopped in
   * between does it again. Of each conversation a tombstone stays in the site's stream of events, by which consoles
   * learn that it is gone. Null when there is no such person.
   */
  erasePerson(
    site: string,
    question: PersonQuestion,
    as: { readonly id: string; readonly at: number; readonly by: string },
  ): Promise<Erasure | null>;
  /** Adds to a receipt how many attachments were removed. */
  noteErasedFiles(site: string, id: string, files: number): Promise<void>;
  /** Receipts, the newest first. */
  erasures(site: string, limit: number): Promise<Erasure[]>;
  /** Receipts of all sites after a number, ascending: also those of other processes. */
  erasuresAfter(key: number): Promise<Erasure[]>;
  /** The number of the last receipt, 0 while there is none. */
  lastErasure(): Promise<number>;
  /**
   * Makes sure that nothing of what was erased is left in the store's files, where it may have been written before.
   * @returns false when somebody is still reading the old state: to be tried again.
   */
  scrub(): Promise<boolean>;
}
