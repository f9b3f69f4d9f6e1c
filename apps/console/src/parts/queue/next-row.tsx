import { Icon } from '@solodesk/ui';
import type { QueueItem } from '@solodesk/protocol/owner';
import type { QueueDeskView } from '../../state/queue/use-queue.ts';
import { queueAction, queueTime, queueTitle, queueWhy } from '../../state/queue/queue-words.ts';
import type { QueueWords } from '../../state/queue/queue-words.ts';
import { VerifiedBadge } from '../conversation/badges.tsx';
import { Glyph } from '../controls/glyph.tsx';

interface NextRowProps {
  item: QueueItem;
  now: number;
  queue: QueueDeskView;
  words: QueueWords;
  onSnooze(item: QueueItem): void;
  /** Of a chat: what its visitor does right now. */
  live?: { online: boolean; typing: boolean } | null;
  /** What is to be done before all others: its action is the strong one while nothing is chosen. */
  first?: boolean;
}

/** One thing to do: what it is, why it is here, and the one obvious thing to do about it. */
export function NextRow({ item, now, queue, words, onSnooze, live = null, first = false }: NextRowProps) {
  const { t, next } = words;
  const { task, level, away, text } = item;
  const title = queueTitle(item, words);
  const button = (label: string, icon: 'clock' | 'check', run: () => void) => (
    <button type="button" class="next-icon" aria-label={`${label}: ${title}`} title={label} onClick={run}>
      {icon === 'check' ? <Icon name="check" size={18} /> : <Glyph name="clock" size={18} />}
    </button>
  );
  return (
    <div class="next" data-level={level}>
      <button
        type="button"
        class="item"
        aria-current={queue.picked?.id === item.id ? 'true' : undefined}
        data-id={item.id}
        onClick={() => queue.open(item)}
      >
        <span class={`dot dot-${level}`} aria-hidden="true" />
        <span class="item-head">
          <b class="item-name">{title}</b>
          {task.kind === 'ticket' && task.complaint && <span class="tag tag-bad">{next.complaint}</span>}
          {task.kind === 'chat' && task.urgent && <span class="tag tag-emergency">{t.inbox.emergency}</span>}
          {task.kind === 'chat' && <VerifiedBadge verified={task.verified} />}
        </span>
        <span class="item-time">{queueTime(item, now, words)}</span>
        <span class="item-said">
          <span class="item-preview item-unread">
            {live?.typing ? t.inbox.typing : text === '' ? t.inbox.nothingSaid : text}
          </span>
          {task.kind === 'chat' && task.ticket !== null && <span class="tag">{task.ticket}</span>}
        </span>
        <span class="item-why" title={queueWhy(item, words)}>
          {queueWhy(item, words)}
          {live?.online && ` · ${t.inbox.online}`}
        </span>
      </button>
      <div class="next-actions">
        {away !== null ? (
          <button type="button" class="button next-do" onClick={() => queue.put(item, 'back')}>
            {next.back}
          </button>
        ) : (
          <>
            {button(next.snooze, 'clock', () => onSnooze(item))}
            {button(next.done, 'check', () => queue.put(item, 'done'))}
            <NextAction item={item} queue={queue} words={words} primary={first || queue.picked?.id === item.id} />
          </>
        )}
      </div>
    </div>
  );
}

/** The one obvious thing to do: a call is a link that the telephone takes. */
export function NextAction({
  item,
  queue,
  words,
  primary = false,
}: Pick<NextRowProps, 'item' | 'queue' | 'words'> & { primary?: boolean }) {
  const action = queueAction(item);
  if (action === null) return null;
  const label = words.next.actions[action];
  const style = primary ? 'button button-primary next-do' : 'button next-do';
  const { task } = item;
  return action === 'call' && task.kind === 'appointment' ? (
    <a
      class={style}
      aria-label={`${label}: ${queueTitle(item, words)}`}
      href={`tel:${task.phone?.replace(/[^\d+]/g, '')}`}
    >
      {label}
    </a>
  ) : (
    <button
      type="button"
      class={style}
      aria-label={`${label}: ${queueTitle(item, words)}`}
      onClick={() => queue.act(item)}
    >
      {label}
    </button>
  );
}
