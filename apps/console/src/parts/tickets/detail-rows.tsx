import { Fragment } from 'preact';
import type { TicketDetail } from '@solodesk/protocol/owner';
import { detailName } from '../../texts/ticket-name-texts.ts';
import { ticketTexts } from '../../texts/ticket-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { MessageFiles } from '../conversation/message-files.tsx';

/** What was told, as rows of a list of facts; what is sensitive is marked as shown here alone. */
export function DetailRows({ site, details }: { site: string; details: TicketDetail['details'] }) {
  const { locale } = useTexts();
  return (
    <>
      {details.map(({ slot, label, value, sensitive, files }) => (
        <Fragment key={slot}>
          <dt>{detailName({ slot, label }, locale)}</dt>
          <dd>
            {files === undefined ? `${value} ` : <MessageFiles site={site} files={files} />}
            {sensitive && <span class="tag">{ticketTexts[locale].sensitive}</span>}
          </dd>
        </Fragment>
      ))}
    </>
  );
}
