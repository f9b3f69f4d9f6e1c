import { useState } from 'preact/hooks';
import type { SiteBrief } from '../../state/api/api.ts';
import { changeTheme } from '../../state/insights/change-theme.ts';
import type { InsightTheme } from '../../state/api/insights-api.ts';
import { themeTexts } from '../../texts/theme-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { Field } from '../controls/field.tsx';
import { ThemeFixed } from './theme-fixed.tsx';

export interface ThemeActionsProps {
  site: SiteBrief;
  theme: InsightTheme;
  /** What it can be merged into. */
  others: readonly InsightTheme[];
  onChanged(): void;
}

/** What can be done with a theme: pin it, give it another name, show it as another one, or say that it is fixed. */
export function ThemeActions({ site, theme, others, onChanged }: ThemeActionsProps) {
  const { t: common, locale } = useTexts();
  const t = themeTexts[locale];
  const [open, setOpen] = useState<'name' | 'merge' | 'fixed' | null>(null);
  const [name, setName] = useState(theme.name);
  const changing = { site: site.id, t: common, reload: onChanged };
  const given = theme.name === theme.foundName ? null : theme.name;
  const rename = (to: string | null) => {
    setOpen(null);
    const said = to === null ? t.unnamed : t.renamed(to);
    void changeTheme(changing, theme.id, { name: to }, { said, inverse: { name: given } });
  };
  const merge = (into: string) => {
    const other = others.find(({ id }) => id === into);
    if (other === undefined) return;
    const said = t.merged(theme.name, other.name);
    void changeTheme(changing, theme.id, { mergedInto: into }, { said, inverse: { mergedInto: null } });
  };
  const pin = () =>
    changeTheme(...([changing, theme.id, { pinned: !theme.pinned }] as const), {
      said: theme.pinned ? t.unpinned : t.pinnedNow,
      inverse: { pinned: theme.pinned },
    });
  const toggle = (which: 'name' | 'merge' | 'fixed') => () => setOpen(open === which ? null : which);
  return (
    <>
      <div class="theme-actions">
        <button type="button" class="button" aria-pressed={theme.pinned} onClick={() => void pin()}>
          {theme.pinned ? t.unpin : t.pin}
        </button>
        <button type="button" class="button" aria-expanded={open === 'name'} onClick={toggle('name')}>
          {t.rename}
        </button>
        {others.length > 0 && (
          <button type="button" class="button" aria-expanded={open === 'merge'} onClick={toggle('merge')}>
            {t.merge}
          </button>
        )}
        <button type="button" class="button" aria-expanded={open === 'fixed'} onClick={toggle('fixed')}>
          {t.fix}
        </button>
      </div>
      {open === 'name' && (
        <form
          class="theme-form"
          onSubmit={(event) => {
            event.preventDefault();
            const said = name.trim();
            rename(said === '' || said === theme.foundName ? null : said);
          }}
        >
          <Field label={t.name} hint={t.nameHint(theme.foundName)}>
            <input value={name} maxLength={80} onInput={({ currentTarget: { value } }) => setName(value)} />
          </Field>
          <button type="submit" class="button button-primary">
            {common.common.save}
          </button>
        </form>
      )}
      {open === 'merge' && (
        <div class="theme-form">
          <Field label={t.mergeInto} hint={t.mergeHint}>
            <select value="" onChange={({ currentTarget: { value } }) => merge(value)}>
              <option value="" disabled>
                {t.choose}
              </option>
              {others.map((other) => (
                <option key={other.id} value={other.id}>
                  {other.name}
                </option>
              ))}
            </select>
          </Field>
        </div>
      )}
      {open === 'fixed' && (
        <ThemeFixed
          {...{ site, theme, changing }}
          onDone={() => {
            setOpen(null);
            onChanged();
          }}
        />
      )}
    </>
  );
}
