import type { SiteBrief } from '../../state/api/api.ts';
import { changeTheme, takeNewsBack } from '../../state/insights/change-theme.ts';
import type { InsightTheme, InsightThemes } from '../../state/api/insights-api.ts';
import { themeTexts } from '../../texts/theme-texts.ts';
import type { ThemeTexts } from '../../texts/theme-texts.ts';
import { COLON, useTexts } from '../../texts/index.ts';
import { CategoryList } from './category-list.tsx';
import { InsightExamples } from './insight-examples.tsx';
import { MoodBar } from './mood-bar.tsx';
import { RepeatedList } from './repeated-list.tsx';
import { ThemeCharts } from './theme-charts.tsx';
import { ThemeActions } from './theme-actions.tsx';

interface ThemeListProps {
  site: SiteBrief;
  found: InsightThemes;
  onChanged(): void;
}

/** What visitors' messages are about: how many, against the time before, how their writers feel, and what is typical. */
export function ThemeList({ site, found, onChanged }: ThemeListProps) {
  const { locale } = useTexts();
  const t = themeTexts[locale];
  const { first, through, messages, themes, none, dropped, categories, repeated } = found;
  return (
    <section aria-labelledby="themes-title">
      <h2 id="themes-title">{t.title}</h2>
      <p class="muted">
        {t.text(first, through, messages)} {none > 0 && t.none(none)} {t.dropped(dropped)}
      </p>
      <ThemeCharts found={found} />
      {themes === null ? (
        <p class="muted">{t.few}</p>
      ) : (
        themes.map((theme) => <ThemeRow key={theme.id} {...{ site, theme, found, onChanged }} />)
      )}
      {repeated.length > 0 && <RepeatedList site={site.id} repeated={repeated} />}
      {categories.length > 0 && <CategoryList site={site.id} categories={categories} hasThemes={themes !== null} />}
    </section>
  );
}

function ThemeRow({ site, theme, found, onChanged }: ThemeListProps & { theme: InsightTheme }) {
  const { locale } = useTexts();
  const t = themeTexts[locale];
  const { name, size, words, mood, examples, since } = theme;
  const moods = t.mood(mood.negative, mood.neutral, mood.positive);
  const others = (found.themes ?? []).filter(({ id }) => id !== theme.id);
  return (
    <details class="insight">
      <summary>
        <span class="insight-name">
          {name} {theme.pinned && <span class="tag">{t.pinned}</span>} <FixedTag fixed={theme.fixed} />
        </span>
        <b class="insight-value">{t.messages(size)}</b>
        <span class="muted insight-more">{trend(theme, found, t)}</span>
        <MoodBar {...mood} />
      </summary>
      <p class="muted">
        {moods} · {t.since(since)}
      </p>
      <p>
        {t.words}
        {COLON[locale]}
        {words.join(locale === 'zh' ? '、' : ', ')}
      </p>
      <InsightExamples site={site.id} examples={examples} />
      <ThemeState {...{ site, theme, onChanged }} />
      <ThemeActions {...{ site, theme, others, onChanged }} />
    </details>
  );
}

function FixedTag({ fixed }: Pick<InsightTheme, 'fixed'>) {
  const { locale } = useTexts();
  const t = themeTexts[locale];
  if (fixed === null) return null;
  return fixed.since > 0 ? <span class="tag tag-bad">{t.cameBack}</span> : <span class="tag">{t.fixed}</span>;
}

/** What was merged into it, whether it is fixed, and who hears or heard of that, each with its way back. */
function ThemeState({ site, theme, onChanged }: Omit<ThemeListProps, 'found'> & { theme: InsightTheme }) {
  const { t: common, locale } = useTexts();
  const t = themeTexts[locale];
  const changing = { site: site.id, t: common, reload: onChanged };
  const { parts, fixed, news } = theme;
  const apart = (part: string, name: string) =>
    changeTheme(...([changing, part, { mergedInto: null }] as const), {
      said: t.apart(name),
      inverse: { mergedInto: theme.id },
    });
  const undo = (label: string, run: () => Promise<void>) => (
    <button type="button" class="link" onClick={() => void run()}>
      {label}
    </button>
  );
  return (
    <>
      {parts.map(({ id, name }) => (
        <p key={id} class="muted">
          {t.part(name)} {undo(t.unmerge, () => apart(id, name))}
        </p>
      ))}
      {fixed && (
        <p>
          {t.fixedOn(new Date(fixed.at).toLocaleDateString(locale), fixed.since)}{' '}
          {news?.state !== 'planned' &&
            undo(t.unfix, () =>
              changeTheme(changing, theme.id, { fixed: false }, { said: t.unfixed, inverse: { fixed: true } }),
            )}
        </p>
      )}
      {news?.state === 'told' && <p class="muted">{t.told(news.people)}</p>}
      {news?.state === 'planned' && (
        <p>
          {t.toTell(new Date(news.dueAt).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' }))}{' '}
          {undo(common.common.undo, () =>
            takeNewsBack(changing, { theme: theme.id, news: news.id, tooLate: t.tooLate }),
          )}
        </p>
      )}
    </>
  );
}

/** Nothing is compared with a time in which nobody wrote. */
function trend({ size, before }: InsightTheme, found: InsightThemes, t: ThemeTexts): string {
  if (size === 0) return t.silent;
  if (found.before === 0) return '';
  if (before === 0) return t.fresh;
  const times = size / before;
  if (times > 0.9 && times < 1.1) return t.alike;
  return t.times(times < 10 ? times.toFixed(1) : String(Math.round(times)));
}
