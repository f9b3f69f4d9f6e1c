import { roughly } from '../../state/durations.ts';
import { promiseTime } from '../../state/queue/promise-time.ts';
import { visitorName } from '../../state/conversation/visitor-name.ts';
import type { ConversationSummary } from '../../state/wire-types.ts';
import { useTexts } from '../../texts/index.ts';
import type { Texts } from '../../texts/index.ts';
import { CountBadge, VerifiedBadge } from '../conversation/badges.tsx';

interface QueueItemProps {
  summary: ConversationSummary;
  now: number;
  selected: boolean;
  typing: boolean;
  ownNames: readonly string[];
  onOpen(): void;
}

/** Waiting longer than this, or beyond its promise, a conversation is urgent: the visitor has been promised by then. */
const URGENT_MS = 10 * 60_000;

function urgency(
  { state, waitingSince, urgent, promisedFor, unread, visitor }: ConversationSummary,
  now: number,
): string {
  if (visitor.blocked) return 'low';
  if (urgent) return 'urgent';
  if (promisedFor !== null && promisedFor < now) return 'urgent';
  if (state === 'waiting') return now - (waitingSince ?? now) > URGENT_MS ? 'urgent' : 'high';
  if (state === 'owner') return unread > 0 ? 'high' : 'normal';
  return 'low';
}

function why(summary: ConversationSummary, ownNames: readonly string[], t: Texts): string {
  if (summary.visitor.blocked) return t.inbox.blocked;
  if (summary.state !== 'owner') return t.inbox.why[summary.state];
  const { ownerName } = summary;
  return ownerName && !ownNames.includes(ownerName) ? t.inbox.why.ownerNamed(ownerName) : t.inbox.why.owner;
}

/** One conversation of the queue: who, since when, what was said last, and why it is here. */
export function QueueItem({ summary, now, selected, typing, ownNames, onOpen }: QueueItemProps) {
  const { t, locale } = useTexts();
  const { visitor, waitingSince, promisedFor, lastAt, unread, previewFrom } = summary;
  const waits = summary.state === 'waiting' && waitingSince !== null && !visitor.blocked;
  const time = waits ? t.inbox.waits(roughly(now - waitingSince)) : t.inbox.ago(roughly(now - lastAt));
  const promise =
    promisedFor !== null &&
    !visitor.blocked &&
    (promisedFor < now ? t.inbox.promiseLate : t.inbox.promised)(promiseTime(promisedFor, now, locale, t));
  const from = previewFrom === 'owner' ? t.inbox.you : previewFrom === 'bot' ? t.inbox.bot : '';
  const preview = typeof summary.preview === 'string' ? summary.preview : '';
  return (
    <button
      type="button"
      class="item"
      aria-current={selected ? 'true' : undefined}
      onClick={onOpen}
      data-id={summary.id}
    >
      <span class={`dot dot-${urgency(summary, now)}`} aria-hidden="true" />
      <span class="item-head">
        <b class="item-name">{visitorName(visitor, t)}</b>
        {summary.urgent && !visitor.blocked && <span class="tag tag-emergency">{t.inbox.emergency}</span>}
        <VerifiedBadge verified={visitor.verified} />
      </span>
      <time class="item-time" dateTime={new Date(waits ? waitingSince : lastAt).toISOString()}>
        {time}
      </time>
      <span class="item-said">
        <span class={unread > 0 ? 'item-preview item-unread' : 'item-preview'}>
          {typing ? t.inbox.typing : preview ? from + preview : t.inbox.nothingSaid}
        </span>
        <CountBadge
          count={unread}
          label={t.inbox.unread(unread)}
          calm={visitor.blocked || summary.state === 'bot' || summary.state === 'closed'}
        />
      </span>
      <span class={visitor.blocked ? 'item-why item-bad' : 'item-why'}>
        {[why(summary, ownNames, t), promise, t.common.languages[visitor.locale], visitor.online && t.inbox.online]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </button>
  );
}
