import { complaintDeadline } from '../../domain/complaint/complaint-deadline.ts';
import type { ComplaintDeadline } from '../../domain/complaint/complaint-deadline.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import { localize } from '../../domain/locale.ts';
import type { Locale } from '../../domain/locale.ts';
import type { PersonOutlook } from '../../domain/dialogue/turn.ts';
import type { Site } from '../../domain/site.ts';
import type { Desk } from '../desk.ts';

const HOUR = 3_600_000;

/** When an answer by a person can be expected: at once, or by a moment told in the visitor's language and zone. */
export function personOutlook(desk: Desk, site: Site, conversation: Conversation): PersonOutlook {
  if (desk.presence.isHere(site.id)) return { here: true };
  const holiday = holidayNow(desk, site, conversation.locale);
  return { here: false, ...promisedMoment(desk, site, conversation), ...(holiday !== null && { holiday }) };
}

/** What the holiday is called for which the site is closed now; null on other days, and while it is open all the same. */
export function holidayNow({ calendar, clock }: Desk, site: Site, locale: Locale): string | null {
  if (site.holidays.length === 0) return null;
  const now = clock.now();
  const holiday = calendar.isOpen(site, now) ? null : calendar.holidayAt(site, now);
  return (holiday && localize(holiday.name, locale)) ?? null;
}

/**
 * The moment until which an answer may honestly be promised: opening hours, and the time in which the owner usually answers;
 * before there is a history, what the site's policy says. UTC milliseconds.
 */
export function promiseFor(desk: Desk, site: Site, at: number): number {
  const within = desk.replyTimes.usual(site.id) ?? site.policy.promiseHours * HOUR;
  return desk.calendar.addBusinessTime(at, within, site);
}

/** The same in the visitor's words and zone. */
export function promisedMoment(desk: Desk, site: Site, conversation: Conversation): { by: number; byText: string } {
  const by = promiseFor(desk, site, desk.clock.now());
  return { by, byText: momentText(desk, site, conversation, by) };
}

/** A moment as the visitor reads it. */
export function momentText(
  desk: Pick<Desk, 'calendar' | 'clock'>,
  site: Site,
  conversation: Conversation,
  at: number,
): string {
  const timeZone = conversation.timeZone ?? site.timeZone;
  return desk.calendar.describe(at, { now: desk.clock.now(), timeZone, locale: conversation.locale });
}

/** Until when a complaint that is received now is answered, by the site's policy. */
export function complaintMoment(
  desk: Desk,
  site: Site,
  conversation: Conversation,
): ComplaintDeadline & { byText: string } {
  const now = desk.clock.now();
  const deadline = complaintDeadline(site.complaints, now, (from, ms) => desk.calendar.addBusinessTime(from, ms, site));
  return { ...deadline, byText: momentText(desk, site, conversation, deadline.dueAt) };
}
