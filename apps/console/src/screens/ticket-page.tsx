import { useEffect, useRef, useState } from 'preact/hooks';
import type { OwnerAcks, TicketDetail } from '@solodesk/protocol/owner';
import { ComplaintPart } from '../parts/complaint-part.tsx';
import { LevelTag, PriorityReasons } from '../parts/priority-reasons.tsx';
import { TicketFacts } from '../parts/ticket-facts.tsx';
import { TicketHands } from '../parts/ticket-hands.tsx';
import { TicketHistory } from '../parts/ticket-history.tsx';
import { TicketWords } from '../parts/ticket-words.tsx';
import { useDesk } from '../state/desk.ts';
import { DESK, go } from '../state/route.ts';
import { asApiError } from '../state/session.ts';
import { useRemote } from '../state/use-remote.ts';
import { granted, useTicketNews } from '../state/use-tickets.ts';
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
  const title = useRef<HTMLHeadingElement>(null);
  const ready = value !== null;
  useEffect(() => {
    if (ready) title.current?.focus();
  }, [ready]);

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
  const when = (at: number) => new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const ticket = value?.ticket;
  return (
    <section class="page" aria-labelledby="ticket-title">
      <button type="button" class="link contact-back" onClick={() => go({ screen: 'tickets', ticket: null })}>
        ← {t.back}
      </button>
      {wrong && (
        <p class="note note-bad" role="alert">
          {wrong}{' '}
          <button type="button" class="link" onClick={reload}>
            {common.common.retry}
          </button>
        </p>
      )}
      {!value && !wrong && <p class="muted">{common.common.loading}</p>}
      {value && ticket && (
        <>
          <h1 id="ticket-title" tabIndex={-1} ref={title} class="record-line">
            {ticket.name} <span class="tag">{t.states[ticket.state]}</span> <LevelTag level={ticket.level} />
          </h1>
          <p>{ticket.subject}</p>
          <p class="muted">
            {t.created(when(ticket.createdAt))}
            {ticket.dueAt !== null && ticket.solvedAt === null && ` · ${t.due(when(ticket.dueAt))}`}
          </p>
          <div class="ticket-actions">
            <StateButtons
              ticket={ticket}
              change={(state) => run(() => client.tickets.change({ site, number, state }))}
            />
            {ticket.conversation && (
              <button
                type="button"
                class="button"
                onClick={() => go({ ...DESK, site, filter: 'open', conversation: ticket.conversation })}
              >
                {t.toConversation}
              </button>
            )}
          </div>
          {ticket.complaint && (
            <ComplaintPart
              complaint={ticket.complaint}
              dueAt={ticket.dueAt}
              describe={when}
              onOffer={async (offer) => void (await run(() => client.tickets.offer(site, number, offer)))}
            />
          )}
          <h2>{t.details}</h2>
          <TicketFacts ticket={ticket} />
          <h2>{t.priority}</h2>
          <PriorityReasons score={ticket.priority} level={ticket.level} reasons={ticket.reasons} />
          <TicketHands
            ticket={ticket}
            categories={value.categories}
            targets={value.targets}
            change={(edit) => run(() => client.tickets.change({ site, number, ...edit }))}
          />
          {ticket.conversation && (
            <TicketWords
              title={t.reply}
              label={t.replyLabel}
              hint={t.replyHint}
              button={t.send}
              onSend={async (text) => client.reply(site, ticket.conversation ?? '', text) !== ''}
            />
          )}
          <TicketWords
            title={t.note}
            label={t.note}
            hint={t.noteHint}
            button={t.addNote}
            onSend={(text) => run(() => client.tickets.note(site, number, text))}
          />
          <h2>{t.history}</h2>
          <TicketHistory history={ticket.history} />
        </>
      )}
    </section>
  );
}

function StateButtons(props: { ticket: TicketDetail; change(state: 'open' | 'waiting' | 'solved'): Promise<boolean> }) {
  const { locale } = useTexts();
  const t = ticketTexts[locale];
  const { state } = props.ticket;
  if (state === 'closed') return <p class="note">{t.closedForGood}</p>;
  const offer = (to: 'open' | 'waiting' | 'solved', label: string, main = false) => (
    <button type="button" class={main ? 'button button-primary' : 'button'} onClick={() => void props.change(to)}>
      {label}
    </button>
  );
  return (
    <>
      {state !== 'solved' && offer('solved', t.solve, true)}
      {(state === 'solved' || state === 'waiting') && offer('open', t.reopen)}
      {(state === 'new' || state === 'open') && offer('waiting', t.wait)}
    </>
  );
}
