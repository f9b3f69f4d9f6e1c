import type { Ticket } from './ticket.ts';

/** What a ticket is found by, in lower case: nothing that is sensitive. */
export function ticketSearchText({ subject, details, contact, category }: Ticket): string {
  const said = details.filter(({ sensitive }) => !sensitive).map(({ value }) => value);
  const { name = '', email = '', phone = '' } = contact;
  return [subject, ...said, name, email, phone, category].join('\n').toLowerCase();
}
