import { useState } from 'preact/hooks';
import { formatDateTime } from '@solodesk/ui';
import type { OwnerAcks, TicketDetail } from '@solodesk/protocol/owner';
import { Fault } from '../parts/controls/fault.tsx';
import { ComplaintPart } from '../parts/tickets/complaint-part.tsx';
import { DueTime } from '../parts/tickets/due-time.tsx';
import { LevelTag, PriorityReasons } from '../parts/queue/priority-reasons.tsx';
import { TicketActions } from '../parts/tickets/ticket-actions.tsx';
import { TicketFacts } from '../parts/tickets/ticket-facts.tsx';
import { TicketHands } from '../parts/tickets/ticket-hands.tsx';
import { TicketHistory } from '../parts/tickets/ticket-history.tsx';
import { TicketReply } from '../parts/tickets/ticket-reply.tsx';
import { TicketScore } from '../parts/tickets/ticket-score.tsx';
import { TicketWords } from '../parts/tickets/ticket-words.tsx';
import { useDesk } from '../state/desk.ts';
import { go } from '../state/route.ts';
import { asApiError } from '../state/session.ts';
import { stateWords } from '../state/tickets/ticket-words.ts';
import { solvings } from '../state/tickets/solve-soon.ts';
import { useRemote } from '../state/hooks/use-remote.ts';
import { useTitle } from '../state/hooks/use-title.ts';
import { useStore } from '../state/hooks/use-store.ts';
import { granted, useTicketNews } from '../state/tickets/use-tickets.ts';
import { ticketTexts } from '../texts/ticket-texts.ts';
import { errorText, useTexts } from '../texts/index.ts';

/** One ticket with all that is known of it, and what can be done about it. */
export function TicketPage({ site, number }: { site: string; number: number }) {
  const { t: common, locale } = useTexts();
  const t = ticketTexts[locale];
  const { client } = useDesk();
  const { value, error, reload } = useRemote(`ticket ${site} ${number}`, async () => {
    const [{ ticket }, { categories, targets }] = await Promise.all([
      client.tickets.read(site, number).then((ack) => granted(ack)),
      client.tickets.list({ site, filter: 'all', search: String(number) }).then((ack) => granted(ack)),
    ]);
    return { ticket, categories, targets };
  });
  const [failed, setFailed] = useState<string | null>(null);
  useTicketNews(site, number, reload);
  const title = useTitle(value !== null);

  const run = async (ask: () => Promise<OwnerAcks['ticket_change']>): Promise<boolean> => {
    setFailed(null);
    try {
      granted(await ask());
      reload();
      return true;
    } catch (cause) {
      setFailed(errorText(common, asApiError(cause)));
      return false;
    }
  };
  const wrong = failed ?? (error && errorText(common, error));
  const ticket = useSolvedSoon(site, value?.ticket);
  return (
    <section class="page page-wide" aria-labelledby="ticket-title">
      <button type="button" class="link contact-back" onClick={() => go({ screen: 'tickets', ticket: null })}>
        ← {t.back}
      </button>
      {wrong && <Fault text={wrong} onRetry={reload} />}
      {!value && !wrong && <p class="muted">{common.common.loading}</p>}
      {value && ticket && (
        <>
          <h1 id="ticket-title" tabIndex={-1} ref={title} class="record-line">
            {ticket.name} <span class="tag">{stateWords(ticket, t)}</span>
            <LevelTag level={ticket.level} score={ticket.priority} />
          </h1>
          <p class="ticket-subject">{ticket.subject}</p>
          <p class="muted">
            {t.created(formatDateTime(ticket.createdAt, locale))}
            <DueTime ticket={ticket} before=" · " />
          </p>
          <TicketScore site={site} ticket={ticket} />
          <TicketActions site={site} ticket={ticket} change={run} />
          <div class="ticket-columns">
            <div>
              {ticket.complaint && (
                <ComplaintPart
                  complaint={ticket.complaint}
                  describe={(at) => formatDateTime(at, locale)}
                  onOffer={async (offer) => void (await run(() => client.tickets.offer(site, number, offer)))}
                />
              )}
              <h2>{t.details}</h2>
              <TicketFacts site={site} ticket={ticket} />
              <TicketReply site={site} ticket={ticket} />
              <TicketWords
                title={t.note}
                label={t.note}
                hint={t.noteHint}
                button={t.addNote}
                draft={`note ${site} ${number}`}
                onSend={(text) => run(() => client.tickets.note(site, number, text))}
              />
            </div>
            <div>
              <h2>{t.priority}</h2>
              <PriorityReasons score={ticket.priority} level={ticket.level} reasons={ticket.reasons} />
              <h2>{t.hands}</h2>
              <TicketHands
                ticket={ticket}
                categories={value.categories}
                targets={value.targets}
                change={(edit) => run(() => client.tickets.change({ site, number, ...edit }))}
              />
              <h2>{t.history}</h2>
              <TicketHistory history={ticket.history} />
            </div>
          </div>
        </>
      )}
    </section>
  );
}

/** The ticket as it is shown: one that is solved in a moment counts as solved already. */
function useSolvedSoon(site: string, ticket: TicketDetail | undefined): TicketDetail | undefined {
  const pending = useStore(solvings.store);
  if (!ticket || !solvings.has(pending, site, ticket.number)) return ticket;
  const complaint = ticket.complaint && { ...ticket.complaint, stage: 'settled' as const };
  return { ...ticket, state: 'solved', solvedAt: ticket.updatedAt, complaint };
}
