import type { TicketDetail } from '@solodesk/protocol/owner';
import { go } from '../../state/route.ts';
import { useDesk } from '../../state/desk.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { stateWords } from '../../state/tickets/ticket-words.ts';
import { granted, useTicketNews } from '../../state/tickets/use-tickets.ts';
import { priorityTexts } from '../../texts/priority-texts.ts';
import { ticketTexts } from '../../texts/ticket-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { DueTime } from '../tickets/due-time.tsx';
import { LevelTag, PriorityReasons } from '../queue/priority-reasons.tsx';

/** So many are told with their reasons; of more, the Tickets screen tells. */
const AT_MOST = 3;

const reachOf = ({ name, email, phone }: TicketDetail['contact']) => [name, email, phone].filter(Boolean).join(' · ');

/** What this conversation is to settle: each ticket with how much it presses, and why. Nothing where there is none. */
export function PanelTickets({ site, conversation }: { site: string; conversation: string }) {
  const { locale } = useTexts();
  const t = ticketTexts[locale];
  const { client } = useDesk();
  const { value, reload } = useRemote(`panel tickets ${site} ${conversation}`, async () => {
    const { tickets } = granted(await client.tickets.list({ site, filter: 'all', conversation }));
    const pressing = tickets.filter(({ state }) => state !== 'closed').sort((a, b) => b.priority - a.priority);
    const read = pressing.slice(0, AT_MOST).map(({ number }) => client.tickets.read(site, number));
    return (await Promise.all(read)).map((ack) => granted(ack).ticket);
  });
  useTicketNews(site, null, reload);
  if (!value || value.length === 0) return null;
  return (
    <>
      <h3>{t.title}</h3>
      <ul class="panel-tickets">
        {value.map((ticket) => (
          <li key={ticket.number}>
            <div class="record-line">
              <button type="button" class="link" onClick={() => go({ screen: 'tickets', ticket: ticket.number })}>
                {ticket.name}
              </button>
              <span class="tag">{stateWords(ticket, t)}</span>
              <LevelTag level={ticket.level} score={ticket.priority} />
            </div>
            <p>{ticket.subject}</p>
            <p class="muted">
              {reachOf(ticket.contact)}
              <DueTime ticket={ticket} before={reachOf(ticket.contact) && ' · '} />
            </p>
            <details open={value.length === 1}>
              <summary>{priorityTexts[locale].title}</summary>
              <PriorityReasons score={ticket.priority} level={ticket.level} reasons={ticket.reasons} />
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
