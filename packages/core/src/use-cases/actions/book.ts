import { told } from '../../domain/action/action-outcome.ts';
import type { ActionOutcome } from '../../domain/action/action-outcome.ts';
import { clockAt } from '../../domain/action/moment-words.ts';
import { beginsByItself } from '../../domain/action/action-form.ts';
import type { BookAction } from '../../domain/action/site-action.ts';
import { buttonIntent } from '../../domain/dialogue/forms/form-button.ts';
import { dayAt } from '../../domain/dialogue/forms/calendar-day.ts';
import { localize } from '../../domain/locale.ts';
import type { Appointment } from '../../domain/records/appointment.ts';
import type { Contact } from '../../domain/records/contact.ts';
import type { TimeSlot } from '../../ports/calendar.ts';
import type { ActionContext } from './action-context.ts';
import { bookingNews, serviceOf, whenOf } from '../appointments/booking-news.ts';
import type { Booking } from '../appointments/booking-news.ts';
import { freeTimes, offerDay, offerDays, offerNext } from './free-times.ts';

const MINUTE = 60_000;

/** Offers free times, and books the one that is chosen: of two who want the last one, one gets it, and the other is offered the next. */
export async function book(context: ActionContext, action: BookAction): Promise<ActionOutcome> {
  const { input } = context.payload;
  if (input.do === 'start' || input.do === 'pick') {
    const held = await heldBy(context, action);
    if (held >= action.most) return tooMany(context, held);
  }
  const free = await freeTimes(context, action);
  const time = chosenTime(context, free);
  if (time === null) return offer(context, free);
  const { desk, site, conversation, payload, now } = context;
  const contact = await contactFor(context);
  const outcome = await desk.store.bookAppointment({
    ...{ site: site.id, id: payload.run, resource: action.resource, service: action.name, createdAt: now },
    ...{ startsAt: time, endsAt: time + action.minutes * MINUTE },
    ...{ contactKey: contact?.key ?? null, conversationKey: conversation.key, details: context.details },
  });
  if (outcome.kind === 'taken') return offerAfter(context, await freeTimes(context, action), time);
  return confirmed(context, action, { appointment: outcome.appointment, contact, status: 'booked' });
}

/** What follows on everything but a time that is free: other times, as it was asked for. */
export function offer(context: ActionContext, free: readonly TimeSlot[]): ActionOutcome {
  const { payload, texts } = context;
  const { input } = payload;
  switch (input.do) {
    case 'pick':
      return offerAfter(context, free, input.from);
    case 'time':
      return offerDay(context, free, input.time.slice(0, 10), texts.notFree);
    case 'day':
      return offerDay(context, free, input.day);
    case 'days':
      return offerDays(context, free, input.after);
    default: {
      const { wish } = context;
      return wish === null || payload.moves !== null
        ? offerNext(context, free)
        : offerDay(context, free, wish.day, null, wish.near);
    }
  }
}

/** The beginning of the time that was chosen, if it can be had. */
export function chosenTime({ payload, timeZone }: ActionContext, free: readonly TimeSlot[]): number | null {
  const { input } = payload;
  if (input.do === 'pick') return input.from;
  if (input.do !== 'time') return null;
  const wanted = free.find(({ from }) => `${dayAt(from, timeZone)}T${clockAt(from, timeZone)}` === input.time);
  return wanted?.from ?? null;
}

/** Somebody was faster: the next ones after that time, else the first. */
export function offerAfter(context: ActionContext, free: readonly TimeSlot[], time: number): ActionOutcome {
  const later = free.filter(({ from }) => from > time);
  return offerNext(context, later.length > 0 ? later : free, context.texts.taken);
}

/** What is said and sent when it stands. */
export function confirmed(
  context: ActionContext,
  action: BookAction,
  done: { appointment: Appointment; contact: Contact | null; status: 'booked' | 'moved' },
): ActionOutcome {
  const { texts, site, locale } = context;
  const { entries, mailedTo } = bookingNews(
    context.desk,
    bookingOf(context, action, done.contact),
    done.appointment,
    done.status,
  );
  const where = localize(action.where, locale);
  const change = site.actions.find((one) => one.kind === 'change-booking' && beginsByItself(one));
  const text = [
    texts[done.status](serviceOf(context, action, action.name), whenOf(context, done.appointment)),
    ...(where === undefined ? [] : [texts.whereItIs(where)]),
    ...(mailedTo === null ? [] : [texts.mailed(mailedTo)]),
  ].join('\n');
  return told(text, {
    outbox: entries,
    buttons: change === undefined ? [] : [{ label: texts.changeBooking, intent: buttonIntent('begin', change.name) }],
  });
}

/** Who is told of a booking, and how: the visitor, in the language and zone of their chat. */
export function bookingOf(
  { site, conversation, locale, timeZone }: ActionContext,
  action: BookAction,
  contact: Contact | null,
): Booking {
  return { site, action, contact, conversation: conversation.id, locale, timeZone, tellCustomer: true };
}

async function heldBy({ desk, site, visitor, payload, now }: ActionContext, action: BookAction): Promise<number> {
  const contact = await desk.store.contactOfVisitor(site.id, visitor.key);
  if (contact === null) return 0;
  const held = await desk.store.appointmentsOfContact(site.id, contact.key, action.most + 1);
  // A repeat of this very step must not count what it has booked itself.
  return held.filter(({ id, state, startsAt }) => state === 'booked' && startsAt > now && id !== payload.run).length;
}

function tooMany({ texts, site, personButton }: ActionContext, held: number): ActionOutcome {
  const change = site.actions.find((one) => one.kind === 'change-booking' && beginsByItself(one));
  const button = change && { label: texts.changeBooking, intent: buttonIntent('begin', change.name) };
  return told(texts.tooManyBooked(held), { buttons: button === undefined ? [personButton] : [button, personButton] });
}

/** Whom it is booked for: what the visitor says of themselves, or the customer that they are. */
async function contactFor(context: ActionContext): Promise<Contact | null> {
  const { desk, site, visitor, name, locale, now } = context;
  const [email, phone] = [context.valueOf('email')?.toLowerCase() ?? null, context.valueOf('phone')];
  if (email === null && phone === null) return desk.store.contactOfVisitor(site.id, visitor.key);
  const said = { name, email, phone, locale };
  const write = { site: site.id, at: now, uuid: () => desk.ids.uuid(), batch: null };
  const contact = await desk.store.noteVisitorContact(visitor.key, said, write);
  // Where this mail goes was just said, whatever the customer's record has.
  return { ...contact, email: email ?? contact.email, phone: phone ?? contact.phone };
}
