import { fullMoment } from '../../domain/action/moment-words.ts';
import type { BookAction } from '../../domain/action/site-action.ts';
import { localize } from '../../domain/locale.ts';
import type { OutboxContent, OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import type { Appointment } from '../../domain/records/appointment.ts';
import { calendarEntry } from '../../domain/records/calendar-entry.ts';
import type { Contact } from '../../domain/records/contact.ts';
import type { ActionContext } from './action-context.ts';

type Status = 'booked' | 'moved' | 'cancelled';
const MINUTE = 60_000;

/**
 * What goes out because a time was booked, moved or cancelled: a mail with an entry for a calendar, and a reminder that is
 * due before it (by SMS where only a phone is known). Each goes by the appointment and its sequence, so that a repeat of the
 * same step plans nothing twice. Nothing is planned that could not be sent.
 */
export function bookingMails(
  context: ActionContext,
  action: BookAction,
  { appointment, contact, status }: { appointment: Appointment; contact: Contact | null; status: Status },
): { entries: OutboxEntry[]; mailedTo: string | null } {
  const { desk } = context;
  const entries: OutboxEntry[] = [];
  const email = desk.mailer.available ? (contact?.email ?? null) : null;
  const phone = desk.mailer.sms ? (contact?.phone ?? null) : null;
  const id = `${appointment.id}:${appointment.sequence}`;
  const add = (key: string, dueAt: number, content: OutboxContent) =>
    entries.push({ ...content, id: desk.ids.uuid(), key, dueAt });
  if (email !== null) {
    add(`appointment:${id}`, context.now, mail(context, action, { appointment, contact, status, email }));
  }
  const remindAt = action.remindMinutes === null ? null : appointment.startsAt - action.remindMinutes * MINUTE;
  // Who books within that time has the confirmation still before them.
  if (status === 'cancelled' || remindAt === null || remindAt <= context.now) return { entries, mailedTo: email };
  if (email !== null) {
    add(reminderKey(appointment), remindAt, mail(context, action, { appointment, contact, status: 'reminder', email }));
  } else if (phone !== null) {
    add(reminderKey(appointment), remindAt, {
      kind: 'sms',
      payload: { to: phone, text: sms(context, action, appointment) },
    });
  }
  return { entries, mailedTo: email };
}

/** The reminder of a time that is not kept is not wanted any more. A repeat finds none, and that is as good. */
export async function dropReminder({ desk, site }: ActionContext, appointment: Appointment): Promise<void> {
  for (const kind of ['mail', 'sms'] as const) await desk.store.cancelOutbox(site.id, kind, reminderKey(appointment));
}

export function serviceOf({ locale }: ActionContext, { service, name }: BookAction): string {
  return localize(service, locale) ?? name;
}

export function whenOf({ timeZone, locale }: ActionContext, { startsAt }: Pick<Appointment, 'startsAt'>): string {
  return fullMoment(startsAt, timeZone, locale);
}

export function reminderKey({ id, sequence }: Appointment): string {
  return `appointment_reminder:${id}:${sequence}`;
}

function mail(
  context: ActionContext,
  action: BookAction,
  of: { appointment: Appointment; contact: Contact | null; status: Status | 'reminder'; email: string },
): OutboxContent {
  const { site, conversation, locale } = context;
  const { appointment, contact, status, email } = of;
  const { id, startsAt, endsAt, sequence } = appointment;
  const title = serviceOf(context, action);
  const where = localize(action.where, locale) ?? null;
  const calendar = calendarEntry({
    ...{ id, host: `${site.id}.solodesk`, startsAt, endsAt, title: `${title} – ${site.name}`, where },
    ...{ organizer: site.name, sequence, cancelled: status === 'cancelled', at: context.now },
  });
  const to = contact?.name ? { address: email, name: contact.name } : { address: email };
  const content = {
    template: 'appointment' as const,
    ...{ status, title, when: whenOf(context, appointment), where, link: null },
    calendar: status === 'reminder' ? null : calendar,
  };
  return { kind: 'mail', payload: { to, locale, conversation: conversation.id, content } };
}

function sms(context: ActionContext, action: BookAction, appointment: Appointment): string {
  const { site, locale } = context;
  const what = `${serviceOf(context, action)}, ${whenOf(context, appointment)}`;
  return locale === 'zh' ? `${site.name}：提醒您的预约：${what}。` : `${site.name}: a reminder of ${what}.`;
}
