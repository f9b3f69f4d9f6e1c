import type { Ticket } from './ticket.ts';

/** What a ticket is found by, a line a field, in lower case: nothing that is sensitive. */
export function ticketSearchText(ticket: Ticket): string {
  return ticketSearchFields(ticket).join('\n').toLowerCase();
}

/** The same as it was written. */
export function ticketSearchFields({ subject, details, contact, category }: Ticket): string[] {
  const said = details.filter(({ sensitive }) => !sensitive).map(({ value }) => value);
  const { name = '', email = '', phone = '' } = contact;
  return [subject, ...said, name, email, phone, category];
}
