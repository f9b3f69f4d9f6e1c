import { useState } from 'preact/hooks';
import type { SiteBrief } from '../../state/api/api.ts';
import { changeTheme, takeNewsBack } from '../../state/insights/change-theme.ts';
import type { ThemeChanging } from '../../state/insights/change-theme.ts';
import type { InsightTheme } from '../../state/api/insights-api.ts';
import type { Texts } from '../../state/api/problems-api.ts';
import { asApiError } from '../../state/session.ts';
import { themesApi } from '../../state/api/themes-api.ts';
import type { ThemeRaisers } from '../../state/api/themes-api.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { themeTexts } from '../../texts/theme-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { Field } from '../controls/field.tsx';
import { showToast } from '../controls/toasts.tsx';

interface ThemeFixedProps {
  site: SiteBrief;
  theme: InsightTheme;
  changing: ThemeChanging;
  onDone(): void;
}

/** Who would be told that a theme is fixed, and what; nothing is sent for a minute after that. */
export function ThemeFixed({ site, theme, changing, onDone }: ThemeFixedProps) {
  const { t: common, locale } = useTexts();
  const t = themeTexts[locale];
  const { value, error } = useRemote(`raisers ${site.id} ${theme.id}`, () => themesApi.raisers(site.id, theme.id));
  const [texts, setTexts] = useState<Texts>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const quietly = () => {
    void changeTheme(changing, theme.id, { fixed: true }, { said: t.fixedNow, inverse: { fixed: false } });
    onDone();
  };
  const tell = async () => {
    setBusy(true);
    setFailure(null);
    const said = Object.entries(texts).flatMap(([language, text]) => (text.trim() ? [[language, text.trim()]] : []));
    try {
      const { news } = await themesApi.tell(site.id, theme.id, Object.fromEntries(said) as Texts);
      const undo = news && { theme: theme.id, news: news.id, tooLate: t.tooLate };
      showToast(news ? t.willTell(news.people) : t.fixedNow, {
        ...(undo && { action: { label: common.common.undo, run: () => void takeNewsBack(changing, undo) } }),
      });
      onDone();
    } catch (cause) {
      setFailure(errorText(common, asApiError(cause)));
    }
    setBusy(false);
  };
  const wrong = failure ?? (error && errorText(common, error));
  return (
    <div class="theme-form">
      {value ? <People raisers={value} /> : !error && <p class="muted">{common.common.loading}</p>}
      {value !== null &&
        value.people > 0 &&
        site.locales.map((language) => (
          <Field
            key={language}
            label={t.fixedText(language)}
            {...(language === site.locales[0] && { hint: t.fixedHint })}
          >
            <textarea
              rows={2}
              maxLength={500}
              lang={language === 'zh' ? 'zh-CN' : 'en'}
              placeholder={t.fixedDefault(language, theme.name)}
              value={texts[language] ?? ''}
              onInput={({ currentTarget: { value: said } }) => setTexts({ ...texts, [language]: said })}
            />
          </Field>
        ))}
      {wrong && (
        <p class="note note-bad" role="alert">
          {wrong}
        </p>
      )}
      <div class="theme-actions">
        {value !== null && value.people > 0 && (
          <button type="button" class="button button-primary" disabled={busy} onClick={() => void tell()}>
            {t.tell(value.people)}
          </button>
        )}
        <button type="button" class="button" disabled={busy} onClick={quietly}>
          {t.fixQuietly}
        </button>
      </div>
    </div>
  );
}

function People({ raisers: { people, byMail, some } }: { raisers: ThemeRaisers }) {
  const { locale } = useTexts();
  const t = themeTexts[locale];
  if (people === 0) return <p class="muted">{t.nobody}</p>;
  const names = some.map(({ name, mail }) => `${name ?? t.visitor}${mail ? ` (${t.mail})` : ''}`);
  return (
    <>
      <p>{t.raised(people, byMail)}</p>
      <p class="muted theme-people">
        {names.join(', ')}
        {people > some.length && ` … +${people - some.length}`}
      </p>
    </>
  );
}
