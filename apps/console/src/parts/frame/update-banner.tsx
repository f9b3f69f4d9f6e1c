import { useEffect } from 'preact/hooks';
import { useDesk } from '../../state/desk.ts';
import { isStale, lookForRelease } from '../../state/release.ts';
import { useStore } from '../../state/hooks/use-store.ts';
import { appTexts } from '../../texts/app-texts.ts';
import { useTexts } from '../../texts/index.ts';

/** Says that this tab is older than the server. It reloads when the owner wants it, and never by itself. */
export function UpdateBanner() {
  const { locale } = useTexts();
  const { state } = useDesk();
  const stale = useStore(isStale);
  const online = state.connection === 'online';
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && void lookForRelease();
    // A deploy breaks the line: when it is back, the server may be another one.
    if (online) look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [online]);
  if (!stale) return null;
  const t = appTexts[locale];
  return (
    <div class="update-banner" role="status">
      <span>{t.newVersion}</span>
      <button type="button" class="button" onClick={() => location.reload()}>
        {t.reload}
      </button>
    </div>
  );
}
