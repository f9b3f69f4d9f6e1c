import { useState } from 'preact/hooks';
import type { TicketSummary } from '@solodesk/protocol/owner';
import { useDesk } from '../../state/desk.ts';
import { go } from '../../state/route.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { granted, useTicketNews } from '../../state/tickets/use-tickets.ts';
import { stateWords } from '../../state/tickets/ticket-words.ts';
import { ticketTexts } from '../../texts/ticket-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { LevelTag } from '../queue/priority-reasons.tsx';

/** So many are shown until more are asked for: on a phone the log stands below them. */
const FEW = 2;

/** The tickets that came from a conversation, each a way to its page, open ones first. Nothing where there are none. */
export function ConversationTickets({ site, conversation }: { site: string; conversation: string }) {
  const { locale } = useTexts();
  const t = ticketTexts[locale];
  const { client } = useDesk();
  const { value, reload } = useRemote(`tickets of ${site} ${conversation}`, async () =>
    granted(await client.tickets.list({ site, filter: 'all', conversation })),
  );
  useTicketNews(site, null, reload);
  const [all, setAll] = useState(false);
  if (!value || value.tickets.length === 0) return null;
  const isOver = (state: TicketSummary['state']) => state === 'solved' || state === 'closed';
  const tickets = [...value.tickets].sort((a, b) => Number(isOver(a.state)) - Number(isOver(b.state)));
  const rest = all ? 0 : Math.max(0, tickets.length - FEW);
  return (
    <nav class="ticket-links" aria-label={t.ofConversation}>
      {tickets.slice(0, tickets.length - rest).map((ticket) => (
        <span key={ticket.number}>
          <button type="button" class="link" onClick={() => go({ screen: 'tickets', ticket: ticket.number })}>
            {t.event(ticket.name, stateWords(ticket, t))}
          </button>
          {!isOver(ticket.state) && <LevelTag level={ticket.level} score={ticket.priority} />}
        </span>
      ))}
      {rest > 0 && (
        <button type="button" class="link" aria-label={t.moreOfConversation(rest)} onClick={() => setAll(true)}>
          +{rest}
        </button>
      )}
    </nav>
  );
}
