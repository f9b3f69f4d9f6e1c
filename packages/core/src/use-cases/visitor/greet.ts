import type { Conversation } from '../../domain/conversation/conversation.ts';
import { customerFacts } from '../../domain/dialogue/answers/customer-facts.ts';
import type { QuickReply } from '../../domain/faq.ts';
import { chooseGreeting } from '../../domain/greeting/choose-greeting.ts';
import type { GreetingFacts } from '../../domain/greeting/choose-greeting.ts';
import type { Localized } from '../../domain/locale.ts';
import type { Site } from '../../domain/site.ts';
import { ticketName } from '../../domain/ticket/ticket.ts';
import type { Visitor } from '../../domain/visitor.ts';
import type { Desk } from '../desk.ts';

/** Who was away for less than this has not come back. */
const AWAY_MS = 30 * 60_000;

/**
 * How the bot greets this visitor now, in each language of the site. Null where the greeting is the same for everybody: the
 * widget then knows it by itself. `back`: it is worth saying under the talk of another day.
 */
export async function greetingsFor(
  desk: Desk,
  site: Site,
  visitor: Visitor,
  conversation: Conversation | null,
): Promise<{ texts: Localized<{ text: string; quickReplies: QuickReply[] }>; back: boolean } | null> {
  const greetings = site.locales.flatMap((locale) => {
    const greeting = site.greeting[locale];
    return greeting === undefined ? [] : [{ locale, greeting }];
  });
  if (greetings.every(({ greeting }) => greeting.variants === undefined)) return null;
  const now = desk.clock.now();
  const { path, field } = customerFacts(visitor);
  const facts: GreetingFacts = {
    path,
    field,
    isOpen: desk.calendar.isOpen(site, now),
    hour: desk.calendar.hourAt(now, visitor.timeZone ?? site.timeZone),
    returning: now - visitor.createdAt >= AWAY_MS,
    ticket: await openTicket(desk, site, conversation),
  };
  const chosen: Localized<{ text: string; quickReplies: QuickReply[] }> = {};
  let special = false;
  for (const { locale, greeting } of greetings) {
    const { special: one, ...said } = chooseGreeting(greeting, facts);
    special ||= one;
    chosen[locale] = said;
  }
  // Under a talk the usual greeting would be noise, and so would any in the middle of one.
  const back = special && conversation !== null && now - conversation.lastAt >= AWAY_MS;
  return { texts: chosen, back };
}

async function openTicket(desk: Desk, site: Site, conversation: Conversation | null): Promise<GreetingFacts['ticket']> {
  if (conversation === null) return null;
  const tickets = await desk.store.ticketsOfConversation(site.id, conversation.key);
  const open = tickets.filter(({ state }) => state !== 'solved' && state !== 'closed').at(-1);
  return open === undefined ? null : { name: ticketName(site.ticketPrefix, open.number), subject: open.subject };
}
