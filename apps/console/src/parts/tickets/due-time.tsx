import type { TicketSummary } from '@solodesk/protocol/owner';
import { promiseTime } from '../../state/queue/promise-time.ts';
import { useNow } from '../../state/hooks/use-now.ts';
import { ticketTexts } from '../../texts/ticket-texts.ts';
import { useTexts } from '../../texts/index.ts';

interface DueTimeProps {
  ticket: Pick<TicketSummary, 'dueAt' | 'state'>;
  /** Stands between it and what comes before. */
  before?: string;
}

const SECOND_LOOK_MS = 30_000;

/** Until when an answer was promised, in red when that is over; nothing once it is settled. */
export function DueTime({ ticket: { dueAt, state }, before = '' }: DueTimeProps) {
  const { t: common, locale } = useTexts();
  const t = ticketTexts[locale];
  const now = useNow(SECOND_LOOK_MS);
  if (dueAt === null || state === 'solved' || state === 'closed') return null;
  const when = promiseTime(dueAt, now, locale, common);
  return (
    <>
      {before}
      {dueAt < now ? <span class="due-late">{t.late(when)}</span> : t.due(when)}
    </>
  );
}
