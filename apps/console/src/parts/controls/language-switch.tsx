import { prefer, preferences } from '../../state/preferences.ts';
import { useStore } from '../../state/hooks/use-store.ts';
import { useTexts } from '../../texts/index.ts';

const LOCALES = ['en', 'zh'] as const;
/** Each in itself, for who cannot read the other. */
const NAMES = { en: 'English', zh: '中文' };

export function LanguageSwitch() {
  const { t } = useTexts();
  const { locale } = useStore(preferences);
  return (
    <div class="segments" role="group" aria-label={t.settings.language}>
      {LOCALES.map((each) => (
        <button
          type="button"
          key={each}
          lang={each}
          aria-pressed={each === locale}
          onClick={() => prefer({ locale: each })}
        >
          {NAMES[each]}
        </button>
      ))}
    </div>
  );
}
