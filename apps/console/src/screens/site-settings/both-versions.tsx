import { blockText, changedKeys, isSame } from '../../state/settings/setting-draft.ts';
import type { SettingEdit } from '../../state/settings/setting-draft.ts';
import type { SiteSettings } from '../../state/api/settings-api.ts';
import { settingTexts } from '../../texts/setting-texts.ts';
import { useTexts } from '../../texts/index.ts';

interface BothVersionsProps {
  edit: SettingEdit;
  /** What the file says now. */
  theirs: SiteSettings;
  onMine(): void;
  onTheirs(): void;
}

/** What the file says and what is being edited, side by side, where they are not the same. */
export function BothVersions({ edit, theirs, onMine, onTheirs }: BothVersionsProps) {
  const { locale } = useTexts();
  const t = settingTexts[locale].both;
  const asText = edit.whole !== null || theirs.values === null;
  const mine = new Set(changedKeys(edit));
  const before = edit.base.values ?? {};
  const keys = Object.keys({ ...before, ...edit.values, ...theirs.values });
  const rows = asText
    ? [{ key: 'site.json', file: theirs.text, own: edit.whole ?? edit.base.text }]
    : keys
        .filter((key) => mine.has(key) || !isSame(before[key], theirs.values?.[key]))
        .map((key) => {
          const file = theirs.blocks[key] ?? '';
          // What only the others changed stays theirs.
          return { key, file, own: mine.has(key) ? blockText(edit, key) : file };
        });
  return (
    <section class="note note-bad setting-both" role="alert" aria-label={t.title}>
      <b>{t.title}</b>
      <p>{t.text}</p>
      {rows.map(({ key, file, own }) => (
        <div key={key}>
          <h3>
            <code>{key}</code>
          </h3>
          <div class="setting-sides">
            {(
              [
                [t.file, file],
                [t.mine, own],
              ] as const
            ).map(([title, text]) => (
              <figure key={title}>
                <figcaption>{title}</figcaption>
                <pre tabIndex={0}>{text === '' ? t.nothing : text}</pre>
              </figure>
            ))}
          </div>
        </div>
      ))}
      <div class="row-buttons">
        <button type="button" class="button" onClick={onTheirs}>
          {t.take}
        </button>
        <button type="button" class="button button-primary" onClick={onMine}>
          {t.keep}
        </button>
      </div>
    </section>
  );
}
