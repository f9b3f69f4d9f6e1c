import { routeReason, ticketName } from '@solodesk/core';
import type { Site, Ticket, TicketHistoryEntry } from '@solodesk/core';

/** A ticket for other programs: without what is sensitive, and without the store's own numbers. */
export function ticketJson(ticket: Ticket, site: Site): object {
  const { key, contactKey, conversationKey, version, rescoreAt, details, ...rest } = ticket;
  return {
    name: ticketName(site.ticketPrefix, ticket.number),
    ...rest,
    details: details.filter(({ sensitive }) => !sensitive),
  };
}

/** A line a ticket. */
export function listText(tickets: readonly Ticket[], site: Site): string {
  if (tickets.length === 0) return 'No tickets.';
  return tickets
    .map((ticket) => {
      const { number, state, priority, level, subject } = ticket;
      return `${ticketName(site.ticketPrefix, number)}  ${state}  ${priority} ${level}  ${subject}`;
    })
    .join('\n');
}

/** Everything that may stand on a terminal. */
export function ticketText(ticket: Ticket, site: Site, history: readonly TicketHistoryEntry[]): string {
  const { number, state, subject, category, priority, level, details, contact, missing, route, reasons } = ticket;
  const reach = [contact.name, contact.email, contact.phone].filter((part) => part !== undefined);
  const sum = reasons.map(({ name, points }) => `${name} ${points < 0 ? points : `+${points}`}`).join(' · ');
  const to = route.target.to === 'owner' ? 'the owner' : JSON.stringify(route.target);
  return [
    `${ticketName(site.ticketPrefix, number)}  ${state}  ${priority} ${level}${sum === '' ? '' : `  (${sum})`}`,
    subject,
    `category: ${category}`,
    `settled by: ${to} (${routeReason(route, 'en')})`,
    ...(reach.length > 0 ? [`contact: ${reach.join(', ')}`] : []),
    ...details.map(({ label, value, sensitive }) => `${label}: ${sensitive ? '(sensitive: see the console)' : value}`),
    ...(missing.length > 0 ? [`missing: ${missing.join(', ')}`] : []),
    '',
    ...history.map(({ at, by, what }) => `${new Date(at).toISOString()}  ${by.kind}  ${happened(what)}`),
  ].join('\n');
}

export function happened(what: TicketHistoryEntry['what']): string {
  const { type, ...rest } = what;
  const facts = Object.entries(rest).flatMap(([name, fact]) => {
    if (typeof fact === 'boolean') return fact ? [name] : [`not ${name}`];
    return typeof fact === 'string' || typeof fact === 'number' ? [fact] : [];
  });
  return [type, ...facts].join(' ');
}
