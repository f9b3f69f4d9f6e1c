import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '@solodesk/ui';
import type { QueueItem } from '@solodesk/protocol/owner';
import { queueTitle } from '../../state/queue/queue-words.ts';
import type { QueueWords } from '../../state/queue/queue-words.ts';
import { useLeaving } from '../../state/hooks/use-leaving.ts';

const CHOICES = ['hour', 'tomorrow', 'monday'] as const;

/** Asks when something comes back; the keys 1 to 3 answer too. The browser's dialog keeps the focus in and gives it back. */
export function SnoozeSheet(props: {
  item: QueueItem;
  words: QueueWords;
  onChoose(choice: (typeof CHOICES)[number]): void;
  onClose(): void;
}) {
  const { item, words, onChoose, onClose } = props;
  const { t, next } = words;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('.snooze-choices button')?.focus();
  }, []);
  useLeaving(() => dialog.current?.close());
  const choose = (choice: (typeof CHOICES)[number]) => {
    onChoose(choice);
    dialog.current?.close();
  };
  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby="snooze-title"
      onClose={onClose}
      onKeyDown={(event) => {
        const choice = CHOICES[Number(event.key) - 1];
        if (choice !== undefined) choose(choice);
      }}
    >
      <header>
        <h2 id="snooze-title">{next.choices.title}</h2>
        <button type="button" class="icon-button" aria-label={t.common.close} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      <p class="muted">{queueTitle(item, words)}</p>
      <div class="snooze-choices">
        {CHOICES.map((choice, at) => (
          <button type="button" key={choice} class="button button-wide" onClick={() => choose(choice)}>
            {next.choices[choice]} <kbd aria-hidden="true">{at + 1}</kbd>
          </button>
        ))}
      </div>
    </dialog>
  );
}
