import { buttonIntent } from '../../domain/dialogue/forms/form-button.ts';
import { told } from '../../domain/action/action-outcome.ts';
import type { ActionOutcome } from '../../domain/action/action-outcome.ts';
import { actionButton } from '../../domain/action/action-run.ts';
import { shortMoment } from '../../domain/action/moment-words.ts';
import type { BookAction } from '../../domain/action/site-action.ts';
import type { QuickReply } from '../../domain/faq.ts';
import { localize } from '../../domain/locale.ts';
import type { Appointment } from '../../domain/records/appointment.ts';
import type { Contact } from '../../domain/records/contact.ts';
import { ActionContext } from './action-context.ts';
import { bookingNews, remindersOf, serviceOf, whenOf } from '../appointments/booking-news.ts';
import { bookingOf, chosenTime, confirmed, offer, offerAfter } from './book.ts';
import { freeTimes, offerDay, offerNext } from './free-times.ts';

const MINUTE = 60_000;
/** Events in which it may stand that nothing was found. */
const LOOKED_AT = 30;
/** Coming appointments that are looked at. */
const MOST = 5;

/** Moves or cancels what this visitor (or the customer that they are) has booked. Nobody else's is ever shown. */
export async function changeBooking(context: ActionContext): Promise<ActionOutcome> {
  const { desk, site, visitor, payload } = context;
  const contact = await desk.store.contactOfVisitor(site.id, visitor.key);
  const { input, moves } = payload;
  const id = 'appointment' in input ? input.appointment : moves;
  if (id === null) return showComing(context, contact);
  const appointment = await desk.store.findAppointment(site.id, id);
  const action = appointment && actionOf(context, appointment);
  if (appointment === null || !action || appointment.contactKey !== contact?.key) return gone(context);
  // A repeat of a cancelling that was cut off finds it done, and says so once more.
  if (input.do === 'cancel') return cancel(context, action, appointment, contact);
  if (appointment.state !== 'booked' || appointment.startsAt <= context.now) return gone(context);
  if (input.do === 'choose') return menu(context, action, appointment);
  const free = await freeTimes(context, action, appointment.id);
  if (input.do === 'move')
    return offerNext(
      context,
      free.filter(({ from }) => from !== appointment.startsAt),
    );
  const time = chosenTime(context, free);
  return time === null ? offer(context, free) : move(context, action, { appointment, contact, time });
}

async function showComing(context: ActionContext, contact: Contact | null): Promise<ActionOutcome> {
  const { desk, site, texts, timeZone, locale, now, personButton } = context;
  const all = contact === null ? [] : await desk.store.appointmentsOfContact(site.id, contact.key, MOST);
  const coming = all
    .filter(({ state, startsAt }) => state === 'booked' && startsAt > now)
    .flatMap((appointment) => {
      const action = actionOf(context, appointment);
      return action === null ? [] : [{ appointment, action }];
    })
    .reverse();
  const [first] = coming;
  if (first === undefined) {
    if (!(await wasTold(context, texts.noBooking))) return told(texts.noBooking, { buttons: [personButton] });
    return told(texts.stillNoBooking, { buttons: [personButton, ...bookButton(context)] });
  }
  if (coming.length === 1) return asWished(context, first.action, first.appointment);
  const buttons = coming.map(({ appointment, action }) => {
    const label = `${shortMoment(appointment.startsAt, timeZone, locale)} · ${serviceOf(context, action, action.name)}`;
    return actionButton(label, 'choose', appointment.id);
  });
  return told(texts.whichBooking, {
    buttons: [...buttons, actionButton(texts.leaveIt, 'stop')],
    after: { kind: 'choose' },
  });
}

/** The same words again help nobody. */
async function wasTold({ desk, conversation }: ActionContext, text: string): Promise<boolean> {
  const log = await desk.store.readLog(conversation.key, { limit: LOOKED_AT });
  return log.some(({ entry }) => entry.type === 'bot_message' && entry.text === text);
}

/** To what can be booked here. */
function bookButton({ desk, site, locale }: ActionContext): QuickReply[] {
  const books = (name: string) => site.actions.some((action) => action.kind === 'book' && action.name === name);
  const forms = desk.knowledge.of(site.id)?.forms ?? [];
  const form = forms.find(({ end }) => end.kind === 'action' && books(end.action));
  if (form === undefined) return [];
  return [{ label: localize(form.title, locale) ?? form.name, intent: buttonIntent('begin', form.name) }];
}

/** The only one there is: what was said at once to be done with it is not asked for again. To cancel it takes a yes. */
async function asWished(context: ActionContext, action: BookAction, appointment: Appointment): Promise<ActionOutcome> {
  const { texts, payload } = context;
  const wish = payload.input.do === 'start' ? payload.input.wish : undefined;
  const what = [serviceOf(context, action, action.name), whenOf(context, appointment)] as const;
  if (wish === undefined) return menu(context, action, appointment);
  if (wish.do === 'cancel') return menu(context, action, appointment, texts.cancelBooking(...what));
  const moving = new ActionContext({ ...context, payload: { ...payload, moves: appointment.id } });
  const free = (await freeTimes(moving, action, appointment.id)).filter(({ from }) => from !== appointment.startsAt);
  const lead = texts.bookingIs(...what);
  if (wish.do === 'move') return offerNext(moving, free, lead);
  const [day, near] = wish.do === 'day' ? [wish.day] : [wish.time.slice(0, 10), wish.time.slice(11)];
  return offerDay(moving, free, day, lead, near);
}

function menu(
  context: ActionContext,
  action: BookAction,
  appointment: Appointment,
  text = context.texts.yourBooking(serviceOf(context, action, action.name), whenOf(context, appointment)),
): ActionOutcome {
  const { texts } = context;
  return told(text, {
    buttons: [
      actionButton(texts.move, 'move', appointment.id),
      actionButton(texts.cancelIt, 'cancel', appointment.id),
      actionButton(texts.leaveIt, 'stop'),
    ],
    // "Wednesday at 10" says which one is to be moved, and where to.
    after: { kind: 'choose', moves: appointment.id },
  });
}

async function move(
  context: ActionContext,
  action: BookAction,
  { appointment, contact, time }: { appointment: Appointment; contact: Contact; time: number },
): Promise<ActionOutcome> {
  const { desk, site } = context;
  // Moved there by this step already, before a crash.
  if (appointment.startsAt === time && appointment.sequence > 0) {
    return confirmed(context, action, { appointment, contact, status: 'moved' });
  }
  const to = { startsAt: time, endsAt: time + action.minutes * MINUTE };
  const booking = bookingOf(context, action, contact);
  // Its customer hears of it, whoever has the conversation by the time the bot could say so.
  const outcome = await desk.store.moveAppointment(site.id, appointment.id, to, (saved) => ({
    plan: bookingNews(desk, booking, saved, 'moved').entries,
    drop: remindersOf(appointment),
  }));
  if (outcome === null) return gone(context);
  if (outcome.kind === 'taken') return offerAfter(context, await freeTimes(context, action, appointment.id), time);
  return confirmed(context, action, { appointment: outcome.appointment, contact, status: 'moved' });
}

async function cancel(
  context: ActionContext,
  action: BookAction,
  appointment: Appointment,
  contact: Contact,
): Promise<ActionOutcome> {
  const { desk, site, texts } = context;
  const booking = bookingOf(context, action, contact);
  const cancelled =
    appointment.state === 'cancelled'
      ? appointment
      : await desk.store.cancelAppointment(site.id, appointment.id, (saved) => ({
          plan: bookingNews(desk, booking, saved, 'cancelled').entries,
          drop: remindersOf(appointment),
        }));
  if (cancelled === null) return gone(context);
  const { mailedTo } = bookingNews(desk, booking, cancelled, 'cancelled');
  const text = [
    texts.cancelled(serviceOf(context, action, action.name), whenOf(context, cancelled)),
    ...(mailedTo === null ? [] : [texts.mailedCancel(mailedTo)]),
  ].join('\n');
  return told(text);
}

function gone({ texts, personButton }: ActionContext): ActionOutcome {
  return told(texts.gone, { buttons: [personButton] });
}

function actionOf({ site }: ActionContext, { service }: Appointment): BookAction | null {
  const action = site.actions.find(({ name }) => name === service);
  return action?.kind === 'book' ? action : null;
}
