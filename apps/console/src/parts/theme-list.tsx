import type { InsightTheme, InsightThemes } from '../state/insights-api.ts';
import { DESK, go } from '../state/route.ts';
import { themeTexts } from '../texts/theme-texts.ts';
import type { ThemeTexts } from '../texts/theme-texts.ts';
import { useTexts } from '../texts/index.ts';

/** What visitors' messages are about: how many, against the time before, how their writers feel, and what is typical. */
export function ThemeList({ site, found }: { site: string; found: InsightThemes }) {
  const { locale } = useTexts();
  const t = themeTexts[locale];
  const { first, through, messages, themes, none } = found;
  return (
    <section aria-labelledby="themes-title">
      <h2 id="themes-title">{t.title}</h2>
      <p class="muted">
        {t.text(first, through, messages)} {none > 0 && t.none(none)}
      </p>
      {themes === null ? (
        <p class="muted">{t.few}</p>
      ) : (
        themes.map((theme) => <ThemeRow key={theme.name} {...{ site, theme, found }} />)
      )}
    </section>
  );
}

function ThemeRow({ site, theme, found }: { site: string; theme: InsightTheme; found: InsightThemes }) {
  const { locale } = useTexts();
  const t = themeTexts[locale];
  const { name, size, words, mood, examples } = theme;
  const moods = t.mood(mood.negative, mood.neutral, mood.positive);
  return (
    <details class="insight">
      <summary>
        <span class="insight-name">{name}</span>
        <b class="insight-value">{t.messages(size)}</b>
        <span class="muted insight-more">{trend(theme, found, t)}</span>
        <span class="theme-mood insight-more" role="img" aria-label={moods} title={moods}>
          {(['negative', 'neutral', 'positive'] as const).map((kind) => (
            <i key={kind} class={`theme-${kind}`} style={{ flexGrow: mood[kind] }} />
          ))}
        </span>
      </summary>
      <p class="muted">{moods}</p>
      <p>
        {t.words}: {words.join(', ')}
      </p>
      <ul class="theme-examples">
        {examples.map(({ text, conversation }) => (
          <li key={text}>
            <q>{text}</q>{' '}
            {conversation !== null && (
              <button type="button" class="link" onClick={() => go({ ...DESK, site, filter: 'closed', conversation })}>
                {t.open}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Nothing is compared with a time in which nobody wrote. */
function trend({ size, before }: InsightTheme, found: InsightThemes, t: ThemeTexts): string {
  if (found.before === 0) return '';
  if (before === 0) return t.fresh;
  const times = size / before;
  if (times > 0.9 && times < 1.1) return t.alike;
  return t.times(times < 10 ? times.toFixed(1) : String(Math.round(times)));
}
