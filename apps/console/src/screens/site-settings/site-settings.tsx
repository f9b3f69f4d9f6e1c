import { useEffect, useState } from 'preact/hooks';
import { Unread } from '../../parts/controls/fault.tsx';
import { showToast } from '../../parts/controls/toasts.tsx';
import type { SiteBrief } from '../../state/api/api.ts';
import { go } from '../../state/route.ts';
import { refreshSession } from '../../state/session.ts';
import { settingsApi } from '../../state/api/settings-api.ts';
import type { ReadSettings } from '../../state/api/settings-api.ts';
import { useNews } from '../../state/hooks/use-news.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { settingTexts } from '../../texts/setting-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { BlockEditor } from './block-editor.tsx';
import { BothVersions } from './both-versions.tsx';
import { Installation } from './installation.tsx';
import { languagesOf } from './languages-field.tsx';
import { FIELDS, nameOf, SECTIONS, sectionOf } from './sections.ts';
import type { SectionId } from './sections.ts';
import { SettingField } from './setting-field.tsx';
import type { EditorProps } from './field-props.ts';
import { useSettingEdit } from './use-setting-edit.ts';
import { WidgetPreview } from './widget-preview.tsx';

interface SiteSettingsProps {
  site: SiteBrief;
  part: string | null;
}

/** Everything in a site's `site.json`, beside the widget as it would look. */
export function SiteSettings({ site, part }: SiteSettingsProps) {
  const { value, error, reload } = useRemote(`settings ${site.id}`, () => settingsApi.read(site.id));
  useNews(site.id, 'settings', reload);
  if (value) return <Editor site={site} part={part} read={value} />;
  return (
    <section class="page">
      <Unread error={error} reload={reload} />
    </section>
  );
}

function Editor({ site, part, read }: SiteSettingsProps & { read: ReadSettings }) {
  const { t: common, locale } = useTexts();
  const t = settingTexts[locale];
  const editing = useSettingEdit(site.id, read, locale);
  const [previewing, setPreviewing] = useState(false);
  const { edit, changed, problems, theirs } = editing;
  const asText = edit.whole !== null;
  const section: SectionId = edit.base.values === null ? 'file' : (SECTIONS.find((id) => id === part) ?? 'look');
  const { onEdit, preview, isCurrent } = editing;
  const { defaults, builtIn } = read;
  const editor: EditorProps = { site, edit, defaults, builtIn, problems, preview, isCurrent, onEdit };
  const placeOf = (path: (string | number)[]) => (asText ? 'file' : sectionOf(path));
  const lost = problems.filter(({ path, block }) => block !== null && placeOf(path) === null);
  useEffect(() => {
    document.getElementById('site-settings-title')?.focus({ preventScroll: true });
    document
      .querySelector('.site-settings-sections [aria-current]')
      ?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [section]);

  const save = async (over?: typeof theirs) => {
    if (!(await editing.save(over ?? undefined))) return;
    void refreshSession();
    showToast(t.saved);
  };
  const takeBack = async () => {
    if (!(await editing.takeBack())) return;
    void refreshSession();
    showToast(t.undone);
  };
  const discard = () => {
    const before = edit;
    editing.discard();
    showToast(t.discarded, { action: { label: common.common.undo, run: () => editing.onEdit(() => before) } });
  };
  return (
    <section
      class={previewing ? 'site-settings site-settings-preview' : 'site-settings'}
      aria-labelledby="site-settings-title"
    >
      <div class="site-settings-form">
        <button type="button" class="link" onClick={() => go({ screen: 'settings' })}>
          ← {common.settings.title}
        </button>
        <h1 id="site-settings-title" tabIndex={-1}>
          {t.title(site.name)}
        </h1>
        <p class="muted">{t.text}</p>
        <nav class="site-settings-sections" aria-label={t.title(site.name)}>
          {SECTIONS.map((id) => {
            const count = problems.filter(({ path }) => placeOf(path) === id).length;
            return (
              <button
                type="button"
                key={id}
                class="button"
                aria-current={id === section ? 'page' : undefined}
                onClick={() => go({ screen: 'site', site: site.id, part: id })}
              >
                {t.sections[id]}
                {count > 0 && <span class="tag tag-bad">{count}</span>}
              </button>
            );
          })}
        </nav>
        {editing.wasKept && <p class="note">{t.kept}</p>}
        {edit.base.values === null && <p class="note note-bad">{t.mustMend}</p>}
        {editing.isWaiting && <p class="note">{t.waiting}</p>}
        {theirs && (
          <BothVersions edit={edit} theirs={theirs} onMine={() => void save(theirs)} onTheirs={editing.takeTheirs} />
        )}
        {lost.map(({ message }) => (
          <p class="note note-bad" role="alert" key={message}>
            {message}
          </p>
        ))}
        <h2>{t.sections[section]}</h2>
        {t.sectionTexts[section] && <p class="muted">{t.sectionTexts[section]}</p>}
        {section === 'install' ? (
          <Installation site={site} />
        ) : section === 'file' ? (
          <BlockEditor
            label={t.whole[0]}
            hint={!asText && changed.length > 0 ? t.wholeWaits : t.whole[1]}
            text={edit.whole ?? edit.base.text}
            problems={asText ? problems : []}
            isWhole
            disabled={!asText && changed.length > 0}
            onChange={(whole) =>
              editing.onEdit((now) => ({
                ...now,
                whole: whole === now.base.text && now.base.values !== null ? null : whole,
              }))
            }
          />
        ) : (
          <fieldset class="site-settings-fields" disabled={asText}>
            {FIELDS[section].map((field) => (
              <SettingField key={nameOf(field)} field={field} editor={editor} />
            ))}
          </fieldset>
        )}
      </div>
      <WidgetPreview
        name={editing.preview}
        languages={languagesOf(editor)}
        isCurrent={editing.isCurrent || changed.length === 0}
        title={t.title(site.name)}
        onBack={() => setPreviewing(false)}
      />
      <div class="site-settings-foot">
        <span role="status" class={problems.length > 0 ? 'field-error' : 'muted'}>
          {editing.error
            ? `${t.notChecked} ${errorText(common, editing.error)}`
            : problems.length > 0
              ? t.faults(problems.length)
              : changed.length > 0
                ? t.changed(changed.length)
                : t.unchanged}
        </span>
        <button type="button" class="button site-settings-show" onClick={() => setPreviewing(!previewing)}>
          {previewing ? t.preview.hide : t.preview.show}
        </button>
        {changed.length > 0 ? (
          <button type="button" class="button" disabled={editing.busy} onClick={discard}>
            {t.discard}
          </button>
        ) : (
          editing.undo && (
            <button type="button" class="button" disabled={editing.busy} onClick={() => void takeBack()}>
              {t.undoLast}
            </button>
          )
        )}
        <button
          type="button"
          class="button button-primary"
          disabled={changed.length === 0 || editing.busy || problems.length > 0}
          onClick={() => void save()}
        >
          {t.save}
        </button>
      </div>
    </section>
  );
}
