import { useDesk } from '../state/desk.ts';
import { go } from '../state/route.ts';
import { useRemote } from '../state/use-remote.ts';
import { granted, useTicketNews } from '../state/use-tickets.ts';
import { ticketTexts } from '../texts/ticket-texts.ts';
import { useTexts } from '../texts/index.ts';
import { LevelTag } from './priority-reasons.tsx';

/** The tickets that came from a conversation, each a way to its page. Nothing where there are none. */
export function ConversationTickets({ site, conversation }: { site: string; conversation: string }) {
  const { locale } = useTexts();
  const t = ticketTexts[locale];
  const { client } = useDesk();
  const { value, reload } = useRemote(`tickets of ${site} ${conversation}`, async () =>
    granted(await client.tickets.list({ site, filter: 'all', conversation })),
  );
  useTicketNews(site, null, reload);
  if (!value || value.tickets.length === 0) return null;
  return (
    <nav class="ticket-links" aria-label={t.ofConversation}>
      {value.tickets.map(({ number, name, state, level, priority }) => (
        <span key={number}>
          <button type="button" class="link" onClick={() => go({ screen: 'tickets', ticket: number })}>
            {t.event(name, t.states[state])}
          </button>
          {state !== 'solved' && state !== 'closed' && <LevelTag level={level} score={priority} />}
        </span>
      ))}
    </nav>
  );
}
