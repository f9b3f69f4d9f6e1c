import type { Ticket } from '../../domain/ticket/ticket.ts';

/** What a transcript may say of a ticket: its details by slot, and the rest by name. */
export function ticketFacts(ticket: Ticket): Map<string, string> {
  const { form, subject, category, missing, state, level, locale, contact, complaint, number } = ticket;
  return new Map<string, string>([
    ...Object.entries(contact).map(([name, value]): [string, string] => [`contact.${name}`, value]),
    ...ticket.details.map(({ slot, value }): [string, string] => [slot, value]),
    ['form', form ?? ''],
    ['subject', subject],
    ['category', category],
    ['missing', missing.join(', ')],
    ['state', state],
    ['pressing', level],
    ['language', locale],
    ['complaint', complaint === undefined ? 'no' : 'yes'],
    ['number', String(number)],
  ]);
}
