import { Fragment } from 'preact';
import type { TicketDetail } from '@solodesk/protocol/owner';
import { ticketTexts } from '../texts/ticket-texts.ts';
import { useTexts } from '../texts/index.ts';

/** What was told, as rows of a list of facts; what is sensitive is marked as shown here alone. */
export function DetailRows({ details }: { details: TicketDetail['details'] }) {
  const { locale } = useTexts();
  return (
    <>
      {details.map(({ slot, label, value, sensitive }) => (
        <Fragment key={slot}>
          <dt>{label}</dt>
          <dd>
            {value} {sensitive && <span class="tag">{ticketTexts[locale].sensitive}</span>}
          </dd>
        </Fragment>
      ))}
    </>
  );
}
