import { useEffect, useState } from 'preact/hooks';
import { EmptyState } from '../parts/empty-state.tsx';
import { api } from '../state/api.ts';
import type { ApiError, SiteBrief } from '../state/api.ts';
import { faqApi } from '../state/faq-api.ts';
import type { FaqRow } from '../state/faq-api.ts';
import { report } from '../state/report.ts';
import { asApiError } from '../state/session.ts';
import type { Locale } from '../state/wire-types.ts';
import { errorText, useTexts } from '../texts/index.ts';

const LOCALES: readonly Locale[] = ['en', 'zh'];

/** What the bot knows, to be read and searched. */
export function Faqs({ site }: { site: SiteBrief }) {
  const { t } = useTexts();
  const [rows, setRows] = useState<FaqRow[] | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [folder, setFolder] = useState<string | null>(null);
  const [wanted, setWanted] = useState('');
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    faqApi.list(site.id).then(
      (found) => current && (setRows(found.faqs), setError(null)),
      (cause: unknown) => current && setError(asApiError(cause)),
    );
    return () => {
      current = false;
    };
  }, [site.id, attempt]);

  useEffect(() => {
    let current = true;
    setFolder(null);
    api.site(site.id).then(
      (answer) => current && setFolder(answer.folder ?? null),
      (cause: unknown) => report('The folder of the site is not known.', cause),
    );
    return () => {
      current = false;
    };
  }, [site.id]);

  const shown = (rows ?? []).filter((row) => JSON.stringify(row).toLowerCase().includes(wanted.trim().toLowerCase()));
  return (
    <section class="page" aria-labelledby="faqs-title">
      <h1 id="faqs-title">{t.faqs.title}</h1>
      <p class="muted">
        {t.faqs.text}
        <br />
        {folder ? (
          <>
            {t.faqs.files} <code class="path">{`${folder.replace(/[\\/]$/, '')}/faq/`}</code>
            <br />
          </>
        ) : (
          t.faqs.filesSomewhere
        )}{' '}
        {t.faqs.saving}{' '}
        <a href="/schemas/faq.json" target="_blank" rel="noreferrer">
          {t.faqs.schema}
        </a>
      </p>
      {error && (
        <p class="note note-bad" role="alert">
          {errorText(t, error)}{' '}
          <button type="button" class="link" onClick={() => setAttempt(attempt + 1)}>
            {t.common.retry}
          </button>
        </p>
      )}
      {!rows && !error && <p class="muted">{t.common.loading}</p>}
      {rows?.length === 0 && <EmptyState title={t.faqs.empty} text={t.faqs.emptyText} />}
      {rows && rows.length > 0 && (
        <>
          <label class="field">
            <span>
              {t.faqs.search} · {t.faqs.count(shown.length)}
            </span>
            <input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
          </label>
          {shown.length === 0 && <p class="muted">{t.faqs.none}</p>}
          <ul class="faqs">
            {shown.map((row) => (
              <li key={row.intent}>
                {LOCALES.filter((locale) => row.question[locale]).map((locale) => (
                  <div key={locale} lang={locale}>
                    <b>{row.question[locale]}</b>
                    <p>{row.answer[locale]?.text}</p>
                  </div>
                ))}
                <small class="muted">
                  {row.category} · {row.intent}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
