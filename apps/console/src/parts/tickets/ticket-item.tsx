import type { TicketSummary } from '@solodesk/protocol/owner';
import { go } from '../../state/route.ts';
import { stateWords, targetWords } from '../../state/tickets/ticket-words.ts';
import { categoryName } from '../../texts/ticket-name-texts.ts';
import { ticketListTexts } from '../../texts/ticket-list-texts.ts';
import { ticketTexts } from '../../texts/ticket-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { DueTime } from './due-time.tsx';
import { LevelTag } from '../queue/priority-reasons.tsx';

interface TicketItemProps {
  ticket: TicketSummary;
  /** Left out where nothing can be done with many. */
  pick?: { isPicked: boolean; set(picked: boolean): void } | undefined;
}

/** A ticket in a list: what it is about, how much it presses, until when to answer. */
export function TicketItem({ ticket, pick }: TicketItemProps) {
  const { locale } = useTexts();
  const t = ticketTexts[locale];
  const { contact, target } = ticket;
  const who = contact.name ?? contact.email ?? contact.phone;
  const about = [who, categoryName(ticket.category, locale), target.to === 'owner' ? null : targetWords(target, t)];
  return (
    <li class={pick && 'ticket-row'}>
      {pick && (
        <label class="ticket-pick">
          <input
            type="checkbox"
            aria-label={ticketListTexts[locale].pick(ticket.name)}
            checked={pick.isPicked}
            onChange={({ currentTarget }) => pick.set(currentTarget.checked)}
          />
        </label>
      )}
      <button type="button" class="record-item" onClick={() => go({ screen: 'tickets', ticket: ticket.number })}>
        <span class="record-line">
          <b>{ticket.name}</b>
          <span class="tag">{stateWords(ticket, t)}</span>
          <LevelTag level={ticket.level} score={ticket.priority} />
          <span class="ticket-due">
            <DueTime ticket={ticket} />
          </span>
        </span>
        <span class="record-line">{ticket.subject}</span>
        <span class="ticket-about">{about.filter((part) => part !== undefined && part !== null).join(' · ')}</span>
      </button>
    </li>
  );
}
