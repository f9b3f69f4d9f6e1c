import type { TicketDetail } from '@solodesk/protocol/owner';
import { DetailRows } from './detail-rows.tsx';
import { slotName } from '../../texts/ticket-name-texts.ts';
import { ticketTexts } from '../../texts/ticket-texts.ts';
import { useTexts } from '../../texts/index.ts';

/** What was told, as a table; what is sensitive is marked, and how to reach who asks stands under it where it is not told yet. */
export function TicketFacts({ site, ticket }: { site: string; ticket: TicketDetail }) {
  const { locale } = useTexts();
  const t = ticketTexts[locale];
  const { contact, details, missing } = ticket;
  const told = new Set(details.map(({ value }) => value));
  const reach = [contact.name, contact.email, contact.phone].filter((part) => part !== undefined && !told.has(part));
  if (details.length === 0 && reach.length === 0) return <p class="muted">{t.noDetails}</p>;
  return (
    <>
      <dl class="record-facts">
        <DetailRows site={site} details={details} />
        {reach.length > 0 && (
          <>
            <dt>{t.contact}</dt>
            <dd>{reach.join('\n')}</dd>
          </>
        )}
      </dl>
      {missing.length > 0 && (
        <p class="muted ticket-missing">{t.missing(missing.map((slot) => slotName(slot, locale)).join(t.comma))}</p>
      )}
    </>
  );
}
