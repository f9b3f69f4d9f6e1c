import type { TicketDetail } from '@solodesk/protocol/owner';
import { formatDateTime } from '@solodesk/ui';
import { happenedWords, whoWords } from '../../state/tickets/ticket-words.ts';
import { ticketTexts } from '../../texts/ticket-texts.ts';
import { useTexts } from '../../texts/index.ts';

/** Who did what when, the newest first. */
export function TicketHistory({ history }: Pick<TicketDetail, 'history'>) {
  const { locale } = useTexts();
  const t = ticketTexts[locale];
  return (
    <ul class="ticket-history">
      {[...history].reverse().map((entry, index) => (
        <li key={history.length - index}>
          <span class="muted">{formatDateTime(entry.at, locale)} · </span>
          {whoWords(entry.by, t)} · {happenedWords(entry.what, t, locale)}
          {entry.what.type === 'note' && <p>{entry.what.text}</p>}
        </li>
      ))}
    </ul>
  );
}
