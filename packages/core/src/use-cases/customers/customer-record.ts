import type { Conversation } from '../../domain/conversation/conversation.ts';
import { FREE_TO_OFFER } from '../../domain/recommendation.ts';
import type { OfferStanding } from '../../domain/recommendation.ts';
import type { Contact } from '../../domain/records/contact.ts';
import type { Order } from '../../domain/records/order.ts';
import type { Desk } from '../desk.ts';
import { offerStanding } from './offer-standing.ts';
import { StoreNeeded } from '../store-needed.ts';

/** What the store knows of a visitor: whom they are linked to, and what those have ordered. */
export interface CustomerRecord {
  readonly contact: Contact | null;
  /** The last placed first. Empty unless a signature says who it is: nobody else's orders are shown unasked. */
  readonly orders: readonly Order[];
  /** By all that is known of them; nothing speaks against it unless a signature says who it is. */
  readonly offering: OfferStanding;
}

/** Orders that can be meant by "my order". */
const LATEST = 4;

export async function customerRecord(
  { store }: Pick<Desk, 'store'>,
  { site, visitorKey }: Pick<Conversation, 'site' | 'visitorKey'>,
): Promise<CustomerRecord> {
  const contact = await store.contactOfVisitor(site, visitorKey);
  // That a browser is theirs can be the owner's own word, by a merge: it shows no orders.
  const known = contact?.verified === true && (await store.findVisitor(visitorKey))?.verified === true;
  if (!known) return { contact, orders: [], offering: FREE_TO_OFFER };
  const [orders, offering] = await Promise.all([
    store.ordersOfContact(site, contact.key, LATEST),
    offerStanding(store, site, contact.key),
  ]);
  return { contact, orders, offering };
}

/** The decision fills in a form, and depends on what the store knows of the visitor. */
export class RecordNeeded extends StoreNeeded {
  /** Always the same one: a trace of calls that nobody reads would cost more than the rest of the stop. */
  static readonly ONE = new RecordNeeded();

  private constructor() {
    super('the record of the visitor is needed');
    this.name = 'RecordNeeded';
  }
}
