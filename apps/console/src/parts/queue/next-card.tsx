import type { QueueItem } from '@solodesk/protocol/owner';
import type { QueueDeskView } from '../../state/queue/use-queue.ts';
import { queueTime, queueTitle } from '../../state/queue/queue-words.ts';
import type { QueueWords } from '../../state/queue/queue-words.ts';
import { NextAction } from './next-row.tsx';
import { PriorityReasons } from './priority-reasons.tsx';

interface NextCardProps {
  item: QueueItem;
  now: number;
  queue: QueueDeskView;
  words: QueueWords;
  onSnooze(item: QueueItem): void;
}

/** What is chosen in the queue and is no chat: all of it, with the sum that brought it here. */
export function NextCard({ item, now, queue, words, onSnooze }: NextCardProps) {
  const { next } = words;
  return (
    <section class="talk talk-none" id="talk" tabIndex={-1} aria-label={queueTitle(item, words)}>
      <article class="next-card">
        <header>
          <h2>{queueTitle(item, words)}</h2>
          <span class="item-time">{queueTime(item, now, words)}</span>
        </header>
        <p class="next-text">{item.text}</p>
        <div class="next-card-actions">
          {item.away === null ? (
            <>
              <NextAction item={item} queue={queue} words={words} primary />
              <button type="button" class="button" onClick={() => onSnooze(item)}>
                {next.snooze} <kbd aria-hidden="true">S</kbd>
              </button>
              <button type="button" class="button" onClick={() => queue.put(item, 'done')}>
                {next.done} <kbd aria-hidden="true">D</kbd>
              </button>
            </>
          ) : (
            <button type="button" class="button" onClick={() => queue.put(item, 'back')}>
              {next.back}
            </button>
          )}
        </div>
        <h3>{next.why}</h3>
        <PriorityReasons score={item.score} level={item.level} reasons={item.reasons} />
      </article>
    </section>
  );
}
