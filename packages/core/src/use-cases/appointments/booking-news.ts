import { fullMoment } from '../../domain/action/moment-words.ts';
import type { BookAction } from '../../domain/action/site-action.ts';
import { localize } from '../../domain/locale.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Happening } from '../../domain/outbox/happenings.ts';
import type { OutboxContent, OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import type { Appointment } from '../../domain/records/appointment.ts';
import { calendarEntry } from '../../domain/records/calendar-entry.ts';
import type { Contact } from '../../domain/records/contact.ts';
import type { Site } from '../../domain/site.ts';
import type { OutboxKey } from '../../ports/record-store.ts';
import type { Desk } from '../desk.ts';
import { webhookEntries } from '../notices/webhook-entries.ts';

export type BookingStatus = 'booked' | 'moved' | 'cancelled';

/** What planning it needs. */
export type NewsDesk = Pick<Desk, 'mailer' | 'webhooks' | 'ids' | 'clock'>;

/** A time that was booked, moved or cancelled, with all that those are told who hear of it. */
export interface Booking {
  readonly site: Site;
  /** What the site's file says of its service; null where it says nothing. */
  readonly action: BookAction | null;
  readonly contact: Pick<Contact, 'id' | 'name' | 'email' | 'phone'> | null;
  /** Public id of the conversation that an answer to the mail joins; null for none. */
  readonly conversation: string | null;
  readonly locale: Locale;
  /** In which its times are written. */
  readonly timeZone: string;
  /** Whether its customer is told: another system may do that itself. */
  readonly tellCustomer: boolean;
}

const MINUTE = 60_000;
/** Where no action says when: a day before. */
const REMIND_MINUTES = 1_440;

/**
 * What goes out because of it: a mail with an entry for a calendar, a reminder that is due before it (by SMS where only a phone is
 * known), and what webhooks hear. Each goes by the appointment and its sequence, so that a repeat of the same step plans nothing
 * twice. Nothing is planned that could not be sent.
 */
export function bookingNews(
  desk: NewsDesk,
  booking: Booking,
  appointment: Appointment,
  status: BookingStatus,
): { entries: OutboxEntry[]; mailedTo: string | null } {
  const { site, contact, tellCustomer } = booking;
  const now = desk.clock.now();
  const entries: OutboxEntry[] = webhookEntries(desk, site.id, [happening(booking, appointment, status, now)]);
  const email = tellCustomer && desk.mailer.available ? (contact?.email ?? null) : null;
  const phone = tellCustomer && desk.mailer.sms ? (contact?.phone ?? null) : null;
  const add = (key: string, dueAt: number, content: OutboxContent) =>
    entries.push({ ...content, id: desk.ids.uuid(), key, dueAt });
  if (email !== null) {
    add(`appointment:${appointment.id}:${appointment.sequence}`, now, mail(booking, appointment, status, email, now));
  }
  const remindMinutes = booking.action === null ? REMIND_MINUTES : booking.action.remindMinutes;
  const remindAt = remindMinutes === null ? null : appointment.startsAt - remindMinutes * MINUTE;
  // Who books within that time has the confirmation still before them.
  if (status === 'cancelled' || remindAt === null || remindAt <= now) return { entries, mailedTo: email };
  const key = reminderKey(appointment);
  if (email !== null) add(key, remindAt, mail(booking, appointment, 'reminder', email, now));
  else if (phone !== null) add(key, remindAt, { kind: 'sms', payload: { to: phone, text: sms(booking, appointment) } });
  return { entries, mailedTo: email };
}

/** The reminder of a time that is not kept is not wanted any more, in whatever way it would have gone. */
export function remindersOf(appointment: Pick<Appointment, 'id' | 'sequence'>): OutboxKey[] {
  const key = reminderKey(appointment);
  return [
    { kind: 'mail', key },
    { kind: 'sms', key },
  ];
}

/** As people read it; a service that the site's file does not know is called as whoever booked it calls it. */
export function serviceOf({ locale }: { locale: Locale }, action: BookAction | null, service: string): string {
  return (action && localize(action.service, locale)) ?? action?.name ?? service;
}

export function whenOf(
  { timeZone, locale }: { timeZone: string; locale: Locale },
  { startsAt }: Pick<Appointment, 'startsAt'>,
): string {
  return fullMoment(startsAt, timeZone, locale);
}

function reminderKey({ id, sequence }: Pick<Appointment, 'id' | 'sequence'>): string {
  return `appointment_reminder:${id}:${sequence}`;
}

function happening(booking: Booking, appointment: Appointment, status: BookingStatus, at: number): Happening {
  const { contact, conversation, locale } = booking;
  const { id, sequence, resource, service, startsAt, endsAt } = appointment;
  return {
    event: `appointment.${status}`,
    id: `${id}.${sequence}`,
    at,
    data: {
      ...{
        appointment_id: id,
        sequence,
        resource,
        service,
        title: serviceOf(booking, booking.action, service),
        locale,
      },
      ...{ starts_at: new Date(startsAt).toISOString(), ends_at: new Date(endsAt).toISOString() },
      ...{ customer_id: contact?.id ?? null, contact_name: contact?.name ?? null },
      ...{ contact_email: contact?.email ?? null, contact_phone: contact?.phone ?? null },
      conversation_id: conversation,
    },
  };
}

function mail(
  booking: Booking,
  appointment: Appointment,
  status: BookingStatus | 'reminder',
  email: string,
  at: number,
): OutboxContent {
  const { site, conversation, locale, action, contact } = booking;
  const { id, startsAt, endsAt, sequence } = appointment;
  const title = serviceOf(booking, action, appointment.service);
  const where = (action && localize(action.where, locale)) ?? null;
  const calendar = calendarEntry({
    ...{ id, host: `${site.id}.solodesk`, startsAt, endsAt, title: `${title} – ${site.name}`, where },
    ...{ organizer: site.name, sequence, cancelled: status === 'cancelled', at },
  });
  const to = contact?.name ? { address: email, name: contact.name } : { address: email };
  const content = {
    template: 'appointment' as const,
    ...{ status, title, when: whenOf(booking, appointment), where, link: null },
    calendar: status === 'reminder' ? null : calendar,
  };
  return { kind: 'mail', payload: { to, locale, conversation, content } };
}

function sms(booking: Booking, appointment: Appointment): string {
  const { site, locale } = booking;
  const what = `${serviceOf(booking, booking.action, appointment.service)}, ${whenOf(booking, appointment)}`;
  return locale === 'zh' ? `${site.name}：提醒您的预约：${what}。` : `${site.name}: a reminder of ${what}.`;
}
