import type { Remote } from '../../state/hooks/use-remote.ts';
import { errorText, useTexts } from '../../texts/index.ts';

interface FaultProps {
  text: string;
  onRetry(): void;
}

/** Why something did not come, and a way to try again. */
export function Fault({ text, onRetry }: FaultProps) {
  const { t } = useTexts();
  return (
    <p class="note note-bad" role="alert">
      {text}{' '}
      <button type="button" class="link" onClick={onRetry}>
        {t.common.retry}
      </button>
    </p>
  );
}

/** In the place of what was not read: it is on its way, or it did not come. */
export function Unread({ error, reload }: Pick<Remote<unknown>, 'error' | 'reload'>) {
  const { t } = useTexts();
  if (error !== null) return <Fault text={errorText(t, error)} onRetry={reload} />;
  return <p class="muted">{t.common.loading}</p>;
}
