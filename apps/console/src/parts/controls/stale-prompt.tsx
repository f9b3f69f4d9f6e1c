import { appTexts } from '../../texts/app-texts.ts';
import { useTexts } from '../../texts/index.ts';

/** In place of a part that could not be loaded. What is being written elsewhere is kept through a reload. */
export function StalePrompt({ onRetry }: { onRetry(): void }) {
  const { t, locale } = useTexts();
  const words = appTexts[locale];
  return (
    <section class="page stale" role="alert">
      <h2>{words.partMissing}</h2>
      <p class="muted">{words.partMissingText}</p>
      <div class="row-buttons">
        <button type="button" class="button button-primary" onClick={() => location.reload()}>
          {words.reload}
        </button>
        <button type="button" class="button" onClick={onRetry}>
          {t.common.retry}
        </button>
      </div>
    </section>
  );
}
