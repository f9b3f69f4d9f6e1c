import type { BookAction } from '../../domain/action/site-action.ts';
import type { Appointment, NewAppointment } from '../../domain/records/appointment.ts';
import type { Contact } from '../../domain/records/contact.ts';
import type { Site } from '../../domain/site.ts';
import type { BookingOutcome } from '../../ports/record-store.ts';
import { bookingNews, remindersOf } from './booking-news.ts';
import type { Booking, BookingStatus, NewsDesk } from './booking-news.ts';
import type { Desk } from '../desk.ts';

/** What booking for others needs. */
export type BookingDesk = NewsDesk & Pick<Desk, 'store'>;

/** Whether the customer is told by mail or text message; webhooks hear of it in any case. */
export interface Telling {
  tellCustomer: boolean;
}

/**
 * Books a time for a customer, as another system does: with their confirmation, the reminder and what webhooks hear, all of it saved
 * with the booking. A repeat of an id is the same appointment, and tells nobody again.
 */
export async function bookForCustomer(
  desk: BookingDesk,
  site: Site,
  wanted: Omit<NewAppointment, 'site' | 'contactKey' | 'conversationKey' | 'createdAt'>,
  contact: Contact | null,
  telling: Telling,
): Promise<BookingOutcome> {
  const of = { site: site.id, contactKey: contact?.key ?? null, conversationKey: null, createdAt: desk.clock.now() };
  const booking = await bookingOf(desk, site, { ...wanted, ...of }, contact, telling);
  return desk.store.bookAppointment({ ...wanted, ...of }, (saved) => aftermath(desk, booking, saved, 'booked'));
}

/** Moves it, tells its customer, and takes back the old time's reminder. Null when there is no such booked appointment. */
export async function moveForCustomer(
  desk: BookingDesk,
  site: Site,
  id: string,
  to: { startsAt: number; endsAt: number; resource?: string },
  telling: Telling,
): Promise<BookingOutcome | null> {
  const before = await desk.store.findAppointment(site.id, id);
  if (before === null) return null;
  const booking = await bookingOf(desk, site, before, await contactOf(desk, site, before), telling);
  return desk.store.moveAppointment(site.id, id, to, (saved) => aftermath(desk, booking, saved, 'moved'));
}

/** Cancels it, and tells its customer. Null when there is no such booked appointment. */
export async function cancelForCustomer(
  desk: BookingDesk,
  site: Site,
  id: string,
  telling: Telling,
): Promise<Appointment | null> {
  const before = await desk.store.findAppointment(site.id, id);
  if (before === null) return null;
  const booking = await bookingOf(desk, site, before, await contactOf(desk, site, before), telling);
  return desk.store.cancelAppointment(site.id, id, (saved) => aftermath(desk, booking, saved, 'cancelled'));
}

function aftermath(desk: BookingDesk, booking: Booking, saved: Appointment, status: BookingStatus) {
  const { id, sequence } = saved;
  const drop = status === 'booked' ? [] : remindersOf({ id, sequence: sequence - 1 });
  // What is over is nobody's news: a system that writes its calendar of last year into the desk mails nobody.
  const isOver = saved.endsAt <= desk.clock.now();
  const told = isOver ? { ...booking, tellCustomer: false } : booking;
  return { plan: bookingNews(desk, told, saved, status).entries, drop };
}

async function contactOf({ store }: BookingDesk, site: Site, { contactKey }: Appointment): Promise<Contact | null> {
  return contactKey === null ? null : store.findContact(site.id, { key: contactKey });
}

/** In the language and zone of the conversation that it came from, else the customer's language and the site's zone. */
async function bookingOf(
  { store }: BookingDesk,
  site: Site,
  { service, conversationKey }: Pick<NewAppointment, 'service' | 'conversationKey'>,
  contact: Contact | null,
  { tellCustomer }: Telling,
): Promise<Booking> {
  const action = site.actions.find((one): one is BookAction => one.kind === 'book' && one.name === service) ?? null;
  const [row] = conversationKey === null ? [] : await store.rows(site.id, [conversationKey]);
  const { conversation } = row ?? {};
  return {
    ...{ site, action, contact, tellCustomer, conversation: conversation?.id ?? null },
    locale: conversation?.locale ?? contact?.locale ?? site.defaultLocale,
    timeZone: conversation?.timeZone ?? site.timeZone,
  };
}
