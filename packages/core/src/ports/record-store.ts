import type { OutboxEntry, OutboxKind } from '../domain/outbox/outbox-entry.ts';
import type { Appointment, NewAppointment } from '../domain/records/appointment.ts';
import type { Contact, ContactCorrection, ContactDraft } from '../domain/records/contact.ts';
import type { Order, OrderDraft } from '../domain/records/order.ts';
import type { ProductDraft, ProductRecord } from '../domain/records/product.ts';
import type { RecordBatch, RecordKind, RecordOutcome, UndoProgress } from '../domain/records/record-batch.ts';
import type { SpendDraft, SpendRecord } from '../domain/records/spend.ts';

/** Which contact: by the store's number, by id (the verified one where there are two), or a verified one by its address or number (the oldest). */
export type ContactQuestion =
  { readonly key: number } | { readonly id: string } | { readonly email: string } | { readonly phone: string };

export interface ContactOfVisitor {
  readonly visitorKey: number;
  readonly contact: Contact;
}

/** Of whom it is written, when, and as a part of which import. */
export interface RecordWrite {
  readonly site: string;
  /** UTC milliseconds. */
  readonly at: number;
  /** Makes the id of a contact that has none of its own. */
  readonly uuid: () => string;
  /** Number of the batch; null for what cannot be taken back. */
  readonly batch: number | null;
}

export interface SavedRecord<T> {
  readonly outcome: RecordOutcome;
  readonly record: T;
}

export type BookingOutcome =
  /** Booked now, or by an earlier call with the same id. */
  { readonly kind: 'booked'; readonly appointment: Appointment } | { readonly kind: 'taken' };

/**
 * What a business knows: people, orders, goods and booked times. Everything is one site's; a key of another site finds
 * nothing. The arrays of a `save…` are written as one, in their order; each resolves when that is on disk.
 */
export interface ContactStore {
  findContact(site: string, by: ContactQuestion): Promise<Contact | null>;
  /** Adds verified contacts, and changes those that `matchContact` finds. */
  saveContacts(drafts: readonly ContactDraft[], write: RecordWrite): Promise<SavedRecord<Contact>[]>;
  /**
   * Changes one contact on the owner's word, verified or not; what an import wrote of them is not taken back with it any more.
   * Null for who is not known. @throws DeskError `refused` where nothing would be left to reach them by.
   */
  changeContact(site: string, key: number, change: ContactCorrection, at: number): Promise<Contact | null>;
  /**
   * The contact of what a visitor says of themselves, to be reached by: made at the first time, changed after that. A
   * visitor who is linked to a verified contact keeps that one, unchanged.
   * @param visitorKey of a visitor of this site.
   */
  noteVisitorContact(visitorKey: number, said: Omit<ContactDraft, 'id'>, write: RecordWrite): Promise<Contact>;
  /**
   * Links a visitor whose identity is signed to the verified contact with that id, which is made if there is none. What the
   * visitor said before stays a contact of its own.
   */
  linkVerifiedVisitor(visitorKey: number, id: string, write: RecordWrite): Promise<Contact>;
  contactOfVisitor(site: string, visitorKey: number): Promise<Contact | null>;
  /** The same of many at once, in any order; whoever has none is left out. */
  contactsOfVisitors(site: string, visitorKeys: readonly number[]): Promise<ContactOfVisitor[]>;
  /** Another figure whenever another process has written anything since it was last asked for: what is remembered of contacts may be untrue. Cheap. */
  foreignWrites(): Promise<number>;
  /** Numbers of the visitors who are linked to a contact, the newest first. */
  visitorsOfContact(site: string, contactKey: number, limit: number): Promise<number[]>;
  /** Newest first; `before` is the key of the last one seen. `search` is looked for in id, name, address and number. */
  contacts(site: string, page: { search?: string; before?: number; limit: number }): Promise<Contact[]>;
}

export interface OrderStore {
  /** @param number in upper case. */
  findOrder(site: string, number: string): Promise<Order | null>;
  /** Adds and changes orders, and the verified contacts that they name. */
  saveOrders(drafts: readonly OrderDraft[], write: RecordWrite): Promise<SavedRecord<Order>[]>;
  /** The last placed first. */
  ordersOfContact(site: string, contactKey: number, limit: number): Promise<Order[]>;
  /** Newest in the store first; `before` is the key of the last one seen. */
  orders(site: string, page: { before?: number; limit: number }): Promise<Order[]>;
}

export interface ProductStore {
  findProduct(site: string, id: string): Promise<ProductRecord | null>;
  saveProducts(drafts: readonly ProductDraft[], write: RecordWrite): Promise<SavedRecord<ProductRecord>[]>;
  /** By id, ascending; `after` is the id of the last one seen. */
  products(site: string, page: { after?: string; limit: number }): Promise<ProductRecord[]>;
  /** Another number after each change of the site's products, whoever makes it; cheap. 0 while there never was one. */
  productsVersion(site: string): Promise<number>;
  /** False when there is no such product. */
  deleteProduct(site: string, id: string): Promise<boolean>;
}

/** An entry of the outbox by what it is about. */
export interface OutboxKey {
  readonly kind: OutboxKind;
  readonly key: string;
}

/**
 * What goes out because a time was booked, moved or cancelled, and what is not wanted any more: asked for once that stands, and saved
 * with it, so it must neither wait nor throw.
 */
export type BookingAftermath = (saved: Appointment) => {
  readonly plan: readonly OutboxEntry[];
  readonly drop: readonly OutboxKey[];
};

export interface AppointmentStore {
  /** Books a time unless another appointment of the same resource overlaps it: of two who try at once, one gets it. A repeat of its id has no aftermath. */
  bookAppointment(appointment: NewAppointment, aftermath?: BookingAftermath): Promise<BookingOutcome>;
  findAppointment(site: string, id: string): Promise<Appointment | null>;
  /** Booked ones that overlap a span of time (`to` exclusive), the earliest first; of all resources unless told otherwise. */
  appointmentsBetween(site: string, span: { from: number; to: number; resource?: string }): Promise<Appointment[]>;
  /** Of any state, the latest first. */
  appointmentsOfContact(site: string, contactKey: number, limit: number): Promise<Appointment[]>;
  /** Null when there is no such booked appointment. Where the new time is taken it keeps the old one. */
  moveAppointment(
    site: string,
    id: string,
    to: { startsAt: number; endsAt: number; resource?: string },
    aftermath?: BookingAftermath,
  ): Promise<BookingOutcome | null>;
  /** Frees its time. Null when there is no such booked appointment. */
  cancelAppointment(site: string, id: string, aftermath?: BookingAftermath): Promise<Appointment | null>;
}

export interface BatchStore {
  startBatch(batch: { site: string; kind: RecordKind; file: string; at: number }): Promise<RecordBatch>;
  finishBatch(site: string, key: number, end: { at: number; refused: number }): Promise<RecordBatch | null>;
  /** Newest first. */
  batches(site: string, limit: number): Promise<RecordBatch[]>;
  /**
   * Takes back at most `limit` records of a batch, the last written first; to be called until it is done. A record that was
   * changed by others since is kept as it is, and so is a contact that something else refers to. Null when there is no
   * such batch, or nothing is known any more of what was there before.
   */
  undoBatch(site: string, key: number, step: { at: number; limit: number }): Promise<UndoProgress | null>;
  /** Forgets what was there before the batches of this site that began before a moment: they cannot be undone any more. */
  forgetBatches(site: string, startedBefore: number): Promise<void>;
}

/** What was spent on marketing. */
export interface SpendStore {
  saveSpend(drafts: readonly SpendDraft[], write: RecordWrite): Promise<SavedRecord<SpendRecord>[]>;
  /** Of some months (`YYYY-MM`, both included), by month, channel and currency. */
  spend(site: string, months: { from: string; to: string }): Promise<SpendRecord[]>;
  /** False when there is no such row. */
  deleteSpend(site: string, key: number): Promise<boolean>;
}

export interface RecordStore extends ContactStore, OrderStore, ProductStore, AppointmentStore, BatchStore, SpendStore {}
