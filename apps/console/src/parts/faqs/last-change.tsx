import { useState } from 'preact/hooks';
import { changesMade, lastChange } from '../../state/faqs/last-change.ts';
import { takeBack } from '../../state/faqs/take-back.ts';
import { useStore } from '../../state/hooks/use-store.ts';
import { useTexts } from '../../texts/index.ts';

/** The way back from the last change, when its toast is long gone. */
export function LastChange({ site, onTakenBack }: { site: string; onTakenBack(): void }) {
  const { t } = useTexts();
  const [busy, setBusy] = useState(false);
  useStore(changesMade);
  const undo = lastChange(site);
  if (undo === null) return null;
  const run = async () => {
    setBusy(true);
    await takeBack(site, undo, t);
    setBusy(false);
    onTakenBack();
  };
  return (
    <p class="muted">
      {t.change.canUndo}{' '}
      <button type="button" class="link" disabled={busy} onClick={() => void run()}>
        {t.change.undoLast}
      </button>
    </p>
  );
}
