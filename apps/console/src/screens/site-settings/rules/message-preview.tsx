import { useState } from 'preact/hooks';
import { problemsAt } from '../../../state/settings/setting-draft.ts';
import type { SettingPath } from '../../../state/settings/setting-draft.ts';
import { asApiError } from '../../../state/session.ts';
import { settingsApi } from '../../../state/api/settings-api.ts';
import type { Locale } from '../../../state/wire-types.ts';
import { messageTexts } from '../../../texts/message-texts.ts';
import { errorText, useTexts } from '../../../texts/index.ts';
import type { EditorProps } from '../field-props.ts';
import { languagesOf } from '../languages-field.tsx';

/** A message as it arrives, in each language of the site, and a test to one's own mailbox. */
export function MessagePreview({ editor, path }: { editor: EditorProps; path: SettingPath }) {
  const { t: common, locale } = useTexts();
  const t = messageTexts[locale];
  const [named, setNamed] = useState(true);
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const { site } = editor;
  // While somebody types, the last one without mistakes stays: an empty frame in between would only flicker.
  const [preview, setPreview] = useState(editor.isCurrent ? editor.preview : null);
  if (editor.isCurrent && editor.preview !== preview) setPreview(editor.preview);
  const at = Number(path.at(-1));
  if (problemsAt(editor.problems, path).length > 0) return <p class="note">{t.waits}</p>;
  if (preview === null) return <p class="muted">{common.common.loading}</p>;
  const test = async (language: Locale) => {
    setBusy(true);
    setSaid({ text: t.testing, bad: false });
    try {
      const { outcome, reason, to } = await settingsApi.testMessage(site.id, { preview, message: at, language });
      setSaid(outcome === 'delivered' ? { text: t.sent(to), bad: false } : { text: t.failed(reason ?? ''), bad: true });
    } catch (cause) {
      setSaid({ text: errorText(common, asApiError(cause)), bad: true });
    }
    setBusy(false);
  };
  return (
    <section class="message-preview" aria-label={t.preview}>
      <h4>{t.preview}</h4>
      <label class="check">
        <input type="checkbox" checked={!named} onChange={({ currentTarget: { checked } }) => setNamed(!checked)} />
        <span>{t.unnamed}</span>
      </label>
      <div class="message-previews">
        {languagesOf(editor).map((each) => (
          <figure key={each}>
            <figcaption>{t.previewOf(common.common.languages[each])}</figcaption>
            <iframe
              title={t.previewOf(common.common.languages[each])}
              src={`/preview/${encodeURIComponent(preview)}/mail/${at}/${each}${named ? '' : '?named=no'}`}
            />
            <button type="button" class="button" disabled={busy} onClick={() => void test(each)}>
              {t.test(common.common.languages[each])}
            </button>
          </figure>
        ))}
      </div>
      <p class={said?.bad ? 'told told-bad' : 'told'} role="status">
        {said?.text}
      </p>
    </section>
  );
}
