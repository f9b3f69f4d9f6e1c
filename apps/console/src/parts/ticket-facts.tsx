import type { TicketDetail } from '@solodesk/protocol/owner';
import { ticketTexts } from '../texts/ticket-texts.ts';
import { useTexts } from '../texts/index.ts';

/** What was told, as a table; what is sensitive is marked, and who asks stands under it. */
export function TicketFacts({ ticket }: { ticket: TicketDetail }) {
  const { locale } = useTexts();
  const t = ticketTexts[locale];
  const { contact, details, missing } = ticket;
  const reach = [contact.name, contact.email, contact.phone].filter((part) => part !== undefined);
  if (details.length === 0 && reach.length === 0) return <p class="muted">{t.noDetails}</p>;
  return (
    <>
      <dl class="ticket-facts">
        {details.map(({ slot, label, value, sensitive }) => (
          <>
            <dt key={`${slot} label`}>{label}</dt>
            <dd key={slot}>
              {value} {sensitive && <span class="tag">{t.sensitive}</span>}
            </dd>
          </>
        ))}
        {reach.length > 0 && (
          <>
            <dt>{t.contact}</dt>
            <dd>{reach.join('\n')}</dd>
          </>
        )}
      </dl>
      {missing.length > 0 && <p class="muted">{t.missing(missing.join(', '))}</p>}
    </>
  );
}
