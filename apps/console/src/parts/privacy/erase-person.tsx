import { useId, useState } from 'preact/hooks';
import { downloads, privacyApi } from '../../state/api/privacy-api.ts';
import type { ErasurePreview, ErasureReceipt, PersonQuestion } from '../../state/api/privacy-api.ts';
import { go } from '../../state/route.ts';
import { asApiError } from '../../state/session.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { privacyTexts } from '../../texts/privacy-texts.ts';
import { ErasureRows } from './erasure-rows.tsx';
import { Field } from '../controls/field.tsx';

interface ErasePersonProps {
  site: string;
  person: PersonQuestion;
  /** They are gone, and this page has nothing left to show of them. */
  onErased(receipt: ErasureReceipt, name: string): void;
}

/** A copy to take along, and a button; then what would go, and a name to be typed: nothing brings a person back, so undo cannot stand in for a question. */
export function ErasePerson({ site, person, onErased }: ErasePersonProps) {
  const { t, locale } = useTexts();
  const words = privacyTexts[locale];
  const [preview, setPreview] = useState<ErasurePreview | null>(null);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const titleId = useId();

  const ask = async (work: () => Promise<void>) => {
    setError(null);
    setWrong(null);
    setBusy(true);
    try {
      await work();
    } catch (cause) {
      const failure = asApiError(cause);
      if (failure.kind === 'refused') setWrong(words.wrongName);
      else setError(errorText(t, failure));
    }
    setBusy(false);
  };
  const look = () => ask(async () => setPreview(await privacyApi.person(site, person)));
  const erase = () =>
    ask(async () => {
      const receipt = await privacyApi.erase(site, person, typed.trim());
      onErased(receipt, preview?.name ?? words.nobody);
    });
  const problem = error && (
    <p class="note note-bad" role="alert">
      {error}
    </p>
  );
  if (!preview) {
    return (
      <>
        <div class="privacy-buttons">
          <a class="button" href={downloads.person(site, person, locale)} download>
            {words.downloadPerson}
          </a>
          <button type="button" class="button" disabled={busy} onClick={() => void look()}>
            {words.erase}
          </button>
        </div>
        {problem}
      </>
    );
  }
  return (
    <form
      class="privacy-erase"
      aria-labelledby={titleId}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === preview.confirm) void erase();
        else setWrong(words.wrongName);
      }}
    >
      <h3 id={titleId}>{words.eraseTitle(preview.name ?? words.nobody)}</h3>
      <p>{words.eraseText}</p>
      <ErasureRows rows={preview.rows} files={preview.files} />
      {preview.alike.length > 0 && (
        <>
          <h4>{words.alike}</h4>
          <p class="muted">{words.alikeText}</p>
          <ul class="privacy-rows">
            {preview.alike.map((other) => (
              <li key={other.key}>
                <button type="button" class="link" onClick={() => go({ screen: 'contacts', contact: other.key })}>
                  {other.name ?? other.email ?? other.phone ?? t.records.nameless}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="muted">{words.backups}</p>
      <Field label={words.typeToErase(preview.confirm)} error={wrong}>
        <input
          value={typed}
          maxLength={200}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
      {problem}
      <div class="row-buttons">
        <button type="submit" class="button privacy-danger" disabled={busy}>
          {words.eraseNow}
        </button>
        <button type="button" class="button" disabled={busy} onClick={() => setPreview(null)}>
          {t.common.cancel}
        </button>
      </div>
    </form>
  );
}
