import type { Conversation } from '../domain/conversation/conversation.ts';
import type { PersonOutlook } from '../domain/dialogue/turn.ts';
import type { Site } from '../domain/site.ts';
import type { Desk } from './desk.ts';

const HOUR = 3_600_000;

/** When an answer by a person can be expected: at once, or by a moment told in the visitor's language and zone. */
export function personOutlook(desk: Desk, site: Site, conversation: Conversation): PersonOutlook {
  return desk.presence.isHere(site.id) ? { here: true } : { here: false, ...promisedMoment(desk, site, conversation) };
}

/** The moment that may honestly be promised, from opening hours and the site's policy. */
export function promisedMoment(desk: Desk, site: Site, conversation: Conversation): { by: number; byText: string } {
  const now = desk.clock.now();
  const by = desk.calendar.addBusinessTime(now, site.policy.promiseHours * HOUR, site);
  const timeZone = conversation.timeZone ?? site.timeZone;
  return { by, byText: desk.calendar.describe(by, { now, timeZone, locale: conversation.locale }) };
}
