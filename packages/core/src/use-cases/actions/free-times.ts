import { told } from '../../domain/action/action-outcome.ts';
import type { ActionOutcome } from '../../domain/action/action-outcome.ts';
import { actionButton } from '../../domain/action/action-run.ts';
import { clockAt, dayWords, shortMoment } from '../../domain/action/moment-words.ts';
import type { BookAction } from '../../domain/action/site-action.ts';
import { dayAt } from '../../domain/dialogue/forms/calendar-day.ts';
import type { TimeSlot } from '../../ports/calendar.ts';
import type { ActionContext } from './action-context.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** Times or days that are offered at once. */
const AT_ONCE = 6;
/** Of the next free times. */
const NEXT = 5;

/** All that can be booked now, in order. @param without id of an appointment that makes room itself: it is moved */
export async function freeTimes(context: ActionContext, action: BookAction, without?: string): Promise<TimeSlot[]> {
  const { desk, site, now } = context;
  const { resource, days, minutes, every, noticeMinutes } = action;
  const from = now + noticeMinutes * MINUTE;
  const span = { from, to: from + (days + 1) * DAY, resource };
  const booked = (await desk.store.appointmentsBetween(site.id, span))
    .filter(({ id }) => id !== without)
    .map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt }));
  return desk.calendar.freeSlots(site, { from, days, minutes, every, booked });
}

/** "Cancel" would be the appointment, while one is moved. */
function stopButton({ texts, payload }: ActionContext) {
  return actionButton(payload.moves === null ? texts.stop : texts.leaveIt, 'stop');
}

/** The next free times. @param lead what is said before */
export function offerNext(
  context: ActionContext,
  free: readonly TimeSlot[],
  lead: string | null = null,
): ActionOutcome {
  const { texts, timeZone, locale, payload } = context;
  if (free.length === 0) return noneAtAll(context, lead);
  const buttons = free.slice(0, NEXT).map(({ from }) => {
    return actionButton(shortMoment(from, timeZone, locale), 'pick', from);
  });
  return told([lead, texts.askFree(timeZone)].filter((part) => part !== null).join('\n\n'), {
    buttons: [...buttons, actionButton(texts.otherDay, 'days'), stopButton(context)],
    after: choose(payload.moves),
  });
}

/**
 * Times of one of the visitor's days, spread over it, or those about a time that was wished for; where there is none, the next ones.
 * @param near `HH:MM`
 */
export function offerDay(
  context: ActionContext,
  free: readonly TimeSlot[],
  day: string,
  lead: string | null = null,
  near?: string,
): ActionOutcome {
  const { texts, timeZone, locale, payload } = context;
  const words = dayWords(day, locale);
  const onDay = free.filter(({ from }) => dayAt(from, timeZone) === day);
  if (onDay.length === 0) {
    const none = [lead, texts.noneOn(words)].filter((part) => part !== null).join(' ');
    const later = free.filter(({ from }) => dayAt(from, timeZone) > day);
    return offerNext(context, later.length > 0 ? later : free, none);
  }
  const shown = near === undefined ? spread(onDay, AT_ONCE) : nearest(onDay, near, timeZone);
  const buttons = shown.map(({ from }) => actionButton(clockAt(from, timeZone), 'pick', from));
  return told([lead, texts.askFreeOn(words, timeZone)].filter((part) => part !== null).join('\n\n'), {
    buttons: [...buttons, actionButton(texts.otherDay, 'days'), stopButton(context)],
    after: { ...choose(payload.moves), day },
  });
}

/** Days of the visitor's on which something is free. @param after `YYYY-MM-DD`; those before were shown already */
export function offerDays(context: ActionContext, free: readonly TimeSlot[], after?: string): ActionOutcome {
  const { texts, timeZone, locale, payload } = context;
  const all = [...new Set(free.map(({ from }) => dayAt(from, timeZone)))];
  const later = after === undefined ? all : all.filter((day) => day > after);
  // After the last ones come the first again.
  const days = later.length > 0 ? later : all;
  if (days.length === 0) return noneAtAll(context, null);
  const shown = days.slice(0, AT_ONCE);
  const last = shown.at(-1);
  const more = days.length > shown.length && last !== undefined ? [actionButton(texts.laterDays, 'days', last)] : [];
  return told(texts.askDay, {
    buttons: [...shown.map((day) => actionButton(dayWords(day, locale), 'day', day)), ...more, stopButton(context)],
    after: choose(payload.moves),
  });
}

function choose(moves: string | null) {
  return { kind: 'choose', ...(moves !== null && { moves }) } as const;
}

function noneAtAll(context: ActionContext, lead: string | null): ActionOutcome {
  const { texts, personButton } = context;
  return told([lead, texts.noneAtAll].filter((part) => part !== null).join(' '), { buttons: [personButton] });
}

function nearest(all: readonly TimeSlot[], near: string, timeZone: string): TimeSlot[] {
  const away = ({ from }: TimeSlot) => Math.abs(minutesOf(clockAt(from, timeZone)) - minutesOf(near));
  return [...all]
    .sort((a, b) => away(a) - away(b))
    .slice(0, AT_ONCE)
    .sort((a, b) => a.from - b.from);
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, place) => all[Math.round((place * (all.length - 1)) / (most - 1))] as T);
}
