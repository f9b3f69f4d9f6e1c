import type { TicketDetail } from '@solodesk/protocol/owner';
import { feedbackApi } from '../../state/api/feedback-api.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { feedbackTexts } from '../../texts/feedback-texts.ts';
import { useTexts } from '../../texts/index.ts';

/** What the customer said of how it was, once the ticket is settled; nothing where they have not said it lately. */
export function TicketScore({ site, ticket }: { site: string; ticket: Pick<TicketDetail, 'name' | 'solvedAt'> }) {
  const { locale } = useTexts();
  const { value } = useRemote(`score ${site} ${ticket.name} ${ticket.solvedAt}`, async () =>
    ticket.solvedAt === null ? null : feedbackApi.satisfaction(site),
  );
  const given = value?.latest.find((score) => score.ticket === ticket.name);
  if (!given) return null;
  return (
    <p class="note">
      {feedbackTexts[locale].ofTicket(given.score)}
      {given.word !== '' && (
        <>
          {': '}
          <q dir="auto">{given.word}</q>
        </>
      )}
    </p>
  );
}
