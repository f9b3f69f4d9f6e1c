import type { Contact } from '../../state/api/records-api.ts';
import { useDesk } from '../../state/desk.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { granted, useTicketNews } from '../../state/tickets/use-tickets.ts';
import { ticketTexts } from '../../texts/ticket-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { TicketItem } from '../tickets/ticket-item.tsx';

/** The tickets that name a contact's address or number. */
export function ContactTickets({ site, contact }: { site: string; contact: Pick<Contact, 'email' | 'phone'> }) {
  const { t: common, locale } = useTexts();
  const t = ticketTexts[locale];
  const { client } = useDesk();
  const { email, phone } = contact;
  const reach = email ?? phone;
  const { value, error, reload } = useRemote(`tickets of contact ${site} ${reach}`, async () => {
    if (reach === null) return [];
    const { tickets } = granted(await client.tickets.list({ site, filter: 'all', search: reach }));
    // What was searched for may stand in the words of somebody else's ticket.
    return tickets.filter((ticket) => [ticket.contact.email, ticket.contact.phone].includes(reach));
  });
  useTicketNews(site, null, reload);
  if (error) return <p class="note note-bad">{errorText(common, error)}</p>;
  if (!value) return <p class="muted">{common.common.loading}</p>;
  if (value.length === 0) return <p class="muted">{t.noneOfContact}</p>;
  return (
    <ul>
      {value.map((ticket) => (
        <TicketItem key={ticket.number} ticket={ticket} />
      ))}
    </ul>
  );
}
