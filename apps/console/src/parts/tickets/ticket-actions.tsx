import type { OwnerAcks, TicketDetail } from '@solodesk/protocol/owner';
import { useDesk } from '../../state/desk.ts';
import { DESK, go } from '../../state/route.ts';
import { solvings, SOLVE_AFTER_MS } from '../../state/tickets/solve-soon.ts';
import { ticketTexts } from '../../texts/ticket-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { showToast } from '../controls/toasts.tsx';

type Answer = OwnerAcks['ticket_change'];

interface TicketActionsProps {
  site: string;
  ticket: TicketDetail;
  /** Resolves to whether it was done; says itself why not. */
  change(ask: () => Promise<Answer>): Promise<boolean>;
}

/** What becomes of a ticket. Solving leaves time for second thoughts, as the customer is told and asked how it was. */
export function TicketActions({ site, ticket, change }: TicketActionsProps) {
  const { t: common, locale } = useTexts();
  const t = ticketTexts[locale];
  const { client } = useDesk();
  const { state, name, number, conversation } = ticket;
  // One obvious action: while a complaint waits for an offer, that is to make one.
  const stage = ticket.complaint?.stage;
  const isNext = stage !== 'received' && stage !== 'declined';
  const set = (to: 'open' | 'waiting') => {
    solvings.undo(site, number);
    void change(() => client.tickets.change({ site, number, state: to }));
  };
  const solve = () => {
    solvings.start(site, number, async () => {
      const isDone = await change(() => client.tickets.change({ site, number, state: 'solved' }));
      if (!isDone) showToast(t.notSolved(name), { onOpen: () => go({ screen: 'tickets', ticket: number }) });
    });
    showToast(t.solvedToast(name), {
      onOpen: () => go({ screen: 'tickets', ticket: number }),
      staysMs: SOLVE_AFTER_MS,
      action: { label: common.common.undo, run: () => solvings.undo(site, number) },
    });
  };
  const button = (label: string, act: () => void, main = false) => (
    <button type="button" class={main ? 'button button-primary' : 'button'} onClick={act}>
      {label}
    </button>
  );
  return (
    <div class="ticket-actions">
      {state === 'closed' && <p class="note">{t.closedForGood}</p>}
      {state !== 'closed' && state !== 'solved' && button(t.solve, solve, isNext)}
      {(state === 'solved' || state === 'waiting') && button(t.reopen, () => set('open'))}
      {(state === 'new' || state === 'open') && button(t.wait, () => set('waiting'))}
      {conversation && button(t.toConversation, () => go({ ...DESK, site, filter: 'open', conversation }))}
    </div>
  );
}
